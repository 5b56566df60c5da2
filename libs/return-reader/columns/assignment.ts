import { groupBy, type PlanYear } from '@thongvon/kernel';
import type { Header } from '../header/tables';
import {
  AMOUNT_FIELDS,
  type ChangeField,
  CLEARANCE_FIELDS,
  type ClearanceField,
  formatMeaning,
  IGNORED,
  type Meaning,
} from '../model/meaning';
import { type ReadingOptions, withoutDates } from '../model/options';
import type { ReturnKind } from '../model/reading';
import type { Figures } from './figures';
import { columnLetters, type Grid } from '../sheet/grid';
import type { Features } from './features';

/** Why a person must say what columns mean. */
export interface ColumnQuestion {
  readonly field: Exclude<Meaning['field'], ChangeField | 'rate' | 'ignored'>;
  readonly columns: readonly number[];
  /** What the column that is chosen means; by default the field of this year's plan, over all sources. */
  readonly meaning?: Meaning;
  /**
   * `competing`: several columns could be meant. `scope`: does this total hold other plan types? `delta`: new amount or
   * change? `period`: is this cumulative? `previous`: does last month's count? `capital`: the project's capital or
   * compensation? `subject`: households, land or money (`fields` are what it may be)? `recovery`: are advances shown
   * before what was recovered of them, or after? `payments`: which sum of these columns was disbursed? `sources`: are these
   * the sources of the column before them? `other-year`: the only plan in sight is another year's. `returned`: is what was
   * given back to the budget taken off what was disbursed? `adjustment`: which is the plan, where before and changes don't
   * make after (`difference`)?
   */
  readonly why:
    | 'competing'
    | 'scope'
    | 'delta'
    | 'period'
    | 'previous'
    | 'capital'
    | 'subject'
    | 'recovery'
    | 'payments'
    | 'sources'
    | 'other-year'
    | 'returned'
    | 'adjustment';
  readonly fields?: readonly ClearanceField[];
  /** What the columns can mean together, where each choice gives all of them a meaning. */
  readonly alternatives?: readonly (readonly (readonly [number, Meaning])[])[];
  /** A row that contradicts the captions: what its columns make, what it states, and how many there are. */
  readonly difference?: { row: number; sum: string; stated: string; rows: number };
}

export interface Assignment {
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly questions: readonly ColumnQuestion[];
  readonly features: readonly Features[];
  /** Columns of which a person has said what they mean. */
  readonly answered: ReadonlySet<number>;
}

export interface AssignmentInput {
  readonly kind: ReturnKind;
  readonly grid: Grid;
  readonly header: Header;
  /** Columns that may hold figures; those of texts are already known. */
  readonly columns: readonly number[];
  readonly figures: Figures;
  readonly planYear: PlanYear | undefined;
  readonly answered: ReadonlyMap<number, Meaning>;
  /** The date the return says of itself, which tells this week's column from last week's. */
  readonly asOf: string | undefined;
  /** What is known so far; plans are assigned before disbursements. */
  readonly meanings: ReadonlyMap<number, Meaning>;
}

interface CaptionedColumn {
  readonly column: number;
  readonly path: readonly { readonly text: string }[];
}

/** The meaning that a person gave to a column. */
export function answeredMeaning(
  sheet: string,
  column: CaptionedColumn,
  { columns = [] }: ReadingOptions,
): string | undefined {
  return columns.find((answer) => isAbout(answer, sheet, column))?.meaning;
}

/** The unit that a person gave to a column. */
export function answeredUnit(
  sheet: string,
  column: CaptionedColumn,
  { units = [] }: ReadingOptions,
): NonNullable<ReadingOptions['units']>[number] | undefined {
  return units.find((answer) => isAbout(answer, sheet, column));
}

/**
 * An answer that names the captions it was given for holds only where the column still bears them, but for dates: an
 * office's remembered answer must not follow a letter to another column.
 */
function isAbout(
  answer: { sheet: string; column?: string; caption?: string },
  sheet: string,
  { column, path }: CaptionedColumn,
): boolean {
  if (answer.sheet !== sheet || answer.column !== columnLetters(column)) return false;
  const caption = path.map(({ text }) => text).join(' / ');
  return answer.caption === undefined || withoutDates(answer.caption) === withoutDates(caption);
}

/** Figures of a line; changes of a plan are none of these: several add up by definition. */
const EXCLUSIVE: readonly ColumnQuestion['field'][] = [...AMOUNT_FIELDS, ...CLEARANCE_FIELDS];

/**
 * No two columns of a table feed the same field of the same lines: not by their captions, not by an answer, not by a
 * mapping (walks/reading.md, R1). Those that would are not read, and a person is asked which one it is.
 */
export function withoutSharedMeanings(meanings: ReadonlyMap<number, Meaning>): {
  meanings: Map<number, Meaning>;
  questions: ColumnQuestion[];
} {
  const kept = new Map(meanings);
  const questions: ColumnQuestion[] = [];
  for (const same of groupBy([...meanings], ([, meaning]) => formatMeaning(meaning)).values()) {
    const [[, meaning] = [0, IGNORED] as const] = same;
    const field = EXCLUSIVE.find((exclusive) => exclusive === meaning.field);
    if (field === undefined || same.length < 2) continue;
    const columns = same.map(([column]) => column).sort((a, b) => a - b);
    for (const column of columns) kept.set(column, IGNORED);
    questions.push({ field, columns, meaning, why: 'competing' });
  }
  return { meanings: kept, questions };
}
