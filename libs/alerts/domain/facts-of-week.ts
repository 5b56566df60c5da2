import { groupBy, parseDecimal, type PlanYear } from '@thongvon/kernel';
import type { Measure } from '@thongvon/api-contract';
import type { FrozenOrganization, FrozenProject, FrozenWeek } from '@thongvon/snapshots';
import type {
  BlockerFacts,
  EarlierWeek,
  OrganizationFacts,
  ProjectFacts,
  ReturnDuty,
  WeekFacts,
} from './week-facts';

/** What things are called, and who lies below whom. */
export interface Register {
  readonly sources: WeekFacts['sources'];
  readonly offices: readonly Omit<OrganizationFacts, 'duties'>[];
}

/** What rules look at besides the frozen rows. */
export type Beside = Pick<
  WeekFacts,
  | 'treasury'
  | 'advances'
  | 'contractAdvances'
  | 'guarantees'
  | 'ownPlans'
  | 'estimates'
  | 'yearBefore'
  | 'lifetimes'
>;

/** The frozen rows that rules look at. */
export type FrozenRows = Pick<FrozenWeek, 'week' | 'frozenAt' | 'projects' | 'organizations' | 'blockers'>;

/** An earlier week: of it only the projects are looked at. */
export function earlierWeek(
  { week, projects }: Pick<FrozenRows, 'week' | 'projects'>,
  planYear: PlanYear,
): EarlierWeek {
  return { week, projects: factsByProject(projects, planYear) };
}

/** A frozen week as the rules see it in one of its plan years. */
export function factsOf(
  frozen: FrozenRows,
  planYear: PlanYear,
  { sources, offices }: Register,
  beside: Beside,
): WeekFacts {
  const projects = factsByProject(frozen.projects, planYear);
  const reporting = groupBy(frozen.organizations, ({ id }) => id);
  return {
    week: frozen.week,
    planYear,
    projects,
    sources,
    organizations: new Map(
      offices.map((office) => [
        office.id,
        { ...office, duties: (reporting.get(office.id) ?? []).flatMap(dutyOf) },
      ]),
    ),
    blockers: frozen.blockers.flatMap((blocker): BlockerFacts[] => {
      const project = projects.get(blocker.projectId);
      if (!project) return [];
      const { id, cause, responsibleUnit, due, lastActionOn, openedOn, held } = blocker;
      return [
        {
          id,
          projectId: project.id,
          projectName: project.name,
          organizationId: project.organizationId,
          cause,
          responsibleUnit,
          due,
          lastActionOn: lastActionOn ?? openedOn,
          capitalHeld: held,
        },
      ];
    }),
    ...beside,
  };
}

/** The projects as rules see them in a plan year, by id. */
export function factsByProject(
  projects: readonly FrozenProject[],
  planYear: PlanYear,
): ReadonlyMap<string, ProjectFacts> {
  return new Map(projects.map((project) => [project.id, projectFacts(project, planYear)]));
}

function projectFacts(
  { id, name, organizationId, lines, clearance }: FrozenProject,
  planYear: PlanYear,
): ProjectFacts {
  return {
    id,
    name,
    organizationId,
    lines: lines.flatMap((line) =>
      line.planYear === planYear
        ? [
            {
              planType: line.planType,
              source: line.source,
              planned: line.planned,
              disbursed: line.disbursed,
              completed: line.completed,
              asOf: line.figureAsOf,
            },
          ]
        : [],
    ),
    handedOver: clearance && handedOver(clearance),
  };
}

function dutyOf({ owes, kind, state, late }: FrozenOrganization): ReturnDuty[] {
  if (!owes) return [];
  if (state === 'silent') return [{ kind, state: 'missing' }];
  if (state === 'sent-back') return [{ kind, state }];
  return [{ kind, state: late ? 'late' : 'met' }];
}

/** What is handed over, and what it is of. */
const HANDED_OVER: readonly (readonly [part: Measure, whole: Measure])[] = [
  ['handedOver', 'households'],
  ['areaHandedOver', 'area'],
  ['lengthHandedOver', 'length'],
];

/** Everything of every measure that is reported with its whole; null when none is, or nothing is to be handed over. */
function handedOver(clearance: Readonly<Partial<Record<Measure, string>>>): boolean | null {
  const done = HANDED_OVER.flatMap(([part, whole]) => {
    const [given, all] = [valueOf(clearance[part]), valueOf(clearance[whole])];
    return given === undefined || all === undefined || all === 0n ? [] : [given >= all];
  });
  return done.length === 0 ? null : done.every(Boolean);
}

/** As a whole number of millionths, so that areas with decimals compare exactly. */
function valueOf(text: string | undefined): bigint | undefined {
  const decimal = text === undefined ? undefined : parseDecimal(text);
  return decimal && decimal.scale <= 6 ? decimal.coefficient * 10n ** BigInt(6 - decimal.scale) : undefined;
}
