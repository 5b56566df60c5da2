import type request from 'supertest';
import type {
  ListOf,
  ReallocationCandidateView,
  ReallocationDeskView,
  ReallocationProposalDetailView,
  ReallocationProposalView,
  ReallocationTrialView,
} from '@thongvon/api-contract';
import { EnsureOrganization, EnsureUser, OrganizationTree } from '@thongvon/organizations';
import { openWorkbook } from '@thongvon/workbook-io';
import { download } from '../support/download';
import { type FilledApi, startDemoApi } from '../support/filled-api';
import { TEST_PASSWORD } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

describe('the reallocation desk of the demo', () => {
  let api: FilledApi;
  let finance: Agent;
  let leader: Agent;
  let desk: ReallocationDeskView;
  let source: string;
  let giver: ReallocationCandidateView;
  let receiver: ReallocationCandidateView;
  const get = async <T>(agent: Agent, path: string, status = 200): Promise<T> =>
    (await agent.get(`/api/reallocation${path}`).expect(status)).body as T;
  const post = async <T>(agent: Agent, path: string, body: object, status: number): Promise<T> =>
    (await agent.post(`/api/reallocation${path}`).send(body).expect(status)).body as T;
  const trial = (amount: string, declared: readonly object[] = []) => ({
    ...{ week: desk.week, revision: desk.revision, declared },
    lines: [{ giverId: giver.id, receiverId: receiver.id, source, amount }],
  });
  /** With every question answered. */
  const proposal = async (clientKey: string, amount = '1000000000') => {
    const { issues } = await post<ReallocationTrialView>(finance, '/trial', trial(amount), 200);
    const declared = issues.map(({ projectId, code }) => ({
      projectId,
      about: code,
      note: 'Theo văn bản 12/BQL',
    }));
    return { ...trial(amount, declared), clientKey, title: 'Điều chuyển đợt 1' };
  };

  beforeAll(async () => {
    api = await startDemoApi();
    finance = await api.signedIn('finance@thongvon.test');
    leader = await api.signedIn('leader@thongvon.test');
    desk = await get(finance, '');
    // The source of which most could be taken, so that both sides have candidates.
    source = desk.sources.toSorted((a, b) => Number(BigInt(b.takable) - BigInt(a.takable)))[0]?.code ?? '';
    const of = (side: string) =>
      get<ListOf<ReallocationCandidateView>>(finance, `/candidates?side=${side}&source=${source}`);
    const [givers, receivers] = [await of('giver'), await of('receiver')];
    receiver = receivers.items[0] ?? raise();
    giver = givers.items.find(({ id }) => id !== receiver.id) ?? raise();
  }, 240_000);
  afterAll(() => api.close());

  it('stands on the newest frozen week, and lists the largest amount first', () => {
    expect(desk).toMatchObject({ week: '2023-06-22', revision: 1, planYear: 2023, lastDay: '2024-01-31' });
    expect(desk.whole).toMatchObject({ planned: '428137000000', disbursed: '223422000000', rate: '52.18' });
    expect(BigInt(giver.amount) > 0n && BigInt(receiver.amount) > 0n).toBe(true);
  });

  it('goes on where a page ended, and begins no list anew under a cursor that is none of it', async () => {
    const at = `/api/reallocation/candidates?side=giver&source=${source}&limit=1`;
    const first = await finance.get(at).expect(200);
    const { items, nextCursor } = first.body as ListOf<ReallocationCandidateView>;
    const second = await finance.get(`${at}&cursor=${nextCursor ?? ''}`).expect(200);
    expect((second.body as ListOf<ReallocationCandidateView>).items[0]?.id).not.toBe(items[0]?.id);
    const strange = Buffer.from(JSON.stringify(['0'])).toString('base64url');
    const refused = await finance.get(`${at}&cursor=${strange}`).expect(400);
    expect(refused.body).toMatchObject({ code: 'CURSOR-INVALID' });
  });

  it('says what would be, and refuses what is disbursed already', async () => {
    const nothing = await post<ReallocationTrialView>(leader, '/trial', { ...trial('1'), lines: [] }, 200);
    expect(nothing.whole.after).toEqual(nothing.whole.before);
    expect(nothing.mayKeep).toBe(false);
    const { amount } = receiver;
    const moved = await post<ReallocationTrialView>(leader, '/trial', trial(amount), 200);
    expect(moved.whole.after).toMatchObject({ planned: moved.whole.before.planned, rate: '52.18' });
    expect(moved.bySource).toMatchObject([{ code: source, given: amount, taken: amount }]);
    const over = (BigInt(giver.most) + 1n).toString();
    const refused = await post<ReallocationTrialView>(finance, '/trial', trial(over), 200);
    expect(refused.issues).toContainEqual(
      expect.objectContaining({
        code: 'below-disbursed',
        projectId: giver.id,
        isError: true,
        limit: giver.most,
      }),
    );
    const kept = { ...(await proposal('over-the-limit', over)), title: 'Quá' };
    expect(await post(finance, '/proposals', { ...kept, declared: [] }, 422)).toMatchObject({
      code: 'PROPOSAL-INVALID',
    });
  });

  it('keeps a draft once by one key, its versions, and what became of it', async () => {
    const wanted = await proposal('key-of-a-draft');
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => post<ReallocationProposalDetailView>(finance, '/proposals', wanted, 201)),
    );
    const [first] = all;
    if (!first) throw new Error('nothing was kept');
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set([first.id]));
    expect(first).toMatchObject({
      state: 'draft',
      nth: 1,
      moved: '1000000000',
      outdated: false,
      mayChange: true,
    });
    expect(first.kept).toMatchObject([{ giver: { id: giver.id }, receiver: { id: receiver.id } }]);
    const other = { ...wanted, title: 'Khác' };
    expect(await post(finance, '/proposals', other, 409)).toMatchObject({ code: 'PROPOSAL-KEY-REUSED' });
    const at = `/proposals/${first.id}`;
    const next = { ...(await proposal('the-next-draft', '2000000000')), after: 1 };
    expect(await post(finance, `${at}/drafts`, next, 201)).toMatchObject({ nth: 2, moved: '2000000000' });
    const late = { ...(await proposal('too-late-a-draft')), after: 1 };
    expect(await post(finance, `${at}/drafts`, late, 409)).toMatchObject({ code: 'PROPOSAL-CHANGED' });
    const aside = { clientKey: 'put-it-aside', after: 2, state: 'put-aside', note: 'Chờ rà soát' };
    expect(await post(finance, `${at}/outcome`, aside, 200)).toMatchObject({ state: 'put-aside', nth: 3 });
    const decided = {
      clientKey: 'it-is-decided',
      after: 3,
      state: 'decided',
      decisionNumber: '1234/QĐ-UBND',
    };
    expect(await post(finance, `${at}/outcome`, decided, 422)).toMatchObject({
      code: 'PROPOSAL-DECISION-NEEDED',
    });
    const dated = { ...decided, decidedOn: '2023-06-23' };
    expect(await post(finance, `${at}/outcome`, dated, 200)).toMatchObject({
      ...{ state: 'decided', nth: 4, decisionNumber: '1234/QĐ-UBND', mayChange: false, moved: '2000000000' },
      history: [{ state: 'draft' }, { state: 'draft' }, { state: 'put-aside' }, { state: 'decided' }],
    });
    const more = { ...(await proposal('after-the-end')), after: 4 };
    expect(await post(finance, `${at}/drafts`, more, 409)).toMatchObject({ code: 'PROPOSAL-DECIDED' });
    // It changes no ledger.
    expect(await get<ReallocationDeskView>(finance, '')).toEqual(desk);
  });

  it('is of the finance office, read by its leaders, and by nobody below or elsewhere', async () => {
    const { id } = await post<ReallocationProposalDetailView>(
      finance,
      '/proposals',
      await proposal('who-may-see-it'),
      201,
    );
    expect(await get(leader, `/proposals/${id}`)).toMatchObject({ id, mayChange: false });
    const keptByLeader = await proposal('by-the-leader');
    await post(leader, '/proposals', keptByLeader, 403);
    for (const person of ['board', 'commune', 'admin']) {
      const agent = await api.signedIn(`${person}@thongvon.test`);
      for (const path of ['', '/proposals', `/proposals/${id}`, `/proposals/${id}/workbook`])
        await get(agent, path, 403);
    }
    const { id: organizationId } = await api.app.get(EnsureOrganization).run({
      name: 'UBND huyện Khác',
      kind: 'peoples-committee',
      effectiveFrom: '2020-01-01',
      parentId: null,
    });
    const account = { email: 'strange@thongvon.test', name: 'Lạ', password: TEST_PASSWORD };
    await api.app.get(EnsureUser).run({ ...account, role: 'finance-head', organizationId });
    expect(await api.app.get(OrganizationTree).idsBelow(organizationId)).toEqual([organizationId]);
    const strange = await api.signedIn('strange@thongvon.test');
    expect((await get<ListOf<ReallocationProposalView>>(strange, '/proposals')).total).toBe(0);
    await get(strange, `/proposals/${id}`, 404);
    const outcome = { clientKey: 'by-a-stranger', after: 1, state: 'put-aside' };
    await post(strange, `/proposals/${id}/outcome`, outcome, 404);
    expect(await get<ReallocationDeskView>(strange, '')).toMatchObject({ projects: 0, sources: [] });
    const { issues } = await post<ReallocationTrialView>(strange, '/trial', trial('1'), 200);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['project-unknown']));
  });

  it('is written as a workbook with its lines, limits, what it would do, and its day', async () => {
    const kept = await post<ReallocationProposalDetailView>(
      finance,
      '/proposals',
      await proposal('as-a-workbook', '1234567891'),
      201,
    );
    const { body } = await download(leader, `/api/reallocation/proposals/${kept.id}/workbook`);
    const book = openWorkbook(new Uint8Array(body as Buffer));
    expect(book.sheets.map(({ name }) => name)).toEqual([
      ...['Đề xuất', 'Giới hạn', 'Trước và sau', 'Theo tháng', 'Giải trình'],
    ]);
    const texts = JSON.stringify(book.sheets, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const word of [
      giver.name,
      receiver.name,
      '1234567891',
      'tuần chốt 22/06/2023',
      'Theo văn bản 12/BQL',
    ])
      expect(texts).toContain(word);
  });
});

function raise(): never {
  throw new Error('nobody could');
}
