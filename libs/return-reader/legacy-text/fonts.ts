import { fromTcvn3 } from './tcvn3';
import { fromVni } from './vni';

/** A way in which Vietnamese was typed before Unicode. */
export interface LegacyEncoding {
  readonly name: string;
  readonly toUnicode: (text: string) => string;
}

export const TCVN3: LegacyEncoding = { name: 'TCVN3 (ABC)', toUnicode: fromTcvn3 };
export const VNI: LegacyEncoding = { name: 'VNI', toUnicode: fromVni };

/** Fonts whose name ends in H draw small letters as capitals: .VnTimeH, .VnArialH. */
const TCVN3_CAPITALS: LegacyEncoding = {
  name: TCVN3.name,
  toUnicode: (text) => fromTcvn3(text).toUpperCase(),
};

/** The encoding that a font's name tells: .VnTime, .VnArialH, VNI-Times, VNI-Helve; undefined for any other font. */
export function encodingOfFont(fontName: string): LegacyEncoding | undefined {
  if (/^\s*\.vn.*h\s*$/i.test(fontName)) return TCVN3_CAPITALS;
  if (/^\s*\.vn/i.test(fontName)) return TCVN3;
  return /^\s*vni[- ]/i.test(fontName) ? VNI : undefined;
}
