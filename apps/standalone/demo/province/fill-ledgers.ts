import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CourseDay, type CourseLine, TakeOverLedgers } from '@thongvon/capital';
import {
  addDays,
  formatPlainDate,
  instantAt,
  lastDay,
  type PlainDate,
  type PlanYear,
  plainDate,
} from '@thongvon/kernel';
import { TakeOverProjects } from '@thongvon/projects';
import { TakeOverReturns } from '@thongvon/returns';
import { COURSES } from './course';
import {
  decidedOn,
  DECISION_MOMENTS,
  decisionNumber,
  firstWeek,
  type Province,
  reportDays,
  reportedLines,
  showsAdvances,
  treasuryLines,
  weekOf,
} from './province';
import { entriesOf } from './rows';

/** Who enters the books of before, and for whom. */
export interface Bookkeepers {
  /** The office above all others, whose decisions the plans are. */
  readonly root: string;
  /** Of each office of the province, in order: its id and the person who reports for it. */
  readonly offices: readonly { readonly id: string; readonly reporter: string }[];
  readonly finance: string;
  readonly financeHead: string;
}

export interface Filling {
  /** When the books were entered: all that is dated before became known then, what is later on its own Thursday. */
  readonly enteredAt: Date;
  /** Day of the last figures of offices that are taken over. */
  readonly until: PlainDate;
  /** Day of the last statement of the Treasury. */
  readonly treasuryUntil: PlainDate;
  /** The plans as well; else they come as workbooks. */
  readonly plans: boolean;
  /** Only so many weeks before `until`; without it, all plan years. */
  readonly weeks?: number;
}

const ORIGIN = 'Số liệu minh họa, chuyển thẳng vào sổ; không có bảng Excel nên không dẫn đến ô nào.';

/**
 * Puts the province's projects and the ledgers of its earlier weeks in place, in bulk. What is in force is derived afterwards. Gives
 * the ids of its projects, in order, and how many figures were written.
 */
export async function fillLedgers(
  app: INestApplicationContext,
  manager: EntityManager,
  province: Province,
  who: Bookkeepers,
  filling: Filling,
): Promise<{ projects: string[]; figures: number }> {
  const projects = await registerProjects(app, manager, province, who, filling.enteredAt);
  if (filling.plans) await enterPlans(app, manager, province, who, projects, filling.enteredAt);
  const days = [
    ...(await officeDays(app, manager, province, who, filling)),
    ...(await treasuryDays(app, manager, province, who, filling)),
  ];
  const lines = linesOf(province, projects);
  const ledgers = app.get(TakeOverLedgers);
  await ledgers.sources(manager, sourcesOf(province));
  const figures = await ledgers.figures(manager, COURSES, days, lines);
  return { projects, figures };
}

function registerProjects(
  app: INestApplicationContext,
  manager: EntityManager,
  { projects }: Province,
  { offices }: Bookkeepers,
  at: Date,
): Promise<string[]> {
  const rows = projects.map(({ code, name, kind, office, commune, totalInvestment }) => ({
    ...{ code, name, kind, commune },
    ownerId: offices[office]?.id ?? '',
    totalInvestment: totalInvestment.toString(),
  }));
  return app.get(TakeOverProjects).takeOver(manager, rows, at);
}

/** The plans of all years, without workbooks. */
async function enterPlans(
  app: INestApplicationContext,
  manager: EntityManager,
  province: Province,
  { root, finance, financeHead }: Bookkeepers,
  projects: readonly string[],
  at: Date,
): Promise<void> {
  const ledgers = app.get(TakeOverLedgers);
  await ledgers.sources(manager, sourcesOf(province));
  const ids = new Map(province.projects.map((project, nth) => [project, projects[nth] ?? '']));
  for (const planYear of province.planYears)
    for (const moment of DECISION_MOMENTS) {
      const number = decisionNumber(planYear, moment);
      const [returnId = ''] = await app.get(TakeOverReturns).takeOver(manager, [
        {
          ...{ organizationId: root, kind: 'plan', asOf: null, planYear, enteredBy: finance, enteredAt: at },
          ...{ approvedBy: financeHead, approvedAt: at, fileName: `Quyết định ${number} (sổ theo dõi).txt` },
          origin: `${ORIGIN} Quyết định ${number}.`,
        },
      ]);
      const decision = {
        ...{ returnId, number, planYear, organizationId: root, date: decidedOn(planYear, moment) },
        mode: moment === 'initial' ? ('initial' as const) : ('adjustment' as const),
      };
      const entries = entriesOf(province, planYear, moment).map(({ project, planType, source, amount }) => ({
        ...{ projectId: ids.get(project) ?? '', planType, source },
        amount: amount.toString(),
      }));
      await ledgers.plan(manager, decision, entries, at);
    }
}

/** The sources that the plans name. */
function sourcesOf({ projects }: Province): { source: string; sourceLabel: string }[] {
  const labels = new Map(
    projects.flatMap(({ courses }) =>
      courses.flatMap(({ sources }) => sources.map(({ source, label }) => [source, label] as const)),
    ),
  );
  return [...labels].map(([source, sourceLabel]) => ({ source, sourceLabel }));
}

/** A return of each office for each Wednesday of each plan year. */
async function officeDays(
  app: INestApplicationContext,
  manager: EntityManager,
  province: Province,
  { offices, finance }: Bookkeepers,
  { enteredAt, until, weeks }: Filling,
): Promise<CourseDay[]> {
  const since = weeks === undefined ? plainDate('1900-01-01') : addDays(until, -7 * weeks + 1);
  const on = province.planYears.flatMap((planYear) =>
    reportDays(planYear, until).flatMap((asOf, week) => (asOf < since ? [] : [{ planYear, asOf, week }])),
  );
  const days = on.flatMap((day) => offices.map((office, group) => ({ ...day, office, group })));
  const ids = await app.get(TakeOverReturns).takeOver(
    manager,
    days.map(({ planYear, asOf, office }) => {
      const [received, approved] = knownAt(asOf, enteredAt);
      return {
        ...{ organizationId: office.id, kind: 'disbursement' as const, asOf, planYear },
        ...{ enteredBy: office.reporter, enteredAt: received, approvedBy: finance, approvedAt: approved },
        fileName: `Sổ theo dõi đến ${formatPlainDate(asOf)}.txt`,
        origin: `${ORIGIN} Năm kế hoạch ${planYear}, đến ${formatPlainDate(asOf)}.`,
      };
    }),
  );
  return days.map(({ planYear, asOf, week, group }, nth) => ({
    ...{ planYear, asOf, week, group },
    returnId: ids[nth] ?? '',
  }));
}

/** When figures of a day were received and approved: that week's Thursday, or when all before was entered. */
function knownAt(asOf: PlainDate, enteredAt: Date): readonly [received: Date, approved: Date] {
  const thursday = addDays(asOf, 1);
  const received = instantAt(thursday, '09:00');
  if (received > enteredAt) return [received, instantAt(thursday, '15:30')];
  // One after another, so that lists by time stand in the order of days.
  const nth = Math.floor((Date.parse(asOf) - Date.parse('2020-01-01')) / 86_400_000);
  const entered = new Date(enteredAt.getTime() + nth * 1000);
  return [entered, entered];
}

/** A statement of the Treasury for each month's end; of the whole province, a group of its own. */
async function treasuryDays(
  app: INestApplicationContext,
  manager: EntityManager,
  { offices, planYears }: Province,
  { root, finance, financeHead }: Bookkeepers,
  { enteredAt, treasuryUntil }: Filling,
): Promise<CourseDay[]> {
  const days = planYears.flatMap((planYear) =>
    monthEnds(planYear)
      .filter((asOf) => asOf <= treasuryUntil)
      .map((asOf) => ({ planYear, asOf, week: weekOf(planYear, asOf), group: offices.length })),
  );
  const ids = await app.get(TakeOverReturns).takeOver(
    manager,
    days.map(({ planYear, asOf }) => ({
      ...{ organizationId: root, kind: 'treasury' as const, asOf, planYear, enteredBy: finance },
      ...{ enteredAt, approvedBy: financeHead, approvedAt: enteredAt },
      fileName: `Sổ đối chiếu Kho bạc đến ${formatPlainDate(asOf)}.txt`,
      origin: `${ORIGIN} Số Kho bạc, năm kế hoạch ${planYear}, đến ${formatPlainDate(asOf)}.`,
    })),
  );
  return days.map((day, nth) => ({ ...day, returnId: ids[nth] ?? '' }));
}

/** The last days of the 13 months of a plan year. */
function monthEnds(year: PlanYear): PlainDate[] {
  const months = Array.from({ length: 11 }, (_, month) => addDays(firstOf(year, month + 2), -1));
  return [...months, plainDate(`${year}-12-31`), lastDay(year)];
}

const firstOf = (year: PlanYear, month: number): PlainDate =>
  plainDate(`${year}-${String(month).padStart(2, '0')}-01`);

/** What every project reports, and what the Treasury says of it. */
function linesOf({ offices, projects }: Province, ids: readonly string[]): CourseLine[] {
  return projects.flatMap(({ office, courses }, nth) => {
    const layout = offices[office]?.layout ?? 'source-columns';
    return courses.flatMap((of) => {
      const { planYear, planType } = of;
      const line = { projectId: ids[nth] ?? '', planYear, planType, since: firstWeek(of) };
      const reported = reportedLines(of, layout).map((each) => ({
        ...each,
        ...line,
        group: office,
        basis: 'reported' as const,
        showsAdvances: showsAdvances(layout, planType),
      }));
      const treasury = planType !== 'current-year' ? [] : treasuryLines(of);
      const stated = treasury.map((each) => ({
        ...each,
        ...line,
        group: offices.length,
        basis: 'treasury' as const,
        showsAdvances: true,
      }));
      return [...reported, ...stated].map(({ amount, ...each }) => ({ ...each, amount: amount.toString() }));
    });
  });
}
