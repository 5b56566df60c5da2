import { type AmountUnit, type PlainDate, PLAN_TYPES, type PlanType, type PlanYear } from '@thongvon/kernel';
import type { Convention } from '../values/number-text';
import type { AddedWord } from '../vocabulary/phrase-book';
import type { AmountText, Coverage, DecisionReading, FindingCode, ReturnKind, SheetReading } from './reading';

/**
 * What a person, or the profile of an office, has answered beforehand. Plain data, kept as JSON next to the return;
 * every question among the findings is answered by one of these (see `answerFinding`).
 */
export interface ReadingOptions {
  /** What a person says the return is; its tables follow where their captions leave it open or say otherwise. */
  kind?: ReturnKind;
  coverage?: Coverage;
  asOf?: PlainDate;
  planYear?: PlanYear;
  decision?: DecisionReading;
  /** The date of the business clock. Without it no date is called future. */
  today?: PlainDate;
  /**
   * The unit of a sheet, or of one of its columns ("E"). `unlessStated`: only where the table states none. `confirmed`: a
   * person was shown why the unit is doubted; it counts before what captions state, and what is merely unusual isn't asked
   * again, but what a ledger or a stated total contradicts is.
   */
  units?: {
    sheet: string;
    column?: string;
    unit: AmountUnit;
    caption?: string;
    unlessStated?: boolean;
    confirmed?: boolean;
  }[];
  /** The meaning of a column ("planned", "disbursed", "ignored", …; see `formatMeaning`). */
  columns?: { sheet: string; column: string; meaning: string; caption?: string }[];
  /** Tables that a person has described; on their sheets no other table is looked for. */
  tables?: TableMapping[];
  /** Sheets of which a person has said whether they count. */
  sheets?: { sheet: string; role: SheetRole }[];
  /** How an ambiguous text number is to be read. */
  amounts?: { sheet: string; cell: string; convention: Convention }[];
  /** Cells typed in another unit than their column: by which power of ten it is larger; 0: the amount is right. */
  scales?: { sheet: string; cell: string; power: number }[];
  /** What an unclear row is, or of which plan type what it heads or names. */
  rows?: { sheet: string; row: number; role: RowRole | PlanType }[];
  /** Cells whose question or warning was answered with a reason; the finding stays as information. */
  accepted?: { sheet: string | null; cell: string | null; code: FindingCode; reason: string }[];
  /** This office means the last day when it writes only a month or a quarter. */
  vagueDates?: 'last-day';
  /** This office means this day when it writes only a week, counted from 1 (Monday). */
  weekEnds?: number;
  /** This office dates its returns ahead; a future date is a warning then, not a question. */
  futureDates?: 'accepted';
  /** Words of this installation, read next to those of the reader. */
  words?: readonly AddedWord[];
  /** Who sends the return, and the other offices that are registered; without it the head of the return isn't checked. */
  offices?: OfficesKnown;
  /** What is known already, against which magnitudes are checked: amounts per project (`knownKey`) in whole đồng. */
  known?: { planned?: Record<string, AmountText>; disbursed?: Record<string, AmountText> };
}

/** Offices by their registered names. */
export interface OfficesKnown {
  own: string;
  /** All others but those above it, whose names stand in the heads of its documents. */
  others: readonly string[];
}

/** What a person can say of a row that the reader couldn't place. */
export const ROW_ROLES = ['project', 'group', 'detail', 'second-line', 'note', 'ignored'] as const;
export type RowRole = (typeof ROW_ROLES)[number];

/** What a person can say of a row that names a plan without its type. */
export const PLAN_TYPE_ROLES = PLAN_TYPES;

/** What a person can say of a sheet: it counts, it counts instead of those that repeat its projects, or it doesn't. */
export const SHEET_ROLES = ['counted', 'instead', 'ignored'] as const;
export type SheetRole = (typeof SHEET_ROLES)[number];

/** A table as a person has described it, where the reader could not find or understand it. */
export interface TableMapping {
  sheet: string;
  /** First and last row of its header, counted from 1 as Excel shows them. */
  headerRows: readonly [number, number];
  kind: ReturnKind;
  /** What its columns mean (see `formatMeaning`); columns that aren't listed are ignored. */
  columns: { column: string; meaning: string }[];
  /** Where the table doesn't state it. */
  unit?: AmountUnit;
  /** The captions that it was made for (`captionsOf`); without them it holds whatever stands in its header's rows. */
  captions?: string[];
}

const DATE =
  /\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?|(?<=tháng |tuần |T)\d{1,2}(?:\s?\/\s?20\d\d)?/gi;

/** Captions often name the day or month of the report; they are the same captions a week later. */
export function withoutDates(caption: string): string {
  return caption.replace(DATE, '…');
}

/**
 * The captions of a header, one text a column: "E: Kế hoạch vốn / Năm 2023". A remembered mapping holds only where they
 * are the same but for dates, so that it doesn't give another table its meanings.
 */
export function captionsOf(columns: SheetReading['columns']): string[] {
  return columns.map(({ column, path }) => `${column}: ${withoutDates(path.join(' / '))}`);
}
