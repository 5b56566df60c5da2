import type { PlanYear } from '@thongvon/kernel';
import type { Header } from '../header/header';
import type { Figures } from '../sheet/figures';
import type { Grid } from '../sheet/grid';
import type { Features } from './features';
import type { ChangeField, ClearanceField, Meaning } from './meaning';

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
   * the sources of the column before them? `other-year`: the only plan in sight is another year's.
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
    | 'other-year';
  readonly fields?: readonly ClearanceField[];
  /** What the columns can mean together, where each choice gives all of them a meaning. */
  readonly alternatives?: readonly (readonly (readonly [number, Meaning])[])[];
}

export interface Assignment {
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly questions: readonly ColumnQuestion[];
  readonly features: readonly Features[];
  /** Columns of which a person has said what they mean. */
  readonly answered: ReadonlySet<number>;
}

export interface AssignmentInput {
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
