import { ListStandings, Summarize, TraceFigures, type Slice } from '@thongvon/capital';
import { STANDING_SORTS } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { disbursementReading } from '../factories/reading';
import { DAY, QUERY, StandingProjects } from '../support/standing-projects';

describe('how projects stand', () => {
  let projects: StandingProjects;
  beforeAll(async () => {
    projects = await StandingProjects.start();
  });
  afterAll(() => projects.close());

  it('is its sums, its week, its four weeks, and what it will miss at that pace', async () => {
    const [moving, still] = await projects.list({ sort: 'name' });
    // 80 in 28 days; 217 days are left to 31/1/2024: 620 more, so 900 of 1000.
    expect(moving).toMatchObject({
      planned: '1000',
      disbursed: '280',
      rate: '28.00',
      weekChange: '40',
      monthChange: '80',
      shortfall: '100',
      asOf: '2023-06-28',
      ageDays: 0,
    });
    expect(still).toMatchObject({ weekChange: '0', monthChange: '0', shortfall: '200' });
  });

  it('is not known, rather than zero, where nothing was reported or planned', async () => {
    const [, , unreported, unplanned] = await projects.list({ sort: 'name' });
    expect(unreported).toMatchObject({
      disbursed: null,
      weekChange: null,
      shortfall: null,
      asOf: null,
      reason: 'not-reported',
    });
    expect(unplanned).toMatchObject({ code: '7000009', planned: null, rate: null, reason: 'no-plan' });
  });

  it('has no pace where nothing was reported four weeks before', async () => {
    const [moving] = await projects.list({ sort: 'name', asOf: plainDate('2023-06-21') });
    expect(moving).toMatchObject({ disbursed: '240', monthChange: null, shortfall: null });
    const { total } = await projects.facets({ q: moving?.code ?? '' }, plainDate('2023-06-21'));
    expect(total).toMatchObject({ projects: 1, disbursed: '240', shortfall: null });
  });

  it('keeps the pace of its own reports while nobody reports, and says nothing once they are too old', async () => {
    const of = async (businessDay: string) => {
      const query = { asOf: DAY, businessDay: plainDate(businessDay) };
      const [row] = await projects.list({ sort: 'name', ...query });
      const sums = await projects.sums(query);
      const course = await projects.course(query);
      return { row, total: sums.total, course };
    };
    const fresh = await of('2023-06-28');
    expect(fresh.row?.pace).toMatchObject({ perWeek: '20', from: '2023-05-31', to: DAY, reason: null });
    expect(fresh.total.pace).toMatchObject({
      perWeek: '20',
      to: DAY,
      projects: 2,
      withoutPace: 1,
      silent: 0,
    });
    // A week, two, and four of silence change neither pace nor forecast, and are no change.
    for (const day of ['2023-07-07', '2023-07-14', '2023-07-26']) {
      const { row, total, course } = await of(day);
      expect(row).toMatchObject({
        pace: fresh.row?.pace,
        forecast: '900',
        shortfall: '100',
        monthChange: null,
      });
      expect(total).toMatchObject({
        pace: fresh.total.pace,
        forecast: fresh.total.forecast,
        shortfall: fresh.total.shortfall,
        monthChange: null,
      });
      expect(course).toMatchObject({
        pace: fresh.course.pace,
        meanPerWeek: '20',
        forecast: fresh.course.forecast,
        atEnd: fresh.course.atEnd,
        neededPerWeek: '34',
      });
    }
    const { row, total, course } = await of('2023-07-27');
    const silent = { perWeek: null, reason: 'too-old', since: DAY };
    expect(row).toMatchObject({ pace: silent, forecast: null, shortfall: null, monthChange: null });
    expect(total).toMatchObject({ pace: { ...silent, silent: 2 }, forecast: null, shortfall: null });
    expect(course).toMatchObject({
      pace: silent,
      meanPerWeek: null,
      neededPerWeek: null,
      atEnd: { keepingPace: null, blockedStandStill: null },
    });
    expect(course.forecast.every(({ keepingPace }) => keepingPace === null)).toBe(true);
  });

  it('names the two dates of a change: the figures in force seven days before its own', async () => {
    const on = async (day: string) =>
      (await projects.list({ sort: 'name', asOf: plainDate(day) }))[0]?.movement;
    const week = { value: '40', from: '2023-06-21', to: '2023-06-28', days: 7, reason: null, since: null };
    expect(await on('2023-06-28')).toEqual(week);
    // Asked for a later day, the change is still that of the figures.
    expect(await on('2023-07-01')).toEqual(week);
    const longer = { value: '40', from: '2023-05-31', to: '2023-06-21', days: 21 };
    expect(await on('2023-06-21')).toMatchObject(longer);
    expect((await projects.facets({}, plainDate('2023-06-21'))).total.movement).toMatchObject(longer);
  });

  it('says since when nothing newer was reported, and never shows silence as zero', async () => {
    const silent = { value: null, from: null, to: null, days: null, reason: 'not-reported' };
    const late = { asOf: DAY, businessDay: plainDate('2023-07-14') };
    for (const query of [late, { asOf: plainDate('2023-07-14') }]) {
      const [moving, still] = await projects.list({ sort: 'name', ...query });
      for (const row of [moving, still])
        expect(row).toMatchObject({ weekChange: null, movement: { ...silent, since: DAY }, stale: true });
      const sums = await projects.sums(query);
      expect(sums.total).toMatchObject({ weekChange: null, movement: { ...silent, since: DAY } });
      expect(sums.reckoning).toMatchObject({ businessDay: '2023-07-14', figuresOn: DAY, stale: true });
    }
    expect((await projects.list({ sort: 'name', asOf: plainDate('2023-05-31') }))[0]).toMatchObject({
      movement: { ...silent, since: null },
      stale: false,
    });
  });

  it('is sorted by what is asked, and what is not known comes last either way', async () => {
    expect(await projects.codes({ sort: 'rate', order: 'descending' })).toEqual([
      '7000002',
      '7000001',
      expect.any(String),
      expect.any(String),
    ]);
    expect((await projects.codes({ sort: 'shortfall', order: 'ascending' })).slice(0, 2)).toEqual([
      '7000001',
      '7000002',
    ]);
    expect((await projects.codes({ sort: 'planned', order: 'ascending' })).at(-1)).toBe('7000009');
  });

  it.each(STANDING_SORTS)('by %s, page by page, shows each project once', async (sort) => {
    for (const order of ['ascending', 'descending'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await projects.app.get(ListStandings).list(projects.finance, {
          ...QUERY,
          asOf: DAY,
          sort,
          order,
          limit: 1,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen).size).toBe(4);
      expect(seen).toHaveLength(4);
    }
  });

  it('as a whole is the sum that the summary gives', async () => {
    const summary = await projects.app.get(Summarize).summarize(projects.finance, { ...QUERY, asOf: DAY });
    const { total } = await projects.facets();
    expect(total).toMatchObject({
      projects: 3,
      planned: summary.planned,
      disbursed: summary.disbursed,
      rate: summary.rate,
      weekChange: '40',
    });
  });

  it('by source counts what each source gives, and of a chosen source its lines only', async () => {
    const { source } = await projects.facets();
    expect(source.map(({ key, planned }) => [key, planned])).toEqual(
      expect.arrayContaining([
        ['tinh', '800'],
        ['huyen', '700'],
      ]),
    );
    expect((await projects.facets({ source: 'tinh' })).total).toMatchObject({ projects: 2, planned: '800' });
    expect(await projects.codes({ source: 'huyen' })).toEqual(['7000001', '7000002']);
  });

  it('leaves a facet whole under its own condition, so that the choice can be changed', async () => {
    const free = await projects.facets();
    const chosen = await projects.facets({ source: 'tinh' });
    expect(chosen.source).toEqual(free.source);
    expect(chosen.kind).not.toEqual(free.kind);
  });

  it('finds words without accents in name and code', async () => {
    expect(await projects.codes({ q: 'DU AN 7000002' })).toEqual(['7000002']);
    expect((await projects.facets({ q: '7000002' })).total).toMatchObject({ projects: 1 });
  });

  it('through the year is a line of planned projects only, with what the target asks of each week', async () => {
    expect(await projects.curve()).toMatchObject({
      planned: '1500',
      plannedInitially: '1500',
      days: ['2023-05-31', '2023-06-21', '2023-06-28'],
      points: [
        { asOf: '2023-05-31', disbursed: '300' },
        { asOf: '2023-06-21', disbursed: '340' },
        { asOf: '2023-06-28', disbursed: '380' },
      ],
      // 95 % of 1500 less 380, in 31 weeks.
      neededPerWeek: '34',
      meanPerWeek: '20',
      previousYear: null,
    });
    expect((await projects.curve([], plainDate('2023-06-21'))).points).toHaveLength(2);
  });

  it('leads each project to its plan at its pace, and nowhere while it is blocked', async () => {
    const [moving] = await projects.list({ sort: 'name' });
    const open = await projects.curve();
    const blocked = await projects.curve([moving?.id ?? '']);
    // Where nothing is blocked, whatever becomes of blocked projects leads to the same.
    const all = (sum: string) => ({
      keepingPace: sum,
      ...{ blockedAtThreeQuarters: sum, blockedAtHalf: sum, blockedAtQuarter: sum, blockedStandStill: sum },
    });
    expect(open.forecast[0]).toEqual({ asOf: '2023-06-28', ...all('380') });
    expect(open.forecast.at(-1)).toEqual({ asOf: '2024-01-31', ...all('1000') });
    expect(blocked.forecast.at(-1)).toMatchObject({ keepingPace: '1000', blockedStandStill: '380' });
  });

  it('leads back to return, cell and people, with earlier values', async () => {
    const [moving] = await projects.list({ sort: 'name' });
    const { figures, plans } = await projects.app
      .get(TraceFigures)
      .trace(projects.finance, moving?.id ?? '', 2023, DAY);
    expect(figures.map(({ asOf, disbursed, inForce }) => [asOf, disbursed, inForce])).toEqual([
      ['2023-06-28', '280', true],
      ['2023-06-21', '240', false],
      ['2023-05-31', '200', false],
    ]);
    expect(figures[0]).toMatchObject({
      cells: { disbursed: { sheet: 'S', cell: 'E2' } },
      return: { organization: 'Ban Quản lý dự án - Đô thị', submittedBy: 'board', approvedBy: 'approver' },
    });
    expect(plans.map(({ decision, amount, inForce }) => [decision, amount, inForce])).toEqual(
      expect.arrayContaining([
        ['1/QĐ', '600', true],
        ['1/QĐ', '400', true],
      ]),
    );
  });

  it('shows nobody what is not theirs', async () => {
    const stranger = { ...projects.finance, scope: [] };
    const found = await projects.app.get(ListStandings).list(stranger, { ...QUERY, asOf: DAY, limit: 100 });
    expect(found.total).toBe(0);
    const [moving] = await projects.list();
    await expect(
      projects.app.get(TraceFigures).trace(stranger, moving?.id ?? '', 2023, DAY),
    ).rejects.toMatchObject({ code: 'PROJECT-NOT-FOUND' });
  });

  it("counts a slice's change from what was in force seven days before its own newest figure", async () => {
    await projects.approve(disbursementReading('2023-07-05', { '7000001': [{ disbursed: 300 }] }));
    const { total } = await projects.facets({ q: '7000002' }, plainDate('2023-07-05'));
    expect(total.movement).toMatchObject({ value: '0', from: '2023-06-21', to: '2023-06-28', days: 7 });
    expect((await projects.facets({}, plainDate('2023-07-05'))).total.movement).toMatchObject({
      from: '2023-06-28',
      to: '2023-07-05',
    });
  });

  it('forecasts no sum in which a project that is not finished has been silent too long', async () => {
    const query = { asOf: plainDate('2023-08-02'), businessDay: plainDate('2023-08-02') };
    await projects.approve(disbursementReading('2023-08-02', { '7000001': [{ disbursed: 400 }] }));
    const [moving, still] = await projects.list({ sort: 'name', ...query });
    expect(moving).toMatchObject({
      pace: { perWeek: '25', from: '2023-07-05', to: '2023-08-02' },
      shortfall: '0',
    });
    expect(still).toMatchObject({ pace: { perWeek: null, reason: 'too-old', since: DAY }, shortfall: null });
    const sum = async (slice: Slice) => (await projects.sums({ ...query, ...slice })).total;
    expect(await sum({})).toMatchObject({
      pace: { perWeek: null, reason: 'too-old', since: DAY, projects: 1, silent: 1 },
      forecast: null,
      shortfall: null,
    });
    expect(await sum({ q: '7000001' })).toMatchObject({ pace: { perWeek: '25', silent: 0 }, shortfall: '0' });
    // One newer figure doesn't make the other one new.
    const { coverage, reckoning } = await projects.app
      .get(Summarize)
      .summarize(projects.finance, { ...QUERY, ...query });
    expect(coverage).toEqual({ projects: 3, reported: 2, oldest: DAY, newest: '2023-08-02', stale: 1 });
    expect(reckoning.stale).toBe(false);
  });
});
