import { addDays, type Dong, plainDate } from '@thongvon/kernel';
import type { FrozenBlocker, FrozenProject } from '@thongvon/snapshots';
import type { DeskMaterial } from '../domain/candidates';

export const WEEK = plainDate('2023-06-22');
const OFFICE = 'a0000000-0000-4000-8000-000000000001';

/** A project of the week: plans by source, disbursed by source (`unspecified`: split by nobody). */
export interface GivenProject {
  readonly id: string;
  readonly planned: Readonly<Record<string, Dong>>;
  readonly disbursed: Readonly<Record<string, Dong>>;
  /** Disbursed 28 days before the newest figures; without it no pace is known. */
  readonly before?: Dong;
  readonly totalInvestment?: Dong;
  readonly paidBefore?: Dong;
  readonly estimate?: Dong;
  readonly blocked?: boolean;
  readonly office?: string;
}

function frozen({ id, planned, disbursed, totalInvestment, office = OFFICE }: GivenProject): FrozenProject {
  const sources = [...new Set([...Object.keys(planned), ...Object.keys(disbursed)])];
  const figureAsOf = addDays(WEEK, -1);
  return {
    ...{
      id,
      organizationId: office,
      code: null,
      name: `Dự án ${id}`,
      kind: 'road',
      ownerId: office,
      owner: 'Ban QLDA',
    },
    ...{ commune: null, figureAsOf, reported: true, clearance: null, clearanceAsOf: null },
    totalInvestment: totalInvestment ?? null,
    lines: sources.map((source) => ({
      ...{ planYear: 2023, planType: 'current-year', source, change: null, figureAsOf },
      ...{ planned: planned[source] ?? null, plannedBeforeLate: planned[source] ?? null },
      ...{ disbursed: disbursed[source] ?? null, completed: null, advance: null },
      ...{ allocationId: null, figureId: null },
    })),
  };
}

const blocker = (projectId: string): FrozenBlocker => ({
  ...{ id: `b-${projectId}`, projectId, segmentId: null, description: 'Chưa bàn giao mặt bằng' },
  ...{ cause: 'unclassified', responsibleUnit: null, responsiblePerson: null, decidingLevel: null },
  ...{
    contractor: null,
    openedOn: plainDate('2023-05-01'),
    due: null,
    daysOverdue: null,
    lastActionOn: null,
  },
  ...{ lastAction: null, reopened: 0, setAmount: null, held: null },
});

const known = (
  projects: readonly GivenProject[],
  what: 'paidBefore' | 'estimate',
): ReadonlyMap<string, Dong> =>
  new Map(
    projects.flatMap((project) => {
      const amount = project[what];
      return amount === undefined ? [] : [[project.id, amount] as const];
    }),
  );

/** The desk of a week with these projects. */
export function deskWeek(projects: readonly GivenProject[]): DeskMaterial {
  return {
    now: {
      week: WEEK,
      projects: projects.map(frozen),
      blockers: projects.flatMap(({ id, blocked }) => (blocked === true ? [blocker(id)] : [])),
    },
    planYear: 2023,
    grounds: new Map(
      projects.flatMap(({ id, before }) =>
        before === undefined
          ? []
          : [[id, { projectId: id, planYear: 2023, asOf: addDays(WEEK, -29), disbursed: before }] as const],
      ),
    ),
    market: { rootOf: new Map(), sources: new Map([['province', 'Ngân sách tỉnh']]) },
    paidBefore: known(projects, 'paidBefore'),
    estimates: known(projects, 'estimate'),
  };
}
