import type request from 'supertest';
import type {
  BlockerView,
  GivenTasksView,
  ListOf,
  ListedReturnView,
  MyWorkView,
  UnsentReturnsView,
  WorkLineView,
} from '@thongvon/api-contract';
import { SystemClock } from '@thongvon/platform';
import { createApi } from '../../apps/api/start-api';
import { demoWorkbook, startDistrict, type District } from '../support/district';
import { type FilledApi, startDemoApi, startProvinceApi } from '../support/filled-api';
import { startTestApi, type TestApi } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

const get = async <T>(agent: Agent, path: string): Promise<T> =>
  (await agent.get(path).expect(200)).body as T;
const workOf = (agent: Agent): Promise<MyWorkView> => get(agent, '/api/my-work');
const totalOf = async (agent: Agent, path: string): Promise<number> =>
  (await get<ListOf<unknown>>(agent, path)).total;
const kindsOf = ({ lines }: MyWorkView): string[] => lines.map(({ kind }) => kind);
const linesOf = ({ lines }: MyWorkView, kind: WorkLineView['kind']): WorkLineView[] =>
  lines.filter((line) => line.kind === kind);

describe('my work, as returns go back and forth', () => {
  let district: District;
  let id: string;
  beforeEach(async () => {
    district = await startDistrict();
    const { api } = district;
    const above = await api.organization('UBND huyện Thăng Bình');
    await api.user('admin@thongvon.test', 'administrator', above);
    const admin = await api.signedIn('admin@thongvon.test');
    const board = await api.organization('Ban Quản lý dự án - Đô thị', above);
    const duty = { kinds: ['disbursement'], from: '2023-06-01' };
    await admin.put(`/api/organizations/${board}/reporting-duty`).send(duty).expect(200);
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    id = await district.upload(district.board, await demoWorkbook('board-weekly-2023-06-21'), 'tuan-25.xlsx');
    await district.read(district.board, id);
  });
  afterEach(() => district.close());

  const step = (name: string, agent: Agent, body = {}) =>
    agent
      .post(`/api/returns/${id}/${name}`)
      .send(body)
      .expect((reply) => {
        if (reply.status >= 300) throw new Error(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`);
      });

  it('a draft is folded and settles nothing; what is sent waits for finance; what comes back is the board’s again', async () => {
    const { board, finance, head } = district;
    /** It is Friday, 23/06: the week to 22/06 is over, that to 29/06 is received. */
    const owedWeeks = (view: MyWorkView) =>
      linesOf(view, 'return-owed').map(({ due, overdue }) => [due, overdue]);
    const [OVER, COMING] = [
      ['2023-06-22', true],
      ['2023-06-29', false],
    ];
    const drafted = await workOf(board);
    expect(owedWeeks(drafted)).toEqual([OVER, COMING]);
    expect(drafted.drafts).toMatchObject({ total: 1, newest: { id, fileName: 'tuan-25.xlsx' } });
    expect(drafted.drafts.total).toBe(await totalOf(board, '/api/returns?part=drafts'));

    await step('submission', board);
    expect(owedWeeks(await workOf(board))).toEqual([COMING]);
    expect((await workOf(board)).drafts).toEqual({ total: 0, newest: null });
    const [queue] = linesOf(await workOf(finance), 'returns-waiting');
    expect(queue).toMatchObject({ count: 1, countOfOthers: 0, amount: '223422000000', due: '2023-06-30' });
    expect((await workOf(head)).counts.review).toBe(await totalOf(head, '/api/returns?status=submitted'));

    await step('sending-back', finance, { reason: 'Thiếu trang 2' });
    const back = await workOf(board);
    expect(linesOf(back, 'return-sent-back')).toMatchObject([
      {
        text: 'Thiếu trang 2',
        path: `/bao-cao/${id}`,
        by: { office: 'UBND huyện Thăng Bình' },
        due: '2023-06-22',
        days: -1,
        overdue: true,
      },
    ]);
    expect(owedWeeks(back)).toEqual([COMING]);
    expect(back.counts.returns).toBe(2);

    await step('reply', board, { reply: 'Trang 2 ở tệp thứ hai.' });
    expect(kindsOf(await workOf(board))).toEqual(['return-owed']);
    expect(linesOf(await workOf(finance), 'reply-received')).toMatchObject([
      { text: 'Trang 2 ở tệp thứ hai.', office: 'Ban Quản lý dự án - Đô thị' },
    ]);

    await step('approval', finance);
    const approved = await workOf(board);
    expect(approved.settled).toMatchObject([{ kind: 'return-approved', path: `/bao-cao/${id}` }]);
    expect(approved.next).toMatchObject({ kind: 'return-owed', due: '2023-07-06' });

    await step('reversion', finance, { reason: 'Bản ký thiếu trang' });
    const reverted = await workOf(board);
    expect(linesOf(reverted, 'return-reverted')).toMatchObject([
      { text: 'Bản ký thiếu trang', due: '2023-06-22', overdue: true },
    ]);
    expect(owedWeeks(reverted)).toEqual([COMING]);
    expect(reverted.settled).toEqual([]);
    // Another office hears nothing of it.
    expect(kindsOf(await workOf(district.commune))).not.toContain('return-reverted');

    // The same file, sent anew, ends it once it is handed in, not before.
    const anew = (await board.post(`/api/returns/${id}/reply`).send({ reply: 'Đã ký đủ.' }).expect(200))
      .body as {
      id: string;
    };
    await district.read(board, anew.id);
    expect(kindsOf(await workOf(board))).toContain('return-reverted');
    await board.post(`/api/returns/${anew.id}/submission`).expect(200);
    expect(kindsOf(await workOf(board))).toEqual(['return-owed']);
  });
});

/** That of the demo, until it is moved. */
class MovedClock extends SystemClock {
  moved: Date | undefined;

  override now(): Date {
    return this.moved ?? super.now();
  }
}

describe('my work, as tasks go from hand to hand', () => {
  const clock = new MovedClock(new Date('2023-06-23T08:00:00+07:00'));
  let api: TestApi;
  let communeId: string;
  const people = {} as Record<'leader' | 'finance' | 'commune' | 'other', Agent>;
  beforeAll(async () => {
    api = await startTestApi({}, createApi, clock);
    const district = await api.organization('UBND huyện Thăng Bình');
    communeId = await api.organization('UBND xã Bình Dương', district);
    const other = await api.organization('UBND xã Bình Giang', district);
    await api.user('leader@thongvon.test', 'leader', district);
    await api.user('finance@thongvon.test', 'finance-officer', district);
    await api.user('commune@thongvon.test', 'reporter', communeId);
    await api.user('other@thongvon.test', 'reporter', other);
    for (const name of ['leader', 'finance', 'commune', 'other'] as const)
      people[name] = await api.signedIn(`${name}@thongvon.test`);
  });
  afterAll(() => api.close());

  /** What stands on everybody's page, each count held to the list that it leads to. */
  async function seen() {
    const views = await Promise.all(
      Object.entries(people).map(async ([name, agent]) => {
        const view = await workOf(agent);
        expect(view.counts.tasks).toBe(await totalOf(agent, '/api/tasks?waiting=any&limit=1'));
        const lines = view.lines.filter(({ kind }) => kind.startsWith('task-'));
        // A leader's own page is the week: the count alone.
        if (name !== 'leader') expect(lines).toHaveLength(view.counts.tasks ?? -1);
        return [name, name === 'leader' ? view.counts.tasks : lines.map(({ kind }) => kind)] as const;
      }),
    );
    return Object.fromEntries(views);
  }

  it('each line is with the one whose turn it is, until the last of them', async () => {
    const { leader, finance, commune } = people;
    const task = { what: 'Đối thoại lần 3', due: '2023-06-25', organizationId: communeId };
    const reply = await leader
      .post('/api/tasks')
      .send({ clientKey: 'my-work-1', ...task })
      .expect(201);
    const id = (reply.body as GivenTasksView).conclusion.tasks[0]?.id ?? '';
    const act = (agent: Agent, name: string, body: object = {}) =>
      agent.post(`/api/tasks/${id}/${name}`).send(body).expect(200);
    const nothing = { leader: 0, finance: [], commune: [], other: [] };
    expect(await seen()).toEqual({ ...nothing, commune: ['task-assigned'] });
    expect((await workOf(commune)).lines).toMatchObject([
      {
        ...{ text: 'Đối thoại lần 3', path: `/viec-giao/${id}`, due: '2023-06-25', days: 2, overdue: false },
        ...{ office: 'UBND huyện Thăng Bình', by: { office: 'UBND huyện Thăng Bình' }, said: null },
      },
    ]);
    await act(commune, 'acceptance');
    expect(await seen()).toEqual({ ...nothing, commune: ['task-accepted'] });
    await act(commune, 'due-proposal', { due: '2023-06-30', reason: 'Chờ trích đo' });
    expect(await seen()).toEqual({
      ...{ ...nothing, leader: 1 },
      ...{ commune: ['task-accepted'], finance: ['task-due-proposed'] },
    });
    expect((await workOf(finance)).lines).toMatchObject([
      { dueAsked: '2023-06-30', said: 'Chờ trích đo', office: 'UBND xã Bình Dương', due: null },
    ]);
    await act(leader, 'due-refusal', { reason: 'Không lùi' });
    expect(await seen()).toEqual({ ...nothing, commune: ['task-accepted'] });
    await act(commune, 'report', { text: 'Gặp đủ 4 hộ' });
    expect(await seen()).toEqual({ ...nothing, leader: 1, finance: ['task-reported'] });
    expect((await workOf(finance)).lines).toMatchObject([
      { said: 'Gặp đủ 4 hộ', by: { office: 'UBND xã Bình Dương' }, since: expect.any(String) as string },
    ]);
    await act(finance, 'sending-back', { reason: 'Chưa có biên bản' });
    expect(await seen()).toEqual({ ...nothing, commune: ['task-sent-back'] });
    clock.moved = new Date('2023-06-27T08:00:00+07:00');
    const { lines, overdue } = await workOf(commune);
    expect(overdue).toBe(1);
    expect(lines).toMatchObject([{ said: 'Chưa có biên bản', overdue: true, days: -2 }]);
    expect(await totalOf(commune, '/api/tasks?waiting=answer&overdue=true&limit=1')).toBe(1);
    clock.moved = undefined;
    await act(commune, 'report', { text: 'Kèm biên bản' });
    await act(leader, 'confirmation');
    expect(await seen()).toEqual(nothing);
    const again = await leader
      .post('/api/tasks')
      .send({ clientKey: 'my-work-2', ...task })
      .expect(201);
    const refused = (again.body as GivenTasksView).conclusion.tasks[0]?.id ?? '';
    await commune.post(`/api/tasks/${refused}/refusal`).send({ reason: 'Thuộc huyện' }).expect(200);
    expect(await seen()).toEqual({ ...nothing, leader: 1, finance: ['task-refused'] });
  }, 120_000);
});

describe.each([
  ['the demo', () => startDemoApi()],
  ['a province', () => startProvinceApi(8, 60)],
])('counts of my work in %s', (_, start) => {
  let api: FilledApi;
  beforeAll(async () => {
    api = await start();
  }, 240_000);
  afterAll(() => api.close());

  it.each(['board', 'commune', 'finance', 'finance-head', 'leader', 'admin'])(
    'are those of the lists that they lead to: %s',
    async (name) => {
      const agent = await api.signedIn(`${name}@thongvon.test`);
      const view = await workOf(agent);
      const { counts, lines, total, overdue } = view;
      expect(counts.blockers).toBe(await totalOf(agent, '/api/blockers?state=overdue&limit=1'));
      expect(counts.alerts).toBe((await get<{ open: number }>(agent, '/api/alerts/counts')).open);
      expect(overdue).toBeGreaterThanOrEqual(lines.filter((line) => line.overdue).length);
      expect(total).toBeGreaterThanOrEqual(lines.length);
      if (name === 'leader') {
        expect([lines, counts.work]).toEqual([[], null]);
        return;
      }
      expect(counts.work).toBe(total);
      if (name === 'admin') {
        const failed = await totalOf(agent, '/api/mails?state=failed&limit=1');
        expect(counts.administration).toBe(
          failed + (await totalOf(agent, '/api/mails?state=unknown&limit=1')),
        );
        return;
      }
      expect(counts.reconciliation).toBe(
        await totalOf(agent, `/api/reconciliation?planYear=${api.planYear}&state=differs&open=true&limit=1`),
      );
      const isFinance = name.startsWith('finance');
      const owed = (
        await get<UnsentReturnsView>(agent, `/api/owed-returns${isFinance ? '?offices=all' : ''}`)
      ).items;
      if (isFinance) {
        expect(counts.review).toBe(await totalOf(agent, '/api/returns?status=submitted'));
        const silent = new Set(owed.filter((one) => one.overdue).map(({ organization }) => organization.id));
        expect(linesOf(view, 'offices-silent').map(({ count }) => count)).toEqual(
          silent.size === 0 ? [] : [silent.size],
        );
        return;
      }
      const blockers = linesOf(view, 'blocker');
      const [late, soon] = await Promise.all(
        ['state=overdue', 'attention=due-soon'].map((filter) =>
          get<ListOf<BlockerView>>(agent, `/api/blockers?${filter}&limit=200`),
        ),
      );
      const pressing = [...(late?.items ?? []), ...(soon?.items ?? [])];
      const amounts = new Map(pressing.map((one) => [`/vuong-mac/${one.id}`, one.capitalHeld]));
      expect(blockers).toHaveLength(Math.min(50, pressing.length));
      for (const { path, amount } of blockers) expect(amount).toBe(amounts.get(path));
      expect(total - lines.length).toBe((late?.total ?? 0) + (soon?.total ?? 0) - blockers.length);
      const returns = lines.filter(({ kind }) => kind.startsWith('return-'));
      expect(counts.returns).toBe(returns.length);
      const cameBack = (await get<ListOf<ListedReturnView>>(agent, '/api/returns?limit=200')).items.filter(
        ({ status }) => status === 'sent-back' || status === 'reverted',
      );
      expect(linesOf(view, 'return-owed').length).toBeLessThanOrEqual(owed.length);
      if (cameBack.length === 0) expect(returns).toHaveLength(owed.length);
    },
  );
});
