import { matchKey } from '@thongvon/kernel';

/** A name in two: the project's, and that of a part of it. */
export interface NameSplit {
  readonly base: string;
  readonly part: string;
  /** The part is a batch or a stretch; projects of their own are often told apart by a commune or a phase. */
  readonly certain: boolean;
}

/** Data: words, without accents, with which the name of a part begins: a batch or a stretch, a commune or a phase. */
const CERTAIN = ['doan(?: qua| tu| thuoc)?(?: dia ban)?(?: xa| phuong| thi tran)?', 'phan doan', 'dot'];
const POSSIBLE = ['giai doan', 'xa', 'phuong', 'thi tran', 'thon', 'to dan pho', 'goi', 'nhanh'];
const OPENING = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${CERTAIN.join('|')})|${POSSIBLE.join('|')})(?= )`, 'gu');

/** Every way to read a name as a project's with a part's: "Đường A - đoạn qua xã B" is "Đường A" and "đoạn qua xã B". Shortest project first. */
export function splitsOf(name: string): NameSplit[] {
  const text = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return [...withoutAccents(text).matchAll(OPENING)].flatMap(({ index, 1: certain }) => {
    const base = text.slice(0, index).replace(/[\s(,;:–-]+$/u, '');
    const opened = /\(\s*$/.test(text.slice(0, index));
    const part = text.slice(index).replace(opened ? /\)$/ : /$^/, '');
    return base === '' ? [] : [{ base, part, certain: certain !== undefined }];
  });
}

/** Letter by letter, so that places in one text are places in the other. */
function withoutAccents(text: string): string {
  const plain = (letter: string): string => letter.normalize('NFD').charAt(0).replace('đ', 'd');
  return Array.from(text.toLowerCase(), plain).join('');
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
