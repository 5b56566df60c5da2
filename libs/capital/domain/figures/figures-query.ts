import type { Basis, Concern, NOT_KNOWN } from '@thongvon/api-contract';
import type { Denominator, PlainDate, PlanType, PlanYear, ProjectGroup } from '@thongvon/kernel';
import type { ProjectKind } from '@thongvon/projects';

/** Who says what was disbursed: the boards (`reported`), the Treasury, or an owner's promise for the year's end (`estimate`). */
export { BASES, type Basis } from '@thongvon/api-contract';

/** Which figures and which plan are asked for. */
export interface FiguresQuery {
  readonly planYear: PlanYear;
  /** The latest approved figure dated on or before this day counts, and the plan in force on it. */
  readonly asOf: PlainDate;
  /** By which the age of figures is judged; without it, `asOf`. */
  readonly businessDay?: PlainDate;
  /** What had been approved by this instant; without it, what is approved now. */
  readonly knownAt?: Date;
  readonly basis: Basis;
  readonly denominator: Denominator;
  /** Only lines of this source (contract, section 3: filters cut lines, not projects). */
  readonly source?: string;
  /** Only lines of this plan type, of those that the denominator counts. */
  readonly planType?: PlanType;
}

/** Which projects, next to the source of their lines; all conditions hold together. `NOT_KNOWN` asks for those whose owner, commune or group isn't known. */
export interface Slice {
  readonly q?: string;
  readonly owner?: string;
  readonly kind?: ProjectKind;
  readonly commune?: string;
  readonly group?: ProjectGroup | typeof NOT_KNOWN;
  readonly concern?: Concern;
  /** Percent of the plan that is due, at most two decimals: a rate below it is the concern `below-target`. */
  readonly target?: string;
}
