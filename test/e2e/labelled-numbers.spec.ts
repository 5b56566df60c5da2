import path from 'node:path';
import type request from 'supertest';
import type {
  BlockerSummaryView,
  BlockerView,
  CurveView,
  FacetsView,
  FrozenProjectView,
  ListOf,
  ProjectClearancePageView,
  SnapshotView,
  StandingView,
  SummaryView,
  WeekComparisonView,
  WeekDigestView,
} from '@thongvon/api-contract';
import { PreviewEdition } from '@thongvon/digest';
import { addDays, closedWeek, instantAt, plainDate, type PlainDate } from '@thongvon/kernel';
import { SystemClock, type NewMail } from '@thongvon/platform';
import { FreezeMissingWeeks } from '@thongvon/snapshots';
import { openWorkbook, type SheetModel } from '@thongvon/workbook-io';
import { createApi } from '../../apps/api/start-api';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { recompute, type Recomputed } from '../support/demo-recomputed';
import { LabelledNumbers } from '../support/labelled-numbers';
import { startTestApi, type TestApi } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

/** The demo's own morning, a Monday, three weeks of silence, and the January in which the plan year still runs. */
const DAYS = ['2023-06-23', '2023-06-26', '2023-07-14', '2024-01-12'] as const;
const PLAN_YEAR = 2023;

/** The demo's own clock until it is moved: its returns get the times that they would have had. */
class DemoClock extends SystemClock {
  private moved: Date | undefined;

  override now(): Date {
    return this.moved ?? super.now();
  }

  moveTo(instant: Date): void {
    this.moved = instant;
  }
}

/** Every number that has a name, of everything that shows it, by what it reckons on (contract, section 2). */
describe('the labelled numbers of the demo', () => {
  const clock = new DemoClock(instantAt(plainDate('2023-06-23'), '08:00'));
  let api: TestApi;
  let finance: Agent;

  beforeAll(async () => {
    api = await startTestApi({ DEMO_PASSWORD: 'correct horse battery' }, createApi, clock);
    await loadDemo(api.environment, api.clock, path.resolve(__dirname, '../..'));
    finance = await api.signedIn('finance@thongvon.test');
  }, 120_000);
  afterAll(() => api.close());

  const get = async <T>(url: string): Promise<T> => (await finance.get(url).expect(200)).body as T;

  async function theLetter(week: PlainDate): Promise<NewMail> {
    const { mails } = await api.app.get(PreviewEdition, { strict: false }).preview(week);
    const [mail] = mails;
    if (!mail) throw new Error('nobody gets a letter');
    return mail;
  }

  describe.each(DAYS)('on %s', (day) => {
    const seen = new LabelledNumbers();
    const week = closedWeek(plainDate(day));
    let live: Recomputed;
    let frozen: Recomputed;

    beforeAll(async () => {
      clock.moveTo(instantAt(plainDate(day), '08:00'));
      await api.app.get(FreezeMissingWeeks, { strict: false }).run();
      live = await recompute(day, false);
      frozen = await recompute(week, true);
    }, 120_000);

    it('are on the live pages what the workbooks come to', async () => {
      const course = await get<CurveView>(`/api/disbursements/curve?planYear=${PLAN_YEAR}`);
      const { reckoning } = course;
      const { asOf } = reckoning;
      expect(reckoning).toMatchObject({
        asOf: '2023-06-21',
        figuresOn: '2023-06-21',
        businessDay: day,
        week: null,
      });
      expect(reckoning.stale).toBe(live.stale);
      const add = (label: string, value: string | number | null | undefined, place: string): void =>
        seen.add(reckoning, label, value, place);
      const query = `planYear=${PLAN_YEAR}&asOf=${asOf}&businessDay=${day}`;
      const held = `planYear=${PLAN_YEAR}&asOf=${day}&figuresAsOf=${asOf}`;

      const last = course.points.at(-1)?.disbursed;
      add('planned', course.planned, 'course');
      add('disbursed', last, 'course');
      add('held', course.held.capitalHeld, 'course');
      add('held share', course.held.share, 'course');
      add('blocked projects', course.held.projects, 'course');
      add('blocked projects', course.blockedProjects, 'forecast');
      addCourse(add, course, 'course');

      const summary = await get<SummaryView>(`/api/disbursements/summary?${query}`);
      const facets = await get<FacetsView>(`/api/disbursements/facets?${query}`);
      for (const [place, sums] of [
        ['summary', summary],
        ['facets', facets.total],
      ] as const)
        for (const label of ['planned', 'disbursed', 'remaining', 'rate'] as const)
          add(label, sums[label], place);
      for (const { reckoning: other } of [summary, facets]) expect(other).toEqual(reckoning);
      add('change', facets.total.movement.value, 'facets');
      add('change', facets.total.weekChange, 'facets, as text');
      add('shortfall', facets.total.shortfall, 'facets');
      add('pace', facets.total.pace.perWeek, 'facets');
      expect(facets.total.monthChange === null).toBe(live.stale);
      // Asked for a later day, with weeks of silence before it, pace and forecast are still those of the reports.
      const { total: today } = await get<FacetsView>(`/api/disbursements/facets?planYear=${PLAN_YEAR}`);
      add('shortfall', today.shortfall, 'facets of today');
      add('pace', today.pace.perWeek, 'facets of today');
      expect(today.monthChange === null).toBe(live.stale);
      addCourse(
        add,
        await get<CurveView>(`/api/disbursements/curve?planYear=${PLAN_YEAR}&asOf=${day}`),
        'today',
      );

      const { items: rows } = await get<ListOf<StandingView>>(
        `/api/disbursements/standings?${query}&limit=500`,
      );
      for (const row of rows) addProject(add, row, 'table');
      const codes = new Map(rows.map(({ id, code }) => [id, code ?? '']));

      const blockers = await get<BlockerSummaryView>(`/api/blockers/summary?${held}&groupBy=likelyCause`);
      expect(blockers.reckoning).toEqual(reckoning);
      add('remaining', blockers.remaining, 'blockers');
      add('held', blockers.capitalHeld, 'blockers');
      add('held share', blockers.share, 'blockers');
      add('blocked projects', blockers.projects, 'blockers');
      addAgeing(add, blockers.ageing, 'blockers');
      add('held, overdue', blockers.parts.overdue, 'parts of blockers');
      add('held, overdue', blockers.heldOverdue.capitalHeld, 'blockers, overdue');
      expect(blockers.figures).toMatchObject({
        reported: blockers.projects,
        stale: live.stale ? blockers.projects : 0,
        oldest: '2023-06-21',
        newest: '2023-06-21',
      });
      expect(summary.coverage).toMatchObject({ reported: 25, stale: live.stale ? 25 : 0 });

      const { items: open } = await get<ListOf<BlockerView>>(`/api/blockers?${held}&state=open&limit=500`);
      add('overdue blockers', open.filter(({ state }) => state === 'overdue').length, 'list of blockers');
      add('overdue blockers', blockers.overdue, 'blockers');
      for (const { id, project, capitalHeld, daysOverdue } of open) {
        add(`blocker ${id}: days overdue`, daysOverdue, 'list of blockers');
        add(`project ${codes.get(project.id)}: held`, capitalHeld, 'list of blockers');
      }
      for (const id of new Set(open.map(({ project }) => project.id))) {
        const page = await get<ProjectClearancePageView>(
          `/api/land-clearance/projects/${id}?figuresAsOf=${asOf}`,
        );
        add(`project ${codes.get(id)}: held`, page.held.capitalHeld, 'project page');
        for (const blocker of page.blockers)
          add(`blocker ${blocker.id}: days overdue`, blocker.daysOverdue, 'project page');
      }

      const file = await finance
        .get(`/api/disbursements/standings/workbook?${query}&blockersOn=${day}`)
        .responseType('blob')
        .expect(200);
      addExport(add, openWorkbook(file.body as Buffer).sheets[0], facets.total.movement.days);

      add('lead', course.lead, 'course');
      add('lead', live.stale ? null : apart(live.rate, course.expected), 'the workbooks');
      add('change in percent', facets.total.changeRate, 'facets');
      add(
        'change in percent',
        live.change === null ? null : shareOf(live.change, live.planned),
        'the workbooks',
      );

      addRecomputed(add, live);
      expect([facets.total.movement.from, facets.total.movement.since]).toEqual(
        live.stale ? [null, '2023-06-21'] : [live.changeFrom, null],
      );
      expect(seen.contradictions()).toEqual([]);
      expect(seen.size).toBeGreaterThan(130);
    });

    it('are in the frozen week, its letter and its attachment what the workbooks come to', async () => {
      const digest = await get<WeekDigestView>('/api/digest/week');
      const { reckoning } = digest;
      expect(reckoning).toMatchObject({ asOf: week, businessDay: week, week, figuresOn: '2023-06-21' });
      const add = (label: string, value: string | number | null | undefined, place: string): void =>
        seen.add(reckoning, label, value, place);
      for (const label of ['planned', 'disbursed', 'rate', 'remaining', 'change', 'held'] as const)
        add(label, digest[label], "leader's page");
      add('change', digest.movement.value, "leader's page, dated");
      add('held share', digest.heldShare, "leader's page");
      add('blocked projects', digest.heldProjects, "leader's page");
      addAgeing(add, digest.heldAgeing, "leader's page");
      expect(digest.planYear).toBe(PLAN_YEAR);
      expect([digest.movement.from, digest.movement.since]).toEqual(
        frozen.stale ? [null, '2023-06-21'] : [frozen.changeFrom, null],
      );
      if (frozen.stale) expect(digest.expected).toBeNull();
      // As the leader's page asks for it: by the frozen week, not by the day of the figures.
      const course = await get<CurveView>(
        `/api/disbursements/curve?planYear=${PLAN_YEAR}&asOf=${digest.asOf}&businessDay=${week}`,
      );
      addCourse(add, course, "leader's page");
      add('blocked projects', course.blockedProjects, "leader's page, forecast");

      const snapshot = await get<SnapshotView>(`/api/snapshots/${week}`);
      expect(snapshot.reckoning).toEqual(reckoning);
      for (const label of ['planned', 'disbursed', 'rate', 'remaining', 'change'] as const)
        add(label, snapshot[label], 'snapshot');
      add('held', snapshot.blockers.capitalHeld, 'snapshot');
      add('blocked projects', snapshot.blockers.projects, 'snapshot');
      add('overdue blockers', snapshot.blockers.overdue, 'snapshot');
      add(
        'overdue blockers',
        digest.overdueByUnit.reduce((sum, { blockers }) => sum + blockers, 0),
        "leader's page",
      );
      const { items: listed } = await get<ListOf<SnapshotView>>('/api/snapshots?limit=1');
      for (const label of ['planned', 'disbursed', 'rate'] as const) add(label, listed[0]?.[label], 'weeks');
      const { items: rows } = await get<ListOf<FrozenProjectView>>(
        `/api/snapshots/${week}/projects?limit=500`,
      );
      for (const { project, ...row } of rows)
        for (const label of ['planned', 'disbursed', 'rate', 'remaining', 'change'] as const)
          add(`project ${project.code}: ${label}`, row[label], 'snapshot');

      const before = addDays(week, -7);
      const compared = await get<WeekComparisonView>(
        `/api/snapshots/comparison/sums?from=${before}&to=${week}`,
      );
      expect(compared.reckoning).toEqual(reckoning);
      for (const label of ['planned', 'disbursed', 'rate'] as const)
        add(label, compared.to[label], 'comparison');
      const past = await recompute(before, true);
      const moved = (BigInt(frozen.disbursed) - BigInt(past.disbursed)).toString();
      expect([compared.movement.value, compared.from.rate]).toEqual([
        moved === '0' ? null : moved,
        past.rate,
      ]);
      add('lead', digest.lead, "leader's page");
      add('lead', frozen.stale ? null : apart(frozen.rate, digest.expected), 'the workbooks');

      const letter = await theLetter(week);
      addLetter(add, letter, digest);
      const book = openWorkbook(letter.attachments?.[0]?.content ?? Buffer.alloc(0));
      addAttachment(add, book.sheets);
      addRecomputed(add, frozen);
      expect(seen.contradictions()).toEqual([]);
    });
  });
});

/** One percentage less another, both with two decimals, as a reader takes them. */
function apart(rate: string, expected: string | null): string | null {
  return expected === null ? null : (Number(rate) - Number(expected)).toFixed(2);
}

/** Percent with two decimals, half up, of amounts that aren't negative. */
const shareOf = (part: string, whole: string): string =>
  (Math.round((Number(part) / Number(whole)) * 10_000) / 100).toFixed(2);

type Add = (label: string, value: string | number | null | undefined, place: string) => void;

function addProject(add: Add, row: StandingView, place: string): void {
  for (const label of ['planned', 'disbursed', 'remaining', 'rate', 'shortfall'] as const)
    add(`project ${row.code}: ${label}`, row[label], place);
  add(`project ${row.code}: change`, row.movement.value, place);
}

function addCourse(add: Add, { atEnd, meanPerWeek, pace }: CurveView, place: string): void {
  add('pace', meanPerWeek, place);
  add('pace', pace.perWeek, `${place}, dated`);
  add('missing to the target', atEnd.keepingPace?.missing, place);
  add('rate at the end', atEnd.keepingPace?.rate, place);
}

const LATE = ['overdue-over-14', 'overdue-to-14'];

function addAgeing(add: Add, ageing: BlockerSummaryView['ageing'], place: string): void {
  const sum = (buckets: readonly string[]): string =>
    ageing
      .reduce(
        (all, { bucket, capitalHeld }) => all + (buckets.includes(bucket) ? BigInt(capitalHeld ?? 0) : 0n),
        0n,
      )
      .toString();
  add('held, overdue', sum(LATE), place);
  add('held, due soon', sum(['due-in-7']), place);
}

function addRecomputed(add: Add, recomputed: Recomputed): void {
  const place = 'the workbooks';
  for (const label of ['planned', 'disbursed', 'remaining', 'rate', 'change', 'held'] as const)
    add(label, recomputed[label], place);
  add('held share', recomputed.heldShare, place);
  add('blocked projects', recomputed.heldProjects, place);
  add('held, overdue', recomputed.overdue, place);
  add('held, due soon', recomputed.dueSoon, place);
  add('pace', recomputed.pace.perWeek, place);
  add('shortfall', recomputed.pace.shortfall, place);
  add('missing to the target', recomputed.pace.missing, place);
  add('rate at the end', recomputed.pace.rateAtEnd, place);
  for (const [code, { planned, disbursed, change, shortfall }] of recomputed.projects) {
    add(`project ${code}: shortfall`, shortfall, place);
    add(`project ${code}: planned`, planned, place);
    add(`project ${code}: disbursed`, disbursed, place);
    add(`project ${code}: change`, change, place);
  }
}

/** The letter's text and page, whose amounts are in tỷ with three decimals. */
function addLetter(add: Add, { text, html, subject }: NewMail, digest: WeekDigestView): void {
  const plain = html.replace(/<[^>]+>/g, '').replace(/&nbsp;/g, ' ');
  for (const [place, words] of [
    ['letter', text],
    ["letter's page", plain],
  ] as const) {
    const fraction = /([\d.]+,\d{3})\/([\d.]+,\d{3})/.exec(words);
    add('disbursed in tỷ', fraction?.[1], place);
    add('planned in tỷ', fraction?.[2], place);
    add('held in tỷ', /([\d.]+,\d{3}) tỷ\s+kẹt ở/.exec(words)?.[1], place);
    add('blocked projects', /kẹt ở (\d+) dự án/.exec(words)?.[1], place);
    add('change in tỷ', /(?:Tuần này|ngày\)) ([+−][\d.]+,\d{3}) tỷ/.exec(words)?.[1], place);
    add('due by now', /phải đạt ([\d,]+) %/.exec(words)?.[1]?.replace(',', '.'), place);
  }
  add('rate', /(\d+,\d\d) %/.exec(subject)?.[1]?.replace(',', '.'), 'subject');
  add('change in tỷ', /, ([+−][\d.]+,\d{3}) tỷ/.exec(subject)?.[1], 'subject');
  add('to decide', /(\d+) việc cần quyết/.exec(subject)?.[1], 'subject');
  add('to decide', digest.decisions.length, "leader's page");
  add('due by now', digest.expected, "leader's page");
  add('planned in tỷ', inBillions(digest.planned), "leader's page");
  add('disbursed in tỷ', inBillions(digest.disbursed), "leader's page");
  add('held in tỷ', inBillions(digest.held), "leader's page");
  const change = inBillions(digest.change);
  add('change in tỷ', change === null ? null : `+${change}`, "leader's page");
}

/** Half up to three decimals of a tỷ, of an amount that isn't negative. */
function inBillions(dong: string | null): string | null {
  if (dong === null) return null;
  const thousandths = (BigInt(dong) + 500_000n) / 1_000_000n;
  const [whole, rest] = [thousandths / 1000n, thousandths % 1000n];
  return `${whole.toString().replace(/\B(?=(\d{3})+$)/g, '.')},${rest.toString().padStart(3, '0')}`;
}

type Cells = ReadonlyMap<string, string | number | null>;

/** The rows below the one that begins with `head`, by the titles of their columns. */
function tableOf(sheet: SheetModel | undefined, head: string): Cells[] {
  const rows = (sheet?.rows ?? []).map(
    ({ cells }) => new Map(cells.map(({ column, value }) => [column, valueOf(value)])),
  );
  const start = rows.findIndex((row) => row.get(0) === head);
  const titles = rows[start];
  if (!titles) throw new Error(`no table ${head}`);
  return rows
    .slice(start + 1)
    .map((row) => new Map([...titles].map(([column, title]) => [String(title), row.get(column) ?? null])));
}

function valueOf(value: SheetModel['rows'][number]['cells'][number]['value']): string | number | null {
  if (value.type === 'number') return value.number;
  return value.type === 'text' && value.text !== '' ? value.text : null;
}

/** A share of a cell, whose format shows percent. */
const percentIn = (cell: string | number | null | undefined): string | null =>
  typeof cell === 'number' ? (Math.round(cell * 10_000) / 100).toFixed(2) : null;

function addExport(add: Add, sheet: SheetModel | undefined, days: number | null): void {
  const change = days === null ? 'Tăng so với số liệu trước' : `Tăng trong ${days} ngày`;
  const [sum, ...rows] = tableOf(sheet, 'Dự án');
  const amounts = (row: Cells | undefined, of: string): void => {
    add(`${of}planned`, row?.get('Kế hoạch vốn'), 'export');
    add(`${of}disbursed`, row?.get('Lũy kế giải ngân'), 'export');
    add(`${of}remaining`, row?.get('Còn phải giải ngân'), 'export');
    add(`${of}change`, row?.get(change), 'export');
    add(`${of}shortfall`, row?.get('Dự kiến không giải ngân hết đến 31/01'), 'export');
    add(`${of}rate`, percentIn(row?.get('Tỷ lệ giải ngân')), 'export');
  };
  amounts(sum, '');
  for (const row of rows) amounts(row, `project ${row.get('Mã dự án')}: `);
}

function addAttachment(add: Add, sheets: readonly SheetModel[]): void {
  const named = (name: string) => sheets.find((sheet) => sheet.name === name);
  const amounts = (row: Cells | undefined, of: string, place: string): void => {
    add(`${of}planned`, row?.get('Kế hoạch năm'), place);
    add(`${of}disbursed`, row?.get('Đã giải ngân'), place);
    add(`${of}remaining`, row?.get('Còn lại'), place);
    add(`${of}change`, row?.get('Tuần này'), place);
    add(`${of}rate`, percentIn(row?.get('Tỷ lệ')), place);
  };
  amounts(tableOf(named('Tổng hợp'), 'Tuần chốt').at(-1), '', 'attachment, weeks');
  for (const row of tableOf(named('Dự án'), 'Dự án'))
    amounts(row, `project ${row.get('Mã dự án')}: `, 'attachment, projects');
  const blockers = tableOf(named('Vướng mắc'), 'Dự án');
  add(
    'overdue blockers',
    blockers.filter((row) => Number(row.get('Số ngày quá hạn') ?? 0) > 0).length,
    'attachment',
  );
}
