import { DataSource } from 'typeorm';
import type {
  BlockerDetailView,
  BlockerView,
  HandoverDecisionView,
  OfficeRefView,
} from '@thongvon/api-contract';
import { addDays, businessDate, type PlainDate } from '@thongvon/kernel';
import { startDistrict, type District } from '../support/district';

type Agent = District['board'];

describe('a commune that must act on a board’s blocker', () => {
  let district: District;
  let neighbour: Agent;
  let projectId: string;
  let today: PlainDate;
  beforeAll(async () => {
    district = await startDistrict();
    const { api } = district;
    today = businessDate(api.clock.now());
    const top = await api.organization('UBND huyện Thăng Bình');
    const board = await api.organization('Ban Quản lý dự án - Đô thị', top);
    const second = await api.organization('UBND xã Bình Nam', top);
    await api.user('nam@thongvon.test', 'reporter', second);
    neighbour = await api.signedIn('nam@thongvon.test');
    const [added] = await api.app.get(DataSource).query<{ id: string }[]>(
      `INSERT INTO projects.project (code, name, name_key, kind, owner_id, registered_by, created_at)
       VALUES ('7410009', 'Nghĩa trang phía nam', 'nghia trang phia nam', 'cemetery', $1, $1, now()) RETURNING id`,
      [board],
    );
    projectId = added?.id ?? '';
  }, 120_000);
  afterAll(() => district.close());

  const list = async (agent: Agent, query = ''): Promise<readonly BlockerView[]> =>
    ((await agent.get(`/api/blockers?limit=50${query}`).expect(200)).body as { items: BlockerView[] }).items;
  const post = async <T = BlockerDetailView>(
    agent: Agent,
    path: string,
    body: object,
    status = 200,
  ): Promise<T> => {
    const reply = await agent.post(`/api/blockers/${path}`).send(body);
    expect([path, reply.status, reply.body]).toMatchObject([path, status, {}]);
    return reply.body as T;
  };

  it('sees it, works on it, gets another day, and hands it over to who agrees', async () => {
    const { board, commune, finance, head, leader } = district;
    const opened = await post(
      board,
      '',
      {
        projectId,
        description: 'Người dân không đồng thuận vị trí nghĩa trang',
        responsibleUnit: 'UBND xã Bình Dương',
        openedOn: addDays(today, -30),
        due: addDays(today, -23),
      },
      201,
    );
    const { id } = opened;
    expect(opened.mayAct).toEqual(['record', 'change', 'close', 'merge', 'set-office']);

    // It sees it, with what is held, and the clearance of the project.
    const [seen] = await list(commune);
    expect(seen).toMatchObject({
      id,
      daysOverdue: 23,
      responsibleOffice: { name: 'UBND xã Bình Dương' },
      turn: { office: { name: 'UBND xã Bình Dương' }, basis: 'responsible-office' },
      capitalHeldBasis: { withheld: true },
    });
    expect(await list(neighbour)).toEqual([]);
    await commune.get(`/api/land-clearance/projects/${projectId}`).expect(200);
    await neighbour.get(`/api/land-clearance/projects/${projectId}`).expect(404);
    await commune.get(`/api/land-clearance/projects/${projectId}/continue-or-stop`).expect(404);
    await commune.get(`/api/projects/${projectId}`).expect(404);

    // It works, and closes nothing.
    const worked = await post(commune, `${id}/actions`, { type: 'work', text: 'Đã đối thoại với các hộ' });
    expect(worked.history.at(-1)).toMatchObject({ type: 'work', office: { name: 'UBND xã Bình Dương' } });
    await post(commune, `${id}/closing`, { reason: 'xong' }, 403);
    await post(neighbour, `${id}/actions`, { type: 'work', text: 'x' }, 404);

    // It asks for another day; the district's leader grants it.
    const due = addDays(today, 7);
    const asked = await post(commune, `${id}/due-proposals`, { due, reason: 'Chờ phương án di dời mộ' });
    expect(asked).toMatchObject({ due: addDays(today, -23), dueProposal: { due } });
    expect(asked.mayAct).toEqual(['record', 'withdraw-due', 'propose-handover']);
    const proposal = asked.dueProposal?.id;
    await post(commune, `${id}/due-proposals`, { due, reason: 'nữa' }, 409);
    await post(leader, `${id}/due-proposals/decision`, { proposal, decision: 'refused' }, 422);
    const granted = await post(leader, `${id}/due-proposals/decision`, { proposal, decision: 'accepted' });
    expect(granted).toMatchObject({ due, daysOverdue: 0, dueProposal: null, mayAct: [] });
    expect(granted.history.at(-1)?.changes).toMatchObject({ proposal: { daysOverdue: 23 } });

    // It offers it to its neighbour, whose turn it is once that one agrees.
    const offices = await commune.get(`/api/blockers/${id}/offices?q=binh nam`).expect(200);
    const [target] = (offices.body as { items: OfficeRefView[] }).items;
    const offer = { organizationId: target?.id, reason: 'Khu đất thuộc xã Bình Nam' };
    const offered = await post(commune, `${id}/handovers`, offer);
    const handover = offered.handoverProposal?.id;
    expect((await list(neighbour))[0]).toMatchObject({
      id,
      turn: { office: { name: 'UBND xã Bình Dương' } },
    });
    await post(head, `${id}/handovers/decision`, { proposal: handover, decision: 'accepted' }, 403);
    const taken = await post<HandoverDecisionView>(neighbour, `${id}/handovers/decision`, {
      proposal: handover,
      decision: 'accepted',
    });
    expect(taken.blocker).toMatchObject({
      responsibleUnit: 'UBND xã Bình Nam',
      turn: { office: { name: 'UBND xã Bình Nam' }, since: today },
    });
    expect(await list(commune)).toEqual([]);
    await commune.get(`/api/blockers/${id}`).expect(404);

    // Finance sees one history of all of it.
    const whole = (await finance.get(`/api/blockers/${id}`).expect(200)).body as BlockerDetailView;
    expect(whole.history.map(({ type, office }) => `${office?.name ?? ''}: ${type}`)).toEqual([
      'Ban Quản lý dự án - Đô thị: opened',
      'UBND xã Bình Dương: work',
      'UBND xã Bình Dương: due-proposed',
      'UBND huyện Thăng Bình: due-accepted',
      'UBND xã Bình Dương: handover-proposed',
      'UBND xã Bình Nam: handover-accepted',
    ]);
    await post(board, `${id}/closing`, { reason: 'Các hộ đã đồng thuận' });
  });

  it('is found where nobody has said which office the words mean, and set by finance', async () => {
    const { board, commune, finance } = district;
    const description = 'Chưa di dời đường điện';
    const responsibleUnit = 'UBND xã Bình Dương và Điện lực';
    const { id, officeCandidates } = await post(board, '', { projectId, description, responsibleUnit }, 201);
    expect(officeCandidates.map(({ name }) => name)).toEqual(['UBND xã Bình Dương']);
    expect((await list(finance, '&attention=no-office')).map((one) => one.id)).toEqual([id]);
    expect(await list(commune)).toEqual([]);
    const [candidate] = officeCandidates;
    const set = { organizationId: candidate?.id, reason: 'Xã chủ trì' };
    await post(commune, `${id}/responsible-office`, set, 404);
    expect(await post(finance, `${id}/responsible-office`, set)).toMatchObject({
      responsibleUnit,
      responsibleOffice: candidate,
    });
    expect((await list(commune, `&responsibleOfficeId=${candidate?.id ?? ''}`)).map((one) => one.id)).toEqual(
      [id],
    );
    const refused = await post<{ code: string }>(
      finance,
      `${id}/responsible-office`,
      {
        organizationId: '00000000-0000-4000-8000-000000000000',
      },
      422,
    );
    expect(refused.code).toBe('OFFICE-UNKNOWN');
  });
});
