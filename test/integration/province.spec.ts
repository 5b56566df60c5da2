import { ListBlockers } from '@thongvon/blockers';
import { Summarize } from '@thongvon/capital';
import { instantAt, plainDate, type Dong, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { SummarizeClearance } from '@thongvon/land-clearance';
import { COURSES, figuresOfCourse } from '../../apps/standalone/demo/province/course';
import { LoadProvince } from '../../apps/standalone/demo/province/load-province';
import { ensurePeople, type People } from '../../apps/standalone/demo/province/people';
import { makeProvince, PROVINCE_NOW } from '../../apps/standalone/demo/province/make-province';
import { plannedOn, reportDays, treasuryLines, weekOf } from '../../apps/standalone/demo/province/province';
import { type Row, rowsOf } from '../../apps/standalone/demo/province/rows';
import { startTestSystem, type TestSystem } from '../support/test-system';

const province = makeProvince({ offices: 6, projects: 30 });

interface Sums {
  readonly planned: string;
  readonly disbursed: string;
  readonly unplanned: string | null;
}

const total = <Item>(items: readonly Item[], amount: (item: Item) => Dong): Dong =>
  items.reduce((sum, item) => sum + amount(item), 0n);

/** Each office's last table that counts on a day, row by row. */
function rowsInForce(planYear: PlanYear, day: PlainDate): Row[] {
  const days = reportDays(planYear, day);
  return province.offices.flatMap(({ habit }, office) => {
    const unsettled = days.at(-1) === province.lastDay && habit !== 'punctual';
    const week = days.length - 1 - (unsettled ? 1 : 0);
    const on = days[week];
    return on === undefined ? [] : rowsOf(province, office, { planYear, day: on, week });
  });
}

const hasPlan = ({ project }: Row, planYear: PlanYear, day: PlainDate): boolean =>
  project.courses.some(
    (course) =>
      course.planYear === planYear &&
      course.sources.some((source) => plannedOn(source, planYear, day) !== null),
  );

/** What the maker itself says of a day: this year's plan, and what was disbursed with and without one. */
function sumsOfMaker(planYear: PlanYear, day: PlainDate): Sums {
  const sources = province.projects.flatMap(({ courses }) =>
    courses.flatMap((course) =>
      course.planYear === planYear && course.planType === 'current-year' ? course.sources : [],
    ),
  );
  const rows = rowsInForce(planYear, day);
  const without = rows.filter((row) => !hasPlan(row, planYear, day));
  return {
    planned: total(sources, (source) => plannedOn(source, planYear, day) ?? 0n).toString(),
    disbursed: total(
      rows.filter((row) => hasPlan(row, planYear, day)),
      ({ disbursed }) => disbursed,
    ).toString(),
    unplanned: without.length === 0 ? null : total(without, ({ disbursed }) => disbursed).toString(),
  };
}

describe('the demo of a province, at the size of six offices', () => {
  let system: TestSystem;
  let loading: LoadProvince;
  let people: People;
  beforeAll(async () => {
    system = await startTestSystem(PROVINCE_NOW);
    loading = new LoadProvince(system.app, system.clock, province);
    people = await ensurePeople(system.app, province, 'a-long-password');
    await loading.load(people);
  }, 240_000);
  afterAll(() => system.close());

  async function sumsOfSystem(planYear: PlanYear, asOf: PlainDate, knownAt?: Date): Promise<Sums> {
    const asked = { planYear, asOf, basis: 'reported' as const, denominator: 'current-year-plan' as const };
    const known = knownAt === undefined ? {} : { knownAt };
    const { planned, disbursed, unplanned } = await system.app
      .get(Summarize)
      .summarize(people.root, { ...asked, ...known });
    return { planned: planned ?? '0', disbursed: disbursed ?? '0', unplanned: unplanned.disbursed };
  }

  it.each([
    [2024, '2024-07-03', 'taken over'],
    [2024, '2025-01-31', 'taken over'],
    [2025, '2025-10-29', 'taken over'],
    [2026, '2026-10-21', 'taken over'],
    [2026, '2026-11-11', 'read from workbooks'],
    [2026, '2026-11-18', 'read from workbooks'],
  ])('has the sums of the maker: plan year %s on %s, %s', async (planYear, day) => {
    const asOf = plainDate(day);
    expect(await sumsOfSystem(planYear, asOf)).toEqual(sumsOfMaker(planYear, asOf));
  });

  it('knew nothing before its first day, and of each later instant what had been approved', async () => {
    const nothing = { planned: '0', disbursed: '0', unplanned: null };
    const asOf = plainDate('2026-10-21');
    const before = instantAt(plainDate('2026-10-19'), '09:00');
    expect(await sumsOfSystem(2026, asOf, before)).toEqual(nothing);
    expect(await sumsOfSystem(2026, asOf, instantAt(plainDate('2026-10-23'), '07:00'))).toEqual(
      sumsOfMaker(2026, asOf),
    );
  });

  it('has the Treasury’s statement as the maker has it', async () => {
    const day = plainDate('2026-10-31');
    const paid = province.projects.flatMap(({ courses }) =>
      courses
        .filter(({ planYear, planType }) => planYear === 2026 && planType === 'current-year')
        .filter(({ sources }) => sources.some((source) => plannedOn(source, 2026, day) !== null))
        .flatMap(treasuryLines),
    );
    const { disbursed } = await system.app.get(Summarize).summarize(people.root, {
      ...{ planYear: 2026, asOf: day, basis: 'treasury', denominator: 'current-year-plan' },
    });
    const week = weekOf(2026, day);
    expect(disbursed).toBe(total(paid, (line) => figuresOfCourse(COURSES, line, week).disbursed).toString());
  });

  it('has its blockers and its progress of land clearance', async () => {
    const asked = {
      asOf: plainDate('2026-11-20'),
      planYear: 2026,
      denominator: 'current-year-plan' as const,
    };
    const open = await system.app.get(ListBlockers).list(people.root, { ...asked, state: 'open', limit: 1 });
    const standing = province.projects.filter(({ obstacle }) => obstacle !== null && !obstacle.solved);
    expect(open.total).toBe(standing.length);
    const cleared = province.projects.flatMap(({ clearance }) => clearance ?? []);
    const { households } = await system.app
      .get(SummarizeClearance)
      .summarize(system.data.manager, people.root, province.lastDay);
    expect(households).toBe(cleared.reduce((sum, clearance) => sum + clearance.households, 0));
  });

  it('stays as it is when it is loaded once more', async () => {
    const count = async (): Promise<unknown> =>
      system.data.query(
        `SELECT (SELECT count(*) FROM returns.return) AS returns, (SELECT count(*) FROM capital.figure) AS figures,
           (SELECT count(*) FROM projects.project) AS projects, (SELECT count(*) FROM blockers.blocker) AS blockers`,
      );
    const before = await count();
    await loading.load(await ensurePeople(system.app, province, 'a-long-password'));
    expect(await count()).toEqual(before);
  });
});
