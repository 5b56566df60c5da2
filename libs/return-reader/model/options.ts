import {
  AMOUNT_UNITS,
  type AmountUnit,
  parsePlainDate,
  type PlainDate,
  PLAN_TYPES,
  type PlanType,
  type PlanYear,
  RETURN_KINDS,
} from '@thongvon/kernel';
import type { Convention } from '../values/number-text';
import type { AddedWord } from '../vocabulary/phrase-book';
import type { FindingCode } from './finding-codes';
import type { DeclaredCorrection } from './correction';
import { parseMeaning } from './meaning';
import type {
  AmountText,
  Ask,
  Coverage,
  DecisionReading,
  Finding,
  ReturnKind,
  SheetReading,
} from './reading';

/**
 * What a person, or the profile of an office, has answered beforehand. Plain data, kept as JSON next to the return;
 * every question among the findings is answered by one of these (see `optionsOf`).
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
  /** How an ambiguous text number is to be read, and with it those of columns whose texts say nothing, unless `onlyHere`. */
  amounts?: { sheet: string; cell: string; convention: Convention; onlyHere?: true }[];
  /** Cells typed in another unit than their column: by which power of ten it is larger; 0: the amount is right. */
  scales?: { sheet: string; cell: string; power: number }[];
  /** What an unclear row is, or of which plan type what it heads or names. */
  rows?: { sheet: string; row: number; role: RowRole | PlanType }[];
  /** Cells whose question or warning was answered with a reason; the finding stays as information. */
  accepted?: { sheet: string | null; cell: string | null; code: FindingCode; reason: string }[];
  /** What people have declared to be right for cells, instead of what the file has there: read as if it were typed. */
  corrections?: readonly DeclaredCorrection[];
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

/** A finding with a person's answer to it. */
export interface AnsweredFinding extends Pick<Finding, 'code' | 'sheet' | 'cell'> {
  readonly asks: Ask;
  /** A choice of the finding, or what its `asks` names. */
  readonly value: string | null;
  readonly reason: string | null;
  /** For an answer about columns: the captions of each, by its letters, outside which it doesn't hold. */
  readonly captions?: Readonly<Record<string, string>>;
}

/**
 * The options that answers make, for reading the same file again; where two answer the same, the first one counts. Undefined when an answer doesn't fit its question:
 * a unit that there isn't, a date that isn't one, a reason that is missing.
 */
export function optionsOf(answered: readonly AnsweredFinding[]): ReadingOptions | undefined {
  const options: Collected = {
    units: [],
    columns: [],
    sheets: [],
    amounts: [],
    scales: [],
    rows: [],
    accepted: [],
  };
  return answered.every((answer) => take(options, answer)) ? options : undefined;
}

type Collected = ReadingOptions &
  Required<Pick<ReadingOptions, 'units' | 'columns' | 'sheets' | 'amounts' | 'scales' | 'rows' | 'accepted'>>;

function take(options: Collected, answer: AnsweredFinding): boolean {
  const { asks, code, sheet, cell, reason, captions = {} } = answer;
  const value = answer.value ?? '';
  switch (asks) {
    case 'unit': {
      const unit = AMOUNT_UNITS.find((known) => known === value);
      if (unit === undefined || sheet === null) return false;
      // Asked about the unit that the sheet states, a person sets it aside.
      options.units.push({ sheet, unit, ...(code === 'RET-UNIT-SUSPECT' ? { confirmed: true } : {}) });
      return true;
    }
    case 'column-unit': {
      const own = `${columnOf(cell) ?? ''}=${value}`;
      return sheet !== null && takeUnits(options, sheet, value.includes('=') ? value : own, captions);
    }
    case 'as-of': {
      const date = parsePlainDate(value);
      if (date !== undefined) options.asOf ??= date;
      return date !== undefined;
    }
    case 'plan-year':
      if (!/^20\d\d$/.test(value)) return false;
      options.planYear ??= Number(value);
      return true;
    case 'decision':
      return takeDecision(options, value);
    case 'column':
      return sheet !== null && takeColumns(options, sheet, value, captions);
    case 'amount':
      return takeAmount(options, sheet, cell, value);
    case 'cell-scale': {
      if (sheet === null || cell === null || !/^(?:0|-?[369])$/.test(value)) return false;
      options.scales.push({ sheet, cell, power: Number(value) });
      return true;
    }
    case 'row': {
      const role = [...ROW_ROLES, ...PLAN_TYPE_ROLES].find((known) => known === value);
      const row = Number(/\d+$/.exec(cell ?? '')?.[0]);
      if (role === undefined || sheet === null || !Number.isInteger(row)) return false;
      options.rows.push({ sheet, row, role });
      return true;
    }
    case 'kind': {
      const kind = RETURN_KINDS.find((known) => known === value);
      if (kind !== undefined) options.kind ??= kind;
      return kind !== undefined;
    }
    case 'sheet': {
      const role = SHEET_ROLES.find((known) => known === value);
      if (role === undefined || sheet === null) return false;
      options.sheets.push({ sheet, role });
      return true;
    }
    case 'project':
    case 'choice':
      return value !== '';
    case 'reason':
      if (!reason) return false;
      options.accepted.push({ sheet, cell, code, reason });
      return true;
  }
}

/** "decimal-dot": of this text and those of columns that say nothing; "decimal-dot-here": of this one. */
function takeAmount(options: Collected, sheet: string | null, cell: string | null, value: string): boolean {
  const [, convention, here] = /^(decimal-comma|decimal-dot)(-here)?$/.exec(value) ?? [];
  if (sheet === null || cell === null || (convention !== 'decimal-comma' && convention !== 'decimal-dot'))
    return false;
  options.amounts.push({ sheet, cell, convention, ...(here ? { onlyHere: true } : {}) });
  return true;
}

function takeDecision(options: ReadingOptions, value: string): boolean {
  const match = /^\s*(.*?\S)\s*;\s*(\d{4}-\d{2}-\d{2})\s*;\s*(initial|adjustment)\s*$/.exec(value);
  const date = parsePlainDate(match?.[2] ?? '');
  const mode = match?.[3];
  if (!match?.[1] || date === undefined || (mode !== 'initial' && mode !== 'adjustment')) return false;
  options.decision ??= { number: match[1], date, mode };
  return true;
}

function takeColumns(
  options: Collected,
  sheet: string,
  value: string,
  captions: Readonly<Record<string, string>>,
): boolean {
  const parts = value.split(',').map((part) => /^\s*([A-Z]{1,3})=(\S+)\s*$/.exec(part));
  for (const part of parts) {
    const [, column, meaning] = part ?? [];
    if (column === undefined || meaning === undefined || parseMeaning(meaning) === undefined) return false;
    options.columns.push({ sheet, column, meaning, ...under(column, captions) });
  }
  return true;
}

/** "million-dong" for the finding's column, or "D=million-dong,E=million-dong". */
function takeUnits(
  options: Collected,
  sheet: string,
  value: string,
  captions: Readonly<Record<string, string>>,
): boolean {
  for (const part of value.split(',')) {
    const [, column, text] = /^([A-Z]{1,3})=(\S+)$/.exec(part.trim()) ?? [];
    const unit = AMOUNT_UNITS.find((known) => known === text);
    if (column === undefined || unit === undefined) return false;
    options.units.push({ sheet, unit, column, ...under(column, captions) });
  }
  return true;
}

function under(column: string, captions: Readonly<Record<string, string>>): { caption?: string } {
  const caption = captions[column];
  return caption === undefined ? {} : { caption };
}

function columnOf(cell: string | null): string | undefined {
  return /^[A-Z]+/.exec(cell ?? '')?.[0];
}
