import { cleanText, groupBy, matchKey, unaccent } from '@thongvon/kernel';
import type { LandClearanceReading } from '@thongvon/return-reader';

/** A row of a clearance table, with what the register knows of the project that its code or whole name means. */
export interface KnownRow {
  readonly row: LandClearanceReading;
  /** The register's name of the project; null when it isn't there. */
  readonly registered: string | null;
  /** Segments that the project is divided into already. */
  readonly segments: readonly { readonly name: string; readonly nameKey: string }[];
}

/** A row with the name of its project alone, and the part that it tells of; null: the whole. */
export interface PlacedRow {
  readonly row: LandClearanceReading;
  readonly code: string | null;
  readonly name: string;
  readonly part: string | null;
}

/** What makes rows those of one project. */
export const projectKey = ({ code, name }: Pick<PlacedRow, 'code' | 'name'>): string =>
  code ?? matchKey(name);

/**
 * Tells apart the rows of one project: the reader's own parts, else what the names have after their common opening.
 * Rows of one code are one project. Without a code a part is seen only where its project is in the register
 * (`knownNames`), or where the table has another batch or stretch of it; `apart` holds the keys of those that people say are projects of
 * their own. Rows that nothing distinguishes stay as they are. In the order of `rows`.
 */
export function placeRows(
  rows: readonly KnownRow[],
  knownNames: ReadonlySet<string>,
  apart: ReadonlySet<string>,
): PlacedRow[] {
  const splits = new Map<KnownRow, NameSplit | undefined>();
  const coded = rows.filter(({ row }) => row.code !== null);
  for (const same of groupBy(coded, ({ row }) => row.code).values()) {
    for (const known of same) splits.set(known, splitAmong(known, same));
  }
  const open = rows.filter(({ row, registered }) => row.code === null && registered === null);
  const beginnings = countBeginnings(open);
  for (const known of open) {
    const split = splitsOf(known.row.name).findLast(({ base, certain }) => {
      const key = matchKey(base);
      const shared = certain && (beginnings.get(key) ?? 0) > 1;
      return !apart.has(key) && (shared || knownNames.has(key));
    });
    splits.set(known, split);
  }
  return rows.map((known) => {
    const { row } = known;
    const split = row.segment === undefined ? splits.get(known) : undefined;
    return {
      row,
      code: row.code,
      name: split?.base ?? row.name,
      part: row.segment ?? split?.part ?? null,
    };
  });
}

/** The part of one row among those of its code: what stands after the name that all of them begin with. */
function splitAmong(known: KnownRow, same: readonly KnownRow[]): NameSplit | undefined {
  const named = namedSegment(known);
  if (named) return named;
  const { row, registered, segments } = known;
  const open = same.filter((other) => other.row.segment === undefined && !namedSegment(other));
  const names = open.map((other) => other.row.name);
  if (names.length < 2 && segments.length === 0) return undefined;
  const isWhole = names.length > 1 && names.every((name) => beginsWith(name, row.name));
  if (isWhole) return undefined;
  const shared = splitsOf(row.name).filter(({ base }) => names.every((name) => beginsWith(name, base)));
  const own = shared.find(({ base }) => registered !== null && matchKey(base) === matchKey(registered));
  return own ?? (names.length < 2 ? undefined : shared.at(-1));
}

/** The project's name as the register has it, then that of a segment of it: whatever the segment is called. */
function namedSegment({ row, registered, segments }: KnownRow): NameSplit | undefined {
  if (registered === null) return undefined;
  const key = matchKey(row.name);
  const segment = segments.find(({ nameKey }) => key === `${matchKey(registered)} ${nameKey}`);
  return segment && { base: registered, part: segment.name, certain: true };
}

function beginsWith(name: string, base: string): boolean {
  const key = matchKey(base);
  return matchKey(name) === key || splitsOf(name).some((split) => matchKey(split.base) === key);
}

/** How many rows begin with each name, by its key. */
function countBeginnings(rows: readonly KnownRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { row } of rows) {
    const keys = new Set([row.name, ...splitsOf(row.name).map(({ base }) => base)].map(matchKey));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A name in two: the project's, and that of a part of it. */
interface NameSplit {
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
