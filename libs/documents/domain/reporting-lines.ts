import {
  addDays,
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
  /** What of it paid for completed work, and what was advanced; null where the office didn't say. */
  readonly completed: Dong | null;
  readonly advance: Dong | null;
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
  /** What the office begins with: how its last figure was made up. Null: it didn't say, or said something that doesn't make it up. */
  readonly start: { readonly completed: Dong | null; readonly advance: Dong | null } | null;
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
    return lines.map((line) => ({
      project,
      source: line.source,
      planned: line.planned,
      last: line.disbursed,
      start: startOf(line),
    }));
  const sum = (field: 'planned' | 'disbursed' | 'completed' | 'advance'): Dong | null =>
    sumDong(lines.map((line) => line[field]));
  const last = { disbursed: sum('disbursed'), completed: sum('completed'), advance: sum('advance') };
  return [{ project, source: null, planned: sum('planned'), last: last.disbursed, start: startOf(last) }];
}

/** Filled in only where it gives the last figure again: a form that is sent as it came must not say anything else. */
function startOf({
  disbursed,
  completed,
  advance,
}: Pick<LedgerLine, 'disbursed' | 'completed' | 'advance'>): ReportingRow['start'] {
  const given = [completed, advance].filter((amount) => amount !== null);
  const isWhole = sumDong(given) === disbursed && given.every((amount) => amount >= 0n);
  return disbursed !== null && isWhole ? { completed, advance } : null;
}

/**
 * The day that a return begun now is for: the day before the cut-off of the week that is received now, also where it is still to come.
 * One that is sent before that day is asked about it, as any that is dated ahead.
 */
export function reportingDate(now: Date): PlainDate {
  return addDays(weekOfReceipt(now), -1);
}
