import type {
  GivenTasksView,
  GiveTaskRequest,
  ListOf,
  TaskAssigneeView,
  TaskDetailView,
  TaskView,
} from '@thongvon/api-contract';
import type request from 'supertest';
import { startTestApi, type TestApi } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

describe('tasks by the API', () => {
  let api: TestApi;
  let leader: Agent;
  let officer: Agent;
  let commune: Agent;
  let communeId: string;
  beforeAll(async () => {
    api = await startTestApi();
    const district = await api.organization('UBND huyện');
    communeId = await api.organization('UBND xã', district);
    await api.user('leader@thongvon.test', 'leader', district);
    await api.user('officer@thongvon.test', 'finance-officer', district);
    await api.user('commune@thongvon.test', 'reporter', communeId);
    leader = await api.signedIn('leader@thongvon.test');
    officer = await api.signedIn('officer@thongvon.test');
    commune = await api.signedIn('commune@thongvon.test');
  });
  afterAll(() => api.close());

  const task = (more: Partial<GiveTaskRequest> = {}): GiveTaskRequest => ({
    ...{ clientKey: 'key-of-a-sheet', what: 'Đối thoại lần 3', due: '2023-06-30', organizationId: communeId },
    ...more,
  });
  const get = async <T>(agent: Agent, path: string): Promise<T> =>
    (await agent.get(path).expect(200)).body as T;

  it('are given once by one key, answered, and say what each may do', async () => {
    const { body } = await leader.post('/api/tasks').send(task()).expect(201);
    const first = body as GivenTasksView;
    expect(first).toMatchObject({ already: false, unreachable: [] });
    const { body: again } = await leader.post('/api/tasks').send(task()).expect(201);
    expect(again).toMatchObject({ already: true, givenAt: first.givenAt });
    const id = first.conclusion.tasks[0]?.id ?? '';
    expect(await get<TaskDetailView>(commune, `/api/tasks/${id}`)).toMatchObject({
      ...{ state: 'assigned', overdue: false, dueMoves: 0, enteredBy: null },
      may: ['accepted', 'reported', 'refused', 'due-proposed'],
    });
    expect(await get<TaskDetailView>(leader, `/api/tasks/${id}`)).toMatchObject({
      may: ['withdrawn', 'due-moved'],
    });
    expect(await get<object>(commune, '/api/tasks/waiting')).toMatchObject({ toAnswer: 1, total: 1 });
    await commune.post(`/api/tasks/${id}/acceptance`).expect(200);
    const { body: reported } = await commune
      .post(`/api/tasks/${id}/report`)
      .send({ text: 'Gặp đủ 4 hộ', proof: { documentNumber: '12/BC-UBND', documentDate: '2023-06-22' } })
      .expect(200);
    expect(reported).toMatchObject({ state: 'reported', may: [] });
    expect((reported as TaskDetailView).history.at(-1)).toMatchObject({
      proof: { documentNumber: '12/BC-UBND', documentDate: '2023-06-22' },
    });
    await commune.post(`/api/tasks/${id}/confirmation`).send({}).expect(403);
    await officer.post(`/api/tasks/${id}/sending-back`).send({ reason: 'Chưa có biên bản' }).expect(200);
    await commune.post(`/api/tasks/${id}/report`).send({ text: 'Kèm biên bản' }).expect(200);
    await leader.post(`/api/tasks/${id}/confirmation`).send({ text: 'Đã xem' }).expect(200);
    await leader.post(`/api/tasks/${id}/withdrawal`).send({ reason: 'thôi' }).expect(409);
    const list = await get<ListOf<TaskView>>(commune, '/api/tasks?view=mine&state=confirmed');
    expect(list).toMatchObject({ total: 1, items: [{ id, state: 'confirmed', lastText: 'Đã xem' }] });
  });

  it('say at which field they are wrong', async () => {
    const wrong = { due: '2023-06-01', organizationId: '00000000-0000-4000-8000-000000000000' };
    const { body } = await leader
      .post('/api/tasks')
      .send(task({ clientKey: 'another-key', ...wrong }))
      .expect(422);
    expect(body).toMatchObject({
      code: 'TASKS-INVALID',
      fields: [{ field: 'due' }, { field: 'organizationId' }],
    });
    const rows = { clientKey: 'a-third-key', kind: 'conclusion', dated: '2023-06-23' };
    const { body: many } = await officer
      .post('/api/conclusions')
      .send({ ...rows, tasks: [{ what: 'Việc', due: '2023-06-01', organizationId: communeId }] })
      .expect(422);
    expect(many).toMatchObject({ code: 'CONCLUDED-BY-NEEDED', field: 'concludedBy' });
    await commune
      .post('/api/tasks')
      .send(task({ clientKey: 'a-fourth-key' }))
      .expect(403);
  });

  it('may be given to the own office and those below', async () => {
    const offices = await get<ListOf<TaskAssigneeView>>(officer, '/api/tasks/assignees');
    expect(offices.items.map(({ name, reachable }) => `${name} ${reachable}`)).toEqual([
      'UBND huyện true',
      'UBND xã true',
    ]);
    expect(await get<object[]>(officer, '/api/tasks/givers')).toMatchObject([{ role: 'leader' }]);
  });
});
