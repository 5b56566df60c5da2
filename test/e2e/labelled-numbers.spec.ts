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
import { openWorkbook } from '@thongvon/workbook-io';
import { createApi } from '../../apps/api/start-api';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { recompute, type Recomputed } from '../support/demo-recomputed';
import {
  addAgeing,
  addCourse,
  addDecisions,
  addProject,
  addRecomputed,
  apart,
  itemsHold,
  shareOf,
} from '../support/labelled-answers';
import { addAttachment, addExport, addLetter } from '../support/labelled-files';
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

      addDecisions(
        add,
        digest,
        new Map(rows.map(({ project: { id, code } }) => [id, code ?? ''])),
        "leader's page",
      );
      itemsHold(digest, frozen);

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
