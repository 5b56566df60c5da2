import { plainDate, type Dong, type PlanType } from '@thongvon/kernel';
import type { Situation, ThresholdValues } from '../domain/alert-rule';
import type { LineFacts, OrganizationFacts, ProjectFacts, WeekFacts } from '../domain/week-facts';

/** A line of this year's plan unless stated otherwise; amounts in whole đồng. */
export function line(
  planned: Dong | null,
  disbursed: Dong | null,
  more: Partial<Omit<LineFacts, 'asOf' | 'planType'>> & { asOf?: string; planType?: PlanType } = {},
): LineFacts {
  const { asOf = '2023-06-21', ...rest } = more;
  return {
    planType: 'current-year',
    source: 'district-budget',
    planned,
    disbursed,
    completed: disbursed,
    asOf: disbursed === null ? null : plainDate(asOf),
    ...rest,
  };
}

/** A project of the board, or of another office, that nothing says is handed over. */
export function project(id: string, lines: readonly LineFacts[], organizationId = 'board'): ProjectFacts {
  return { id, name: `Dự án ${id}`, organizationId, lines, handedOver: null };
}

const OFFICES: readonly OrganizationFacts[] = [
  { id: 'district', name: 'UBND huyện', parentId: null, duties: [] },
  { id: 'board', name: 'Ban QLDA', parentId: 'district', duties: [] },
  { id: 'commune', name: 'UBND xã', parentId: 'district', duties: [] },
];

/** A week of 2023 in a district with a board and a commune. */
export function weekFacts(week: string, projects: readonly ProjectFacts[]): WeekFacts {
  return {
    week: plainDate(week),
    planYear: 2023,
    projects: new Map(projects.map((known) => [known.id, known])),
    sources: new Map([['district-budget', 'Ngân sách huyện']]),
    organizations: new Map(OFFICES.map((office) => [office.id, office])),
    blockers: [],
    treasury: [],
    advances: [],
    contractAdvances: [],
    guarantees: [],
    ownPlans: new Map(),
    lifetimes: new Map(),
    yearBefore: { on: plainDate('2022-06-22'), figures: [], entered: new Map() },
    estimates: new Map(),
  };
}

/** What a rule looks at, with the same thresholds for everyone. */
export function situation(
  [now, ...before]: readonly [WeekFacts, ...WeekFacts[]],
  thresholds: ThresholdValues = {},
): Situation {
  return { now, before, thresholds: () => thresholds, ownSources: [] };
}
