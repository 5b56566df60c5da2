import {
  type AmountUnit,
  type Coverage,
  type Denominator,
  type PlainDate,
  type PlanType,
  type PlanYear,
  type ProjectGroup,
  RETURN_KINDS,
  type ReturnKind,
} from '@thongvon/kernel';
import type { CorrectionReading } from './correction';
import type { Evidence } from './evidence';
import type { AmountText, CellRef, Finding } from './finding';

/**
 * What a workbook says, each value with the cell it stands in (contract, section 5). Plain data: it crosses threads,
 * is stored as JSON and printed by `check-return --json`. Amounts are whole đồng as decimal strings; null is "not
 * reported", except where `notApplicable` lists the field ("x" in the cell).
 */
export interface Reading {
  kinds: ReturnKind[];
  asOf: PlainDate | null;
  planYear: PlanYear | null;
  coverage: Coverage;
  decision: DecisionReading | null;
  sheets: SheetReading[];
  total: TotalReading;
  /** Totals of the plan types other than this year's. */
  byPlanType: Partial<Record<PlanType, TotalReading>>;
  projects: ProjectReading[];
  allocations: AllocationReading[];
  landClearance: LandClearanceReading[];
  findings: Finding[];
  /** What was decided, and what speaks for it. Absent: read before evidence was kept. */
  evidence?: Evidence[];
  /** What people have declared to be right for cells, and it was read with. Absent: nothing. */
  corrections?: readonly CorrectionReading[];
}

export { RETURN_KINDS, type Coverage, type ReturnKind };
export * from './correction';
export * from './finding';
export * from './evidence';

export interface DecisionReading {
  number: string;
  date: PlainDate;
  mode: 'initial' | 'adjustment';
}

export interface SheetReading {
  name: string;
  /** The kind of return that the sheet holds, `cover` for one without a table, `ignored` for a table of no known kind. */
  role: ReturnKind | 'cover' | 'ignored';
  unit: AmountUnit | null;
  /** Rows of the header block, counted from 1 as Excel shows them. */
  headerRows: number[];
  columns: { column: string; path: string[]; meaning: string }[];
}

export interface TotalReading {
  planned: AmountText;
  disbursed: AmountText;
  rate: string | null;
  denominator: Denominator;
  /** How many projects have a cell that would enter it and isn't settled. Absent: none. */
  unread?: number;
}

/** The amounts of one project, plan type and source. */
export const LINE_FIELDS = ['planned', 'disbursed', 'completed', 'advance', 'estimate'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

export interface LineReading {
  planType: PlanType;
  /** Code of the source, `unspecified` where the table doesn't say. */
  source: string;
  /** The source in the table's own words; null when unspecified. */
  sourceLabel: string | null;
  planned: AmountText;
  disbursed: AmountText;
  completed: AmountText;
  advance: AmountText;
  estimate: AmountText;
  /** Where each amount stands; a field that is derived or not reported has none, or the cells it was derived from. */
  cells: Partial<Record<LineField, CellRef>>;
  /** Fields given by the row's own identity, like (9)=(10)+(11), or summed, not by their cell. */
  derived?: LineField[];
  /** Fields whose cell says "x". */
  notApplicable?: LineField[];
  /** Fields of which a cell can't be read, or can be in two ways: what the line says of them isn't all. Absent: none. */
  unread?: LineField[];
}

/** The group of a project, and where it is named: in a heading or a column. */
export interface GroupReading {
  readonly group: ProjectGroup;
  readonly cell: CellRef;
}

export interface ProjectReading {
  code: string | null;
  name: string;
  /** This year's plan, summed over sources; the other plan types are in `lines`. */
  planned: AmountText;
  disbursed: AmountText;
  lines: LineReading[];
  /** The cell that names the project. */
  cell: CellRef;
  field: string | null;
  owner: string | null;
  note: string | null;
  totalInvestment: AmountText;
  /** Null: no heading and no column says it, or two say otherwise. Absent: read before groups were. */
  group?: GroupReading | null;
  /** It stands again where it counts twice, which a finding says: until that is mended its amounts are not its own. */
  repeated?: boolean;
}

export interface AllocationReading {
  code: string | null;
  name: string;
  planType: PlanType;
  source: string;
  sourceLabel: string | null;
  planned: string;
  cell: CellRef;
  owner: string | null;
  field: string | null;
  group?: GroupReading | null;
  /** What the table says that the project's plan was just before the decision; with the first of its allocations only. */
  before?: PlanBeforeReading[];
}

/** A plan just before a decision ("trước điều chỉnh", "đã giao"), of one plan type and source. */
export interface PlanBeforeReading {
  planType: PlanType;
  /** `unspecified`: over all sources, or of one that isn't named. */
  source: string;
  planned: string;
  cell: CellRef;
  /** The whole over the sources that stand beside it, or one of these; absent: it stands alone. */
  split?: 'whole' | 'part';
  /** Whole đồng by which the digits that the cell doesn't show may differ; absent: none. */
  rounding?: string;
}

/** Counts are whole numbers, area in m², compensation amounts in đồng. */
export interface LandClearanceReading {
  code: string | null;
  name: string;
  /** The part of the project that the row tells of (a commune, a batch), in the table's words; absent: the whole. */
  segment?: string;
  households: number | null;
  inventoried: number | null;
  approved: number | null;
  paid: number | null;
  handedOver: number | null;
  /** m², as a decimal string. */
  area: string | null;
  areaHandedOver: string | null;
  graves: number | null;
  compensation: AmountText;
  compensated: AmountText;
  /** What a column for blockers says, and what speaks of an obstacle in a column for them and notes (ADR 0171). */
  blocker: string | null;
  /** Any other text of a column of notes: no blocker until a person says so. */
  note?: string;
  responsibleUnit: string | null;
  due: PlainDate | null;
  cells: Partial<Record<string, CellRef>>;
}
