import { type Dong, type PlainDate, type PlanType, type PlanYear, PROJECT_GROUPS } from '@thongvon/kernel';
import { COURSES, figuresOfCourse } from './course';
import {
  type DecisionMoment,
  firstWeek,
  GROUP_HEADINGS,
  groupInYear,
  type Layout,
  plannedOn,
  type Province,
  type ProvinceCourse,
  type ProvinceProject,
  reportedLines,
  UNSPLIT,
} from './province';

/** Figures of one day: the week of the plan year that its Wednesday is. */
export interface ReportDay {
  readonly planYear: PlanYear;
  readonly day: PlainDate;
  readonly week: number;
}

/** An amount of a row that may be split: the whole, and by the label of each source. */
interface Amounts {
  readonly planned: Dong | null;
  readonly plannedOf: ReadonlyMap<string, Dong>;
  readonly disbursed: Dong;
  readonly completed: Dong;
  readonly advance: Dong;
  readonly disbursedOf: ReadonlyMap<string, { disbursed: Dong; completed: Dong; advance: Dong }>;
  /** In the week before. */
  readonly before: Dong;
}

export interface Row extends Amounts {
  readonly project: ProvinceProject;
  /** Carried over from the year before; null: nothing. */
  readonly carried: { readonly planned: Dong; readonly disbursed: Dong } | null;
  readonly note: string | null;
}

/** What an office's table of that day says, project by project. */
export function rowsOf(province: Province, office: number, on: ReportDay): Row[] {
  const layout = province.offices[office]?.layout ?? 'source-columns';
  return province.projects.flatMap((project) => {
    if (project.office !== office) return [];
    const main = courseOf(project, on.planYear, 'current-year');
    if (!main || on.week < firstWeek(main)) return [];
    const amounts = amountsOf(main, layout, on);
    const other = courseOf(project, on.planYear, 'carried-over');
    const carried = other && carriedOf(other, layout, on);
    return [{ ...amounts, project, carried: carried ?? null, note: noteOf(project, on.day) }];
  });
}

/** What the table says of it in words: what stands in the way since that day or before. */
function noteOf({ obstacle }: ProvinceProject, day: PlainDate): string | null {
  if (obstacle === null || !obstacle.reported || obstacle.solved) return null;
  return obstacle.openedOn <= day ? obstacle.text : null;
}

export const courseOf = (
  project: ProvinceProject,
  year: PlanYear,
  type: PlanType,
): ProvinceCourse | undefined =>
  project.courses.find(({ planYear, planType }) => planYear === year && planType === type);

function amountsOf(of: ProvinceCourse, layout: Layout, { planYear, day, week }: ReportDay): Amounts {
  const labels = new Map(of.sources.map(({ source, label }) => [source, label]));
  const plannedOf = new Map(
    of.sources.flatMap((source) => {
      const planned = plannedOn(source, planYear, day);
      return planned === null ? [] : [[source.label, planned] as const];
    }),
  );
  const lines = reportedLines(of, layout);
  const figures = lines.map((line) => figuresOfCourse(COURSES, line, week));
  const sumOf = (part: 'disbursed' | 'completed' | 'advance'): Dong => sum(figures, (one) => one[part]);
  return {
    planned: plannedOf.size === 0 ? null : sum([...plannedOf.values()], (planned) => planned),
    plannedOf,
    ...{ disbursed: sumOf('disbursed'), completed: sumOf('completed'), advance: sumOf('advance') },
    disbursedOf: new Map(
      lines.flatMap(({ source }, at) => {
        const figure = figures[at];
        return figure && source !== UNSPLIT ? [[labels.get(source) ?? source, figure] as const] : [];
      }),
    ),
    before: sum(lines, (line) => figuresOfCourse(COURSES, line, week - 1).disbursed),
  };
}

function carriedOf(of: ProvinceCourse, layout: Layout, on: ReportDay): Row['carried'] {
  const { planned, disbursed } = amountsOf(of, layout, on);
  return planned === null ? null : { planned, disbursed };
}

export const sum = <Item>(items: readonly Item[], amount: (item: Item) => Dong): Dong =>
  items.reduce((total, item) => total + amount(item), 0n);

/** What stands under the headings of groups, and the letter and words of each. */
export function inGroups<Item extends { readonly project: ProvinceProject }>(
  items: readonly Item[],
  year: PlanYear,
): { letter: string; heading: string; items: Item[] }[] {
  const of = PROJECT_GROUPS.map((group) => ({
    heading: GROUP_HEADINGS[group](year),
    items: items.filter(({ project }) => groupInYear(project, year) === group),
  })).filter((group) => group.items.length > 0);
  return of.map((group, nth) => ({ letter: String.fromCharCode(65 + nth), ...group }));
}

/** What a decision gives: a line for each project, plan type and source. */
export function entriesOf(province: Province, year: PlanYear, moment: DecisionMoment): PlanEntry[] {
  return province.projects.flatMap((project) =>
    project.courses.flatMap(({ planYear, planType, sources }) =>
      sources.flatMap(({ source, label, planned }) => {
        const amount = planned[moment];
        return planYear === year && amount !== null ? [{ project, planType, source, label, amount }] : [];
      }),
    ),
  );
}

export interface PlanEntry {
  readonly project: ProvinceProject;
  readonly planType: PlanType;
  readonly source: string;
  readonly label: string;
  readonly amount: Dong;
}
