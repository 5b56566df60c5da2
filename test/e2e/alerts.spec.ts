import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type request from 'supertest';
import { Backtest } from '@thongvon/alerts';
import {
  ALERT_RULES,
  ALERT_SEVERITIES,
  type AlertCountsView,
  type AlertDetailView,
  type AlertGroupView,
  type AlertRulesView,
  type AlertRuleView,
  type AlertView,
  type ListOf,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { startWorker, type RunningWorker } from '../../apps/worker/start-worker';
import { eventually } from '../support/eventually';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

const ROOT = path.resolve(__dirname, '../..');
const DEMO_SETTINGS = { DEMO_PASSWORD: TEST_PASSWORD };

describe('alerts of the demo, on Friday 23/6/2023 at 08:00', () => {
  let api: TestApi;
  let worker: RunningWorker;
  let folder: string;
  let leader: Agent;
  let finance: Agent;
  let admin: Agent;

  const get = async <T>(reader: Agent, url: string): Promise<T> =>
    (await reader.get(url).expect(200)).body as T;
  const alerts = (reader: Agent, query = ''): Promise<ListOf<AlertView>> =>
    get<ListOf<AlertView>>(reader, `/api/alerts?limit=500${query}`);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alerts-'));
    api = await startTestApi({ ...DEMO_SETTINGS, DATA_DIR: folder });
    await loadDemo(api.environment, api.clock, ROOT);
    worker = await startWorker(api.environment, api.clock);
    leader = await api.signedIn('leader@thongvon.test');
    finance = await api.signedIn('finance@thongvon.test');
    admin = await api.signedIn('admin@thongvon.test');
    await eventually(
      () => alerts(leader, '&rule=return-missing'),
      ({ items }) => items.some(({ changedOn }) => changedOn === '2023-06-22'),
    );
  }, 120_000);
  afterAll(async () => {
    await worker.close();
    await api.close();
    await rm(folder, { recursive: true });
  });

  it('has the two overdue blockers open, with the capital that they hold', async () => {
    const { items } = await alerts(leader, '&rule=blocker-overdue&asOf=2023-06-22');
    expect(items.map(({ subject, amount, state }) => [subject.name, amount, state])).toEqual([
      [expect.stringContaining('Nghĩa trang nhân dân Nam Thăng Bình'), '26305629000', 'open'],
      [expect.stringContaining('Đông Sơn'), '6865703000', 'open'],
    ]);
  });

  it('counts them, and puts them together by rule and by project, the gravest and oldest first', async () => {
    const counts = await get<AlertCountsView>(leader, '/api/alerts/counts');
    const { total } = await alerts(leader);
    expect(counts).toMatchObject({ open: total, acknowledged: 0, snoozed: 0, week: '2023-06-22' });
    const critical = (await alerts(leader, '&severity=critical')).total;
    expect(counts.openCritical).toBe(critical);

    const groups = (query: string) => get<ListOf<AlertGroupView>>(leader, `/api/alerts/groups?${query}`);
    const byRule = (await groups('by=rule')).items;
    expect(sum(byRule.map((group) => group.alerts))).toBe(total);
    const gravities = byRule.map(({ severity }) => ALERT_SEVERITIES.indexOf(severity));
    expect(gravities).toEqual(gravities.toSorted((a, b) => a - b));
    // Dates that are passed before money that goes slowly, which is nobody's turn today.
    expect(byRule.find(({ rule }) => rule === 'cannot-be-spent')).toMatchObject({ critical: 8, urgent: 0 });
    expect(byRule[0]).toEqual({
      rule: 'blocker-overdue',
      title: 'Vướng mắc quá hạn',
      titleEn: 'Blocker overdue',
      project: null,
      severity: 'critical',
      alerts: 2,
      critical: 2,
      urgent: 2,
      oldest: '2023-06-22',
    });

    const byProject = await groups('by=project&limit=2');
    const next = await groups(`by=project&cursor=${byProject.nextCursor ?? ''}`);
    const all = [...byProject.items, ...next.items];
    expect(all).toHaveLength(byProject.total);
    expect(sum(all.map((group) => group.alerts))).toBe(total);
    const ofOffices = only(all.filter(({ project }) => project === null));
    expect(ofOffices.alerts).toBe((await alerts(leader, '&about=organization')).total);
    expect((await groups('by=rule&q=dong son')).items.map(({ rule }) => rule)).toContain('blocker-overdue');
    await leader.get('/api/alerts/groups').expect(400);
  });

  it('finds them by what stands behind the rule, and lists the longest open first where that is asked for', async () => {
    expect((await alerts(leader, '&basis=legal')).items.every(({ basis }) => basis === 'legal')).toBe(true);
    const { items } = await alerts(leader, '&basis=managerial&sort=oldest&severity=warning');
    // A date that is passed before money that goes slowly, whichever has stood longer; each of them by its day.
    const lives = items.map(({ rule, openedOn }) => `${rule} ${openedOn}`);
    expect(lives.lastIndexOf('blocker-without-action 2023-06-08')).toBeLessThan(
      lives.indexOf('below-quarter-target 2023-05-25'),
    );
    const slow = items
      .slice(lives.indexOf('below-quarter-target 2023-05-25'))
      .map(({ openedOn }) => openedOn);
    expect(new Set(slow).size).toBeGreaterThan(1);
    expect(slow).toEqual(slow.toSorted());
    const closed = (await alerts(leader, '&state=closed&sort=closed')).items.map(
      ({ closedOn }) => closedOn ?? '',
    );
    expect(closed.length).toBeGreaterThan(1);
    expect(closed).toEqual(closed.toSorted().toReversed());
  });

  it('has the commune that sent nothing open', async () => {
    const { items } = await alerts(leader, '&rule=return-missing&asOf=2023-06-22');
    expect(items.map(({ subject, state }) => [subject.name, state])).toEqual([
      ['UBND xã Bình Dương', 'open'],
    ]);
  });

  it('shows why one is red: the rule, its numbers, where it is from, and its history', async () => {
    const { items } = await alerts(leader, '&rule=below-quarter-target&q=cua khe');
    const detail = await get<AlertDetailView>(leader, `/api/alerts/${only(items).id}`);
    expect(detail).toMatchObject({
      rule: 'below-quarter-target',
      basis: 'managerial',
      planYear: 2023,
      text: 'Cầu Cửa Khe: giải ngân 0,522 tỷ đồng trên kế hoạch năm 13,463 tỷ đồng, đạt 3,88 %, thấp hơn mục tiêu 20 % đến ngày 31/03/2023.',
      explanation: {
        week: '2023-06-22',
        revision: 1,
        // What was in force in June 2023: the dispatch of 2025 was not.
        rule: {
          id: 'below-quarter-target',
          citation: expect.stringContaining('Mục tiêu giải ngân theo quý') as string,
        },
        numbers: { target: 20, due: '2023-03-31' },
      },
    });
    // Each number by its name, with the denominator named; what returns tell leads back to them.
    expect(detail.explanation.figures).toMatchObject([
      { label: 'Kế hoạch vốn năm nay (mẫu số)', kind: 'amount', value: '13463224000', source: 'planned' },
      { label: 'Đã giải ngân của kế hoạch năm nay', kind: 'amount', source: 'disbursed' },
      { kind: 'rate', value: '3.88', source: null },
      { label: 'Mục tiêu', kind: 'rate', value: '20' },
      { label: 'Đến ngày', kind: 'date', value: '2023-03-31' },
    ]);
    expect(detail.history[0]).toMatchObject({ type: 'opened', on: '2023-05-25', actorId: null });
    expect(detail.history.slice(1).map(({ type }) => type)).toEqual(Array(4).fill('changed'));
  });

  it('tells how it stood in an earlier week', async () => {
    expect((await alerts(leader, '&rule=blocker-overdue&asOf=2023-06-15')).items).toEqual([]);
    const { items } = await alerts(leader, '&rule=below-quarter-target&q=cua khe&asOf=2023-06-08');
    expect(only(items)).toMatchObject({ changedOn: '2023-06-08', state: 'open' });
  });

  it('shows a board its own and a commune only what is its', async () => {
    const board = await api.signedIn('board@thongvon.test');
    const commune = await api.signedIn('commune@thongvon.test');
    expect((await alerts(board, '&rule=blocker-overdue')).items).toHaveLength(2);
    expect((await alerts(board, '&rule=return-missing')).items).toEqual([]);
    const seen = await alerts(commune);
    expect(seen.items.map(({ rule }) => rule)).toEqual(['return-missing']);
    const foreign = only((await alerts(leader, '&rule=blocker-overdue&q=dong son')).items);
    await commune.get(`/api/alerts/${foreign.id}`).expect(404);
    await commune.post(`/api/alerts/${foreign.id}/acknowledgement`).send({ reason: 'x' }).expect(404);
  });

  it('lets a person take note of one with a reason, and keeps both', async () => {
    const { id } = only((await alerts(leader, '&rule=blocker-overdue&q=dong son')).items);
    const reply = await leader
      .post(`/api/alerts/${id}/acknowledgement`)
      .send({ reason: 'Giao UBND thị trấn Hà Lam làm việc với hộ dân trước 30/6' })
      .expect(200);
    const noted = reply.body as AlertDetailView;
    expect(noted).toMatchObject({
      state: 'acknowledged',
      note: {
        type: 'acknowledged',
        reason: expect.stringContaining('Hà Lam') as string,
        actorName: 'Lãnh đạo',
      },
    });
    expect(noted.history.map(({ type }) => type)).toEqual(['opened', 'acknowledged']);
    expect((await alerts(leader, '&rule=blocker-overdue')).items).toHaveLength(2);
    await leader.post(`/api/alerts/${id}/acknowledgement`).send({}).expect(400);
  });

  it('lets what was said be taken back with a reason, by reporters only what their own office said', async () => {
    const board = await api.signedIn('board@thongvon.test');
    const { id } = only((await alerts(leader, '&rule=blocker-overdue&q=dong son')).items);
    const act = (who: Agent, action: string, status: number, more: object = {}) =>
      who
        .post(`/api/alerts/${id}/${action}`)
        .send({ reason: 'Chưa làm được', ...more })
        .expect(status);
    expect((await act(board, 'withdrawal', 403)).body).toMatchObject({ code: 'ALERT-OTHERS-WORD' });
    const open = (await act(leader, 'withdrawal', 200)).body as AlertDetailView;
    expect(open).toMatchObject({ state: 'open', note: { type: 'withdrawn', reason: 'Chưa làm được' } });
    expect(open.history.map(({ type }) => type)).toEqual(['opened', 'acknowledged', 'withdrawn']);
    expect((await act(leader, 'withdrawal', 409)).body).toMatchObject({ code: 'ALERT-NOTHING-TO-WITHDRAW' });

    await act(board, 'acknowledgement', 200);
    await act(board, 'withdrawal', 200);
    // What leaders have put off is not the board's to lift.
    await act(leader, 'snooze', 200, { until: '2023-06-30' });
    expect((await act(board, 'acknowledgement', 409)).body).toMatchObject({ code: 'ALERT-PUT-OFF' });
    await act(finance, 'withdrawal', 200);
    expect(only((await alerts(leader, '&rule=blocker-overdue&q=dong son')).items).state).toBe('open');
  });

  it('lets a leader put one off until a day that is ahead, and a reporter not', async () => {
    const { id } = only((await alerts(leader, '&rule=return-missing')).items);
    const snooze = (who: Agent, until: string) =>
      who.post(`/api/alerts/${id}/snooze`).send({ until, reason: 'Hẹn thứ Hai' });
    await snooze(leader, '2023-06-23').expect(422);
    await snooze(await api.signedIn('commune@thongvon.test'), '2023-06-26').expect(403);
    const snoozed = (await snooze(leader, '2023-06-26').expect(200)).body as AlertDetailView;
    expect(snoozed).toMatchObject({ state: 'snoozed', snoozedUntil: '2023-06-26' });
    expect((await alerts(leader, '&state=open&rule=return-missing')).items).toEqual([]);
    expect((await alerts(leader, '&state=snoozed')).total).toBe(1);
    // On that day it is open again, without anyone doing anything.
    expect(only((await alerts(leader, '&rule=return-missing&asOf=2023-06-26')).items).state).toBe('open');
  });

  it('says which rules there are, and which can not be looked at', async () => {
    const { items, missingInputs } = await get<AlertRulesView>(finance, '/api/alert-rules');
    expect(items.map(({ id }) => id)).toEqual([...ALERT_RULES]);
    expect(items.find(({ id }) => id === 'below-quarter-target')?.thresholds).toMatchObject([
      { key: 'q1', value: 20 },
      { key: 'q2', value: 45 },
      { key: 'q3', value: 70 },
      { key: 'year', value: 95 },
    ]);
    expect(missingInputs).toEqual([]);
  });

  it('lets only an administrator set a threshold, from today on, within its range', async () => {
    const patch = (who: Agent, body: object, rule = 'below-quarter-target') =>
      who.patch(`/api/alert-rules/${rule}`).send(body);
    await patch(finance, { thresholds: { q2: 50 }, reason: 'QĐ 12' }).expect(403);
    await patch(admin, { thresholds: { q2: 50 }, reason: 'QĐ 12' }, 'no-such-rule').expect(404);
    const refused = async (body: object, code: string, rule?: string): Promise<void> => {
      expect((await patch(admin, { reason: 'QĐ 12', ...body }, rule).expect(422)).body).toMatchObject({
        code,
      });
    };
    await refused({ thresholds: { q5: 50 } }, 'THRESHOLD-UNKNOWN');
    await refused({ thresholds: { q2: 101 } }, 'THRESHOLD-RANGE');
    await refused({ thresholds: { q2: 50.001 } }, 'THRESHOLD-RANGE');
    await refused({ thresholds: { q2: '50' } }, 'THRESHOLD-RANGE');
    await refused({ thresholds: { q2: 50 }, effectiveFrom: '2023-06-22' }, 'EFFECTIVE-BEFORE-TODAY');
    await refused({}, 'NOTHING-TO-CHANGE');
    // What no rule would ask for one source must not be set for one.
    await refused({ enabled: false, source: 'district-budget' }, 'RULE-NOT-BY-SOURCE', 'over-plan');
    await refused({ thresholds: { weeks: 6 }, source: 'x' }, 'RULE-NOT-BY-SOURCE', 'cannot-be-spent');
    const set = (
      await patch(admin, { thresholds: { q2: 47.5 }, planYear: 2023, reason: 'QĐ 12' }).expect(200)
    ).body as AlertRuleView;
    expect(set.thresholds.find(({ key }) => key === 'q2')?.value).toBe(47.5);
    expect(set.settings).toMatchObject([
      { planYear: 2023, thresholds: { q2: 47.5 }, effectiveFrom: '2023-06-23', reason: 'QĐ 12' },
    ]);
  });

  it('can be replayed: what each rule would have raised, and how long before the fact', async () => {
    const { weeks, rules } = await api.app
      .get(Backtest)
      .run(plainDate('2023-05-25'), plainDate('2023-06-22'));
    expect(weeks).toEqual(['2023-05-25', '2023-06-01', '2023-06-08', '2023-06-15', '2023-06-22']);
    const idle = rules.find(({ rule }) => rule === 'blocker-without-action');
    expect(idle).toMatchObject({ raised: 7, warnsOf: 'blocker-overdue', daysBefore: [14, 14], unwarned: 0 });
    expect(rules.find(({ rule }) => rule === 'return-missing')).toMatchObject({ raised: 1, warnsOf: null });
  });
});

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} instead of one`);
  return item;
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
