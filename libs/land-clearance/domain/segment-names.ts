import { cleanText, matchKey, unaccent } from '@thongvon/kernel';

/** A name in two: the project's, and that of a part of it. */
export interface NameSplit {
  readonly base: string;
  readonly part: string;
  /** The part is a batch or a stretch; projects of their own are often distinguished by a commune or a phase. */
  readonly certain: boolean;
}

/** Data: words with which the name of a part begins: a batch or a stretch, a commune or a phase. */
const CERTAIN = ['đoạn(?: qua| từ| thuộc)?(?: địa bàn)?(?: xã| phường| thị trấn)?', 'phân đoạn', 'đợt'];
const POSSIBLE = ['giai đoạn', 'xã', 'phường', 'thị trấn', 'thôn', 'tổ dân phố', 'gói', 'nhánh'];
const OPENING = openingOf(CERTAIN, POSSIBLE);
/** For names that are typed without accents; in others "Đoàn" is no "đoạn". */
const PLAIN_OPENING = openingOf(CERTAIN.map(unaccent), POSSIBLE.map(unaccent));

function openingOf(certain: readonly string[], possible: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:(${certain.join('|')})|${possible.join('|')})(?= )`, 'gu');
}

/** Every way to read a name as a project's with a part's: "Đường A - đoạn qua xã B" is "Đường A" and "đoạn qua xã B". Shortest project first. */
export function splitsOf(name: string): NameSplit[] {
  const text = cleanText(name);
  const lower = text.toLowerCase();
  const opening = lower === unaccent(lower) ? PLAIN_OPENING : OPENING;
  return [...lower.matchAll(opening)].flatMap(({ index, 1: certain }) => {
    const base = text.slice(0, index).replace(/[\s(,;:–-]+$/u, '');
    const opened = /\(\s*$/.test(text.slice(0, index));
    const part = text.slice(index).replace(opened ? /\)$/ : /$^/, '');
    return base === '' ? [] : [{ base, part, certain: certain !== undefined }];
  });
}

/** The segment that a text names: by its whole name, or by one that ends with the segment's, the longest first. */
export function segmentNamed<T extends { readonly nameKey: string }>(
  text: string,
  segments: readonly T[],
): T | undefined {
  const key = matchKey(text);
  return segments
    .filter(({ nameKey }) => key === nameKey || (nameKey.includes(' ') && key.endsWith(` ${nameKey}`)))
    .toSorted((a, b) => b.nameKey.length - a.nameKey.length)[0];
}

/** What a part's own name tells of it: "đợt 2" its number, "đoạn qua xã Bình Phú" its commune. */
export function partFacts(part: string): { readonly batch: number | null; readonly commune: string | null } {
  const batch = /(?:^| )dot (\d{1,3})(?= |$)/.exec(matchKey(part))?.[1];
  const commune = /(?:^|\s)((?:xã|phường|thị trấn)\s.+)$/iu.exec(part.normalize('NFC'))?.[1];
  return { batch: batch === undefined ? null : Number(batch), commune: commune ?? null };
}
