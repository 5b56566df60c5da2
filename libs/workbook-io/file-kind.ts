/** What the first bytes of a file say that it is; its name plays no part. */
export type FileKind = 'zip' | 'compound' | 'biff' | 'other';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Beginning-of-file records of Excel 2 to 5 without the compound file around them: type, then a short length. */
const BIFF = [0x09, undefined, undefined, 0x00];

export function fileKind(bytes: Uint8Array): FileKind {
  const startsWith = (mark: readonly (number | undefined)[]): boolean =>
    mark.every((byte, index) => byte === undefined || bytes[index] === byte);
  if (startsWith(ZIP)) return 'zip';
  if (startsWith(COMPOUND)) return 'compound';
  if (startsWith(BIFF) && isBiffStart(bytes[1] ?? 0, bytes[2] ?? 0)) return 'biff';
  return 'other';
}

const isBiffStart = (version: number, length: number): boolean =>
  [0x00, 0x02, 0x04, 0x08].includes(version) && length >= 4 && length <= 16;
