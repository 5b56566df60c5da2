import {
  addDays,
  businessDate,
  type Dong,
  type PlainDate,
  PLAN_TYPES,
  type PlanType,
  sumDong,
  weekOfReceipt,
} from '@thongvon/kernel';
import type { ProjectKind } from '@thongvon/projects';

/** A line of the ledgers: what is planned now, and what the office last reported. */
export interface LedgerLine {
  readonly planType: PlanType;
  /** Null where the table didn't say. */
  readonly source: string | null;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
}

/** A project as the ledgers and registers have it. */
export interface LedgerProject {
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly lines: readonly LedgerLine[];
  /** What the office's last return said stands in the way. */
  readonly blocker: string | null;
}

/** A row that the office fills in. */
export interface ReportingRow {
  readonly project: LedgerProject;
  readonly source: string | null;
  readonly planned: Dong | null;
  readonly last: Dong | null;
}

/** The rows of one plan type, by kind of project. */
export interface ReportingSection {
  readonly planType: PlanType;
  readonly groups: readonly { readonly kind: ProjectKind; readonly rows: readonly ReportingRow[] }[];
}

/** What an office has to report, at the grain at which it last did: sections by plan type, groups by kind of project. */
export function reportingSections(
  projects: readonly LedgerProject[],
  kinds: readonly ProjectKind[],
): ReportingSection[] {
  return PLAN_TYPES.flatMap((planType) => {
    const groups = kinds.flatMap((kind) => {
      const rows = projects
        .filter((project) => project.kind === kind)
        .flatMap((project) => rowsOf(project, planType));
      return rows.length === 0 ? [] : [{ kind, rows }];
    });
    return groups.length === 0 ? [] : [{ planType, groups }];
  });
}

/**
 * One row per project; one per source where the office reported its figures by source. A figure that was reported as a whole
 * is asked for as a whole, also where the plan is split: splitting it would be a guess.
 */
function rowsOf(project: LedgerProject, planType: PlanType): ReportingRow[] {
  const lines = project.lines.filter((line) => line.planType === planType);
  if (lines.length === 0) return [];
  const isSplit = lines.some(({ source, disbursed }) => source !== null && disbursed !== null);
  if (isSplit)
    return lines.map(({ source, planned, disbursed }) => ({ project, source, planned, last: disbursed }));
  const sum = (field: 'planned' | 'disbursed'): Dong | null => sumDong(lines.map((line) => line[field]));
  return [{ project, source: null, planned: sum('planned'), last: sum('disbursed') }];
}

/**
 * The day that a return begun now is for: the day before the week's cut-off, or today as long as that is still to come
 * (a return can't say what will have been paid).
 */
export function reportingDate(now: Date): PlainDate {
  const today = businessDate(now);
  const beforeCutOff = addDays(weekOfReceipt(now), -1);
  return beforeCutOff < today ? beforeCutOff : today;
}
