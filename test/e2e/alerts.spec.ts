import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type request from 'supertest';
import { Backtest } from '@thongvon/alerts';
import {
  ALERT_RULES,
  type AlertDetailView,
  type AlertRulesView,
  type AlertRuleView,
  type AlertView,
  type ListOf,
} from '@thongvon/contracts';
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
  });
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
        rule: { id: 'below-quarter-target', citation: expect.stringContaining('159/CĐ-TTg') as string },
        numbers: { target: 20, due: '2023-03-31' },
      },
    });
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
      note: { reason: expect.stringContaining('Hà Lam') as string },
    });
    expect(noted.history.map(({ type }) => type)).toEqual(['opened', 'acknowledged']);
    expect((await alerts(leader, '&rule=blocker-overdue')).items).toHaveLength(2);
    await leader.post(`/api/alerts/${id}/acknowledgement`).send({}).expect(400);
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
    const refused = async (body: object, code: string): Promise<void> => {
      expect((await patch(admin, { reason: 'QĐ 12', ...body }).expect(422)).body).toMatchObject({ code });
    };
    await refused({ thresholds: { q5: 50 } }, 'THRESHOLD-UNKNOWN');
    await refused({ thresholds: { q2: 101 } }, 'THRESHOLD-RANGE');
    await refused({ thresholds: { q2: 50.001 } }, 'THRESHOLD-RANGE');
    await refused({ thresholds: { q2: '50' } }, 'THRESHOLD-RANGE');
    await refused({ thresholds: { q2: 50 }, effectiveFrom: '2023-06-22' }, 'EFFECTIVE-BEFORE-TODAY');
    await refused({}, 'NOTHING-TO-CHANGE');
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
