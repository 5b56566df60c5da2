import { addDays, DENOMINATORS, freezeInstant, plainDate, type Dong, type PlainDate } from '@thongvon/kernel';
import type { FrozenBlocker, FrozenOrganization, FrozenProject } from '@thongvon/snapshots';
import type { LetterWeek } from '../domain/within-scope';

export const WEEK = plainDate('2023-06-22');
export const BOARD = 'a0000000-0000-4000-8000-000000000001';
export const COMMUNE = 'a0000000-0000-4000-8000-000000000002';

/** Stands for the day before the cut-off of the week that a project is put into. */
const FIGURE = plainDate('2023-06-21');

/** A project of this year's plan; `disbursed` null: not reported. */
export function project(
  id: string,
  planned: Dong | null,
  disbursed: Dong | null,
  more: Partial<FrozenProject> = {},
): FrozenProject {
  const amounts = { planned, plannedBeforeLate: planned, disbursed, completed: disbursed, advance: null };
  const source = { planYear: 2023, planType: 'current-year', source: 'huyen' } as const;
  return {
    id,
    organizationId: BOARD,
    code: null,
    name: `Dự án ${id}`,
    kind: 'road',
    ownerId: BOARD,
    owner: 'Ban QLDA',
    commune: null,
    figureAsOf: disbursed === null ? null : FIGURE,
    reported: disbursed !== null,
    clearance: null,
    clearanceAsOf: null,
    totalInvestment: null,
    lines: [{ ...source, ...amounts, change: null, figureAsOf: null, allocationId: null, figureId: null }],
    ...more,
  };
}

export function blocker(
  id: string,
  projectId: string,
  due: string | null,
  more: Partial<FrozenBlocker> = {},
): FrozenBlocker {
  return {
    id,
    projectId,
    segmentId: null,
    description: 'Hộ dân chưa đồng thuận',
    cause: 'household-disagreement',
    responsibleUnit: 'UBND xã Bình Phú',
    responsiblePerson: null,
    decidingLevel: null,
    contractor: null,
    openedOn: plainDate('2023-05-01'),
    due: due === null ? null : plainDate(due),
    daysOverdue: 0,
    lastActionOn: null,
    lastAction: null,
    reopened: 0,
    setAmount: null,
    held: null,
    ...more,
  };
}

export function office(name: string, more: Partial<FrozenOrganization> = {}): FrozenOrganization {
  return {
    id: BOARD,
    name,
    kind: 'disbursement',
    owes: true,
    state: 'reported',
    late: false,
    returnId: null,
    receivedAt: null,
    lastAsOf: null,
    ...more,
  };
}

/** With its figures, and those of its lines, of the day before the cut-off unless it names another day. */
function dated(project: FrozenProject, week: PlainDate): FrozenProject {
  const figureAsOf = project.figureAsOf === FIGURE ? addDays(week, -1) : project.figureAsOf;
  return { ...project, figureAsOf, lines: project.lines.map((line) => ({ ...line, figureAsOf })) };
}

/** A frozen week whose sums follow from its projects. */
export function frozenWeek(undated: readonly FrozenProject[], more: Partial<LetterWeek> = {}): LetterWeek {
  const week = more.week ?? WEEK;
  const projects = undated.map((project) => dated(project, week));
  return {
    id: `week-${week}`,
    week,
    revision: 1,
    frozenAt: freezeInstant(week),
    computedAt: freezeInstant(week),
    planYears: [2023],
    previousId: null,
    reason: null,
    projects,
    cleared: [],
    organizations: [],
    blockers: [],
    rollups: projects.flatMap(({ organizationId, lines }) =>
      DENOMINATORS.flatMap((denominator) =>
        lines.map(({ planYear, planned, disbursed, completed, advance }) => ({
          planYear,
          denominator,
          organizationId,
          dimension: planned === null ? ('unplanned' as const) : ('total' as const),
          key: null,
          label: null,
          projects: 1,
          withFigure: disbursed === null ? 0 : 1,
          reported: disbursed === null ? 0 : 1,
          planned,
          disbursed,
          completed,
          advance,
        })),
      ),
    ),
    ...more,
  };
}
