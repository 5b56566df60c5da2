import { PROJECT_KINDS } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { exitCodeOf, type Reading, readWorkbook } from '@thongvon/return-reader';
import { openWorkbook } from '@thongvon/workbook-io';
import { COURSES, figuresOfCourse, WEEKS } from './course';
import { makeProvince } from './make-province';
import { planWorkbook, treasuryWorkbook } from './official-workbooks';
import {
  decidedOn,
  DECISION_MOMENTS,
  firstWeek,
  groupInYear,
  LAYOUTS,
  plannedOn,
  reportDays,
  reportedLines,
  showsAdvances,
  treasuryLines,
  weekOf,
} from './province';
import { entriesOf, rowsOf } from './rows';
import { returnWorkbook } from './workbooks';

const province = makeProvince();
const days = reportDays(2026, province.lastDay);
const LAST = { planYear: 2026, day: province.lastDay, week: days.length - 1 };
const courses = province.projects.flatMap((project) =>
  project.courses.map((course) => ({ project, course })),
);

/** What a reading says of this year's figures: one text for each line that says something. */
const linesRead = ({ projects }: Reading): string[] =>
  projects
    .flatMap(({ code, lines }) =>
      lines
        .filter(({ disbursed }) => disbursed !== null)
        .map((line) =>
          [code, line.planType, line.source, line.disbursed, line.completed, line.advance].join(' '),
        ),
    )
    .sort();

/** What the ledger has of an office's projects for the same day. */
function linesOfLedger(office: number): string[] {
  const layout = province.offices[office]?.layout ?? 'source-columns';
  const listed = new Set(rowsOf(province, office, LAST).map(({ project }) => project));
  return courses
    .flatMap(({ project, course }) => {
      if (course.planYear !== 2026 || !listed.has(project)) return [];
      return reportedLines(course, layout).map((line) => {
        const { disbursed, completed, advance } = figuresOfCourse(COURSES, line, LAST.week);
        const parts = showsAdvances(layout, course.planType) ? [completed, advance] : ['', ''];
        return [project.code, course.planType, line.source, disbursed, ...parts].join(' ');
      });
    })
    .sort();
}

/** The groups that a reading names, and those that the projects are of in 2026. */
const groupsRead = (rows: Reading['projects'] | Reading['allocations']): string[] =>
  rows.flatMap(({ code, group }) => (group ? [`${code ?? ''} ${group.group}`] : []));
const groupsOf = (rows: readonly { readonly code: string | null }[]): string[] =>
  rows.flatMap(({ code }) => {
    const project = province.projects.find((each) => each.code === code);
    return project ? [`${project.code} ${groupInYear(project, 2026)}`] : [];
  });

const read = (bytes: Uint8Array): Reading => readWorkbook(openWorkbook(bytes));

describe('the illustrative province', () => {
  it('is the same each time: its projects, and the bytes of its workbooks', async () => {
    expect(makeProvince()).toEqual(province);
    expect(makeProvince(undefined, 'another')).not.toEqual(province);
    const [one, other] = [
      await returnWorkbook(province, 0, LAST),
      await returnWorkbook(makeProvince(), 0, LAST),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('has 59 reporting offices, 1,200 projects of every kind, and every layout, habit and sort of plan', () => {
    const { offices, projects } = province;
    expect([offices.length, projects.length]).toEqual([59, 1200]);
    expect(new Set(offices.map(({ name }) => name)).size).toBe(59);
    expect(new Set(projects.map(({ code }) => code)).size).toBe(1200);
    expect(new Set(projects.map(({ kind }) => kind))).toEqual(new Set(PROJECT_KINDS));
    expect(new Set(offices.map(({ layout }) => layout))).toEqual(new Set(LAYOUTS));
    expect(new Set(offices.map(({ habit }) => habit)).size).toBe(5);
    expect(new Set(courses.map(({ course }) => course.planYear))).toEqual(new Set([2024, 2025, 2026]));
    expect(new Set(courses.map(({ course }) => course.planType))).toEqual(
      new Set(['current-year', 'carried-over']),
    );
    expect(new Set(courses.flatMap(({ course }) => course.sources.map(({ source }) => source))).size).toBe(6);
    const unplanned = courses.filter(({ course }) =>
      course.sources.every(({ planned }) => DECISION_MOMENTS.every((moment) => planned[moment] === null)),
    );
    const differing = courses.filter(({ course }) => course.treasuryPercent !== 100n);
    const late = courses.filter(({ course }) =>
      course.sources.some(({ planned }) => planned.supplement !== null),
    );
    for (const some of [unplanned, differing, late]) expect(some.length).toBeGreaterThan(10);
  });

  it('pays out what only grows, stays below the plan, and is split without a rest', () => {
    const wrong: unknown[] = [];
    for (const { project, course } of courses) {
      for (const line of [
        ...reportedLines(course, 'source-rows'),
        ...reportedLines(course, 'week-by-week'),
      ]) {
        let before = 0n;
        for (let week = 0; week < WEEKS; week += 1) {
          const { disbursed, completed, advance } = figuresOfCourse(COURSES, line, week);
          const isSound = disbursed % 1000n === 0n && completed + advance === disbursed && completed >= 0n;
          if (!isSound || disbursed < before || disbursed > line.amount) wrong.push([project.code, week]);
          before = disbursed;
        }
      }
      for (const source of course.sources)
        for (const moment of DECISION_MOMENTS) {
          const planned = plannedOn(source, course.planYear, decidedOn(course.planYear, moment));
          if (planned !== null && source.paid > planned) wrong.push([project.code, moment]);
        }
    }
    expect(wrong).toEqual([]);
  });

  it.each(LAYOUTS.map((layout, office) => [layout, office]))(
    'has in the workbook of layout %s what the ledger has, with nothing to ask',
    async (layout, office) => {
      expect(province.offices[office]?.layout).toBe(layout);
      const reading = read(await returnWorkbook(province, office, LAST));
      expect([exitCodeOf(reading), reading.asOf, reading.planYear]).toEqual([0, LAST.day, 2026]);
      expect(linesRead(reading)).toEqual(linesOfLedger(office));
      const named = layout === 'week-by-week' ? groupsOf(reading.projects) : [];
      expect(groupsRead(reading.projects)).toEqual(named);
    },
  );

  it('lists in each table what the table before has listed', () => {
    const codesOf = (office: number, week: number): string[] => {
      const on = { planYear: 2026, day: days[week] ?? province.lastDay, week };
      return rowsOf(province, office, on).map(({ project }) => project.code);
    };
    const missing = province.offices.flatMap((_, office) =>
      days.slice(1).flatMap((_day, before) => {
        const listed = new Set(codesOf(office, before + 1));
        return codesOf(office, before).filter((code) => !listed.has(code));
      }),
    );
    expect(missing).toEqual([]);
    // Also the last that was entered before tables came: its lines are those of `firstWeek`.
    const entered = days.length - 3;
    const lines = courses.filter(
      ({ course }) =>
        course.planYear === 2026 && course.planType === 'current-year' && firstWeek(course) <= entered,
    );
    const all = province.offices.flatMap((_, office) => codesOf(office, entered + 1));
    expect(lines.map(({ project }) => project.code).filter((code) => !all.includes(code))).toEqual([]);
  });

  it('makes a mistake where an office is to have made one', async () => {
    const reading = read(await returnWorkbook(province, 0, LAST, { repeated: true }));
    expect(reading.findings.map(({ code }) => code)).toContain('RET-PROJECT-REPEATED');
  });

  it('has in the annexes of its decisions the plan, and in the Treasury’s statement its ledger', async () => {
    for (const moment of DECISION_MOMENTS) {
      const reading = read(await planWorkbook(province, 2026, moment));
      const written = reading.allocations.map(({ code, planType, source, planned }) =>
        [code, planType, source, planned].join(' '),
      );
      const meant = entriesOf(province, 2026, moment).map(({ project, planType, source, amount }) =>
        [project.code, planType, source, amount].join(' '),
      );
      expect(exitCodeOf(reading)).toBe(0);
      expect(written.sort()).toEqual(meant.sort());
      expect(groupsRead(reading.allocations)).toEqual(groupsOf(reading.allocations));
    }
    const day = plainDate('2026-10-31');
    const week = weekOf(2026, day);
    const statement = read(await treasuryWorkbook(province, { planYear: 2026, day, week }));
    const paid = courses
      .filter(({ course }) => course.planYear === 2026 && course.planType === 'current-year')
      .flatMap(({ course }) => treasuryLines(course))
      .reduce((total, line) => total + figuresOfCourse(COURSES, line, week).disbursed, 0n);
    const stated = statement.projects.flatMap(({ lines }) =>
      lines.map(({ disbursed }) => BigInt(disbursed ?? 0)),
    );
    expect(exitCodeOf(statement)).toBe(0);
    expect(stated.reduce((total, amount) => total + amount, 0n)).toBe(paid);
  });
});
