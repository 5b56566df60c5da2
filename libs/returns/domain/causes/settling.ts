import type { Ask, Finding, FindingCode } from '@thongvon/return-reader';
import { asksOf } from './cause';

/** What settles the rest comes first: what the file is, its unit and dates, then columns, rows, cells, sums, projects. */
export const RANKS = ['file', 'columns', 'rows', 'cells', 'totals', 'sums', 'projects'] as const;
type Rank = (typeof RANKS)[number];

const OF_FILE: readonly Ask[] = ['unit', 'as-of', 'plan-year', 'decision', 'kind', 'sheet'];
const OF_COLUMNS: readonly Ask[] = ['column', 'column-unit'];
const BY_CODE: Readonly<Partial<Record<FindingCode, Rank>>> = {
  'RET-NOT-A-RETURN': 'file',
  'RET-PASSWORD': 'file',
  'RET-DAMAGED': 'file',
  'RET-LIMIT': 'file',
  'RET-KIND-NOT-ALLOWED': 'file',
  'RET-OFFICE-DIFFERS': 'file',
  'RET-DATE-FUTURE': 'file',
  'RET-LEGACY-FONT': 'file',
  'RET-SHEET-IGNORED': 'file',
  'RET-HIDDEN': 'file',
  'RET-TABLES-BESIDE': 'file',
  'RET-COLUMN-UNKNOWN': 'columns',
  'RET-COLUMN-AMBIGUOUS': 'columns',
  'RET-ROW-UNCLEAR': 'rows',
  'RET-PROJECT-REPEATED': 'rows',
  'RET-PROJECT-NAME': 'rows',
  'RET-TOTAL-DIFFERS': 'totals',
  'RET-TOTAL-ROUNDING': 'totals',
  'RET-RATE-DIFFERS': 'sums',
  'RET-IDENTITY-DIFFERS': 'sums',
  'RET-PARTS-EXCEED': 'sums',
  'RET-OVER-PLAN': 'projects',
  'RET-PROJECT-MISSING': 'projects',
  'RET-PROJECT-UNKNOWN': 'projects',
  'RET-PROJECT-NOT-YOURS': 'projects',
  'RET-PROJECT-OWNER': 'projects',
  'RET-PROJECT-CODE': 'projects',
  'RET-CUMULATIVE-FELL': 'projects',
  'RET-RATE-JUMPED': 'projects',
  'RET-PLAN-DIFFERS': 'projects',
  'RET-PLAN-BEFORE': 'projects',
  'RET-SOURCE-UNPLANNED': 'projects',
  'RET-BLOCKER-VANISHED': 'projects',
};

export function rankOf({ code, asks }: Pick<Finding, 'code' | 'asks'>): Rank {
  if (asks !== undefined && OF_FILE.includes(asks)) return 'file';
  if (asks !== undefined && OF_COLUMNS.includes(asks)) return 'columns';
  return BY_CODE[code] ?? 'cells';
}

/** Findings about what amounts come to: they may go once the amounts are right. */
const COME_OF: Readonly<Partial<Record<FindingCode, 'total' | 'row'>>> = {
  'RET-TOTAL-DIFFERS': 'total',
  'RET-TOTAL-ROUNDING': 'total',
  'RET-RATE-DIFFERS': 'row',
  'RET-IDENTITY-DIFFERS': 'row',
  'RET-PARTS-EXCEED': 'row',
  'RET-OVER-PLAN': 'row',
  'RET-CUMULATIVE-FELL': 'row',
  'RET-RATE-JUMPED': 'row',
  'RET-PLAN-DIFFERS': 'row',
};

const CELL = /^([A-Z]+)(\d+)$/;
export const columnOf = ({ cell }: Pick<Finding, 'cell'>): string | undefined => CELL.exec(cell ?? '')?.[1];
const rowOf = ({ cell }: Pick<Finding, 'cell'>): string | undefined => CELL.exec(cell ?? '')?.[2];

/** Whether it must be mended or answered, so that others may follow from it. */
export const isOpen = (finding: Pick<Finding, 'severity' | 'asks'>): boolean =>
  ['mend', 'answer'].includes(asksOf(finding));

/**
 * Whether `later` may follow from `earlier`: what a sum, a rate or a comparison says is open as long as an amount of its column or row
 * is, or the unit, date or column by which it was read.
 */
export function follows(later: Finding, earlier: Finding): boolean {
  const come = COME_OF[later.code];
  if (come === undefined || asksOf(later) === 'understood' || !isOpen(earlier)) return false;
  const rank = rankOf(earlier);
  if (RANKS.indexOf(rank) >= RANKS.indexOf(rankOf(later))) return false;
  if (earlier.sheet !== null && earlier.sheet !== later.sheet) return false;
  switch (rank) {
    case 'file':
      return earlier.asks !== 'decision' && earlier.asks !== 'reason';
    case 'columns':
      return true;
    case 'rows':
      return come === 'total' || rowOf(earlier) === rowOf(later);
    case 'cells':
    case 'totals':
    case 'sums':
      return come === 'total'
        ? columnOf(earlier) !== undefined && columnOf(earlier) === columnOf(later)
        : rowOf(earlier) !== undefined && rowOf(earlier) === rowOf(later);
    case 'projects':
      return false;
  }
}
