import type { GivenTasksView, TaskDetailView } from '@thongvon/api-contract';
import type request from 'supertest';
import { startTestApi, type TestApi } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

const PDF = Buffer.from('%PDF-1.4 biên bản');
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const TAKEN = { takenOn: '2023-06-20', takenTime: '08:40', latitude: '15.735210', longitude: '108.354120' };

/** A task without a project: its files are of the task alone. */
describe('what proves that a task was done', () => {
  let api: TestApi;
  let leader: Agent;
  let commune: Agent;
  let neighbour: Agent;
  let communeId: string;
  let given = 0;
  beforeAll(async () => {
    api = await startTestApi();
    const district = await api.organization('UBND huyện');
    communeId = await api.organization('UBND xã', district);
    await api.user('leader@thongvon.test', 'leader', district);
    await api.user('commune@thongvon.test', 'reporter', communeId);
    await api.user('neighbour@thongvon.test', 'reporter', await api.organization('UBND xã bên', district));
    leader = await api.signedIn('leader@thongvon.test');
    commune = await api.signedIn('commune@thongvon.test');
    neighbour = await api.signedIn('neighbour@thongvon.test');
  });
  afterAll(() => api.close());

  /** The address of a task of the commune. */
  async function task(): Promise<string> {
    given += 1;
    const wanted = { clientKey: `key-of-${given}`, what: `Đối thoại lần ${given}`, due: '2030-06-30' };
    const { body } = await leader
      .post('/api/tasks')
      .send({ ...wanted, organizationId: communeId })
      .expect(201);
    return `/api/tasks/${(body as GivenTasksView).conclusion.tasks[0]?.id ?? ''}`;
  }
  const send = (agent: Agent, at: string, bytes = JPEG, fields: Record<string, string> = {}) =>
    agent.post(`${at}/evidence-files`).field(fields).attach('file', bytes, 'anh.jpg');
  const fetched = (agent: Agent, at: string, id: string) =>
    agent.get(`${at}/evidence-files/${id}`).buffer(true);
  const report = (at: string, proof: object) =>
    commune.post(`${at}/report`).send({ text: 'Gặp đủ 4 hộ', proof });

  it('is a photo that is kept once, named in the report, and fetched by who sees the task', async () => {
    const at = await task();
    const key = { clientKey: 'photo-1', ...TAKEN };
    const { body } = await send(commune, at, JPEG, key).expect(201);
    const file = body as { id: string };
    expect(file).toMatchObject({ name: 'anh.jpg', ...TAKEN });
    expect((await send(commune, at, JPEG, key).expect(201)).body).toEqual(file);
    const { body: reported } = await report(at, { fileId: file.id }).expect(200);
    const { history } = reported as TaskDetailView;
    expect(history.at(-1)).toMatchObject({
      type: 'reported',
      proof: { documentNumber: null, source: null, file },
    });
    for (const agent of [leader, commune])
      expect((await fetched(agent, at, file.id).expect(200)).body).toEqual(JPEG);
    await fetched(neighbour, at, file.id).expect(404);
    // It is of no project.
    await leader.get(`/api/land-clearance/evidence-files/${file.id}`).expect(404);
  });

  it('comes with the number of a document, or a document alone', async () => {
    const at = await task();
    const { body } = await send(commune, at, PDF).expect(201);
    const proof = {
      documentNumber: '12/BC',
      documentDate: '2023-06-22',
      fileId: (body as { id: string }).id,
    };
    await report(at, proof).expect(200);
    await report(await task(), { documentNumber: '13/BC' }).expect(200);
  });

  it('is of one task only', async () => {
    const [one, other] = [await task(), await task()];
    const { body } = await send(commune, one, JPEG, { clientKey: 'photo-2' }).expect(201);
    const { id } = body as { id: string };
    const codeOf = async (reply: request.Test, status: number) =>
      ((await reply.expect(status)).body as { code: string }).code;
    expect(await codeOf(report(other, { fileId: id }), 422)).toBe('PROOF-NEEDS-PROJECT');
    expect(await codeOf(report(one, { fileId: id, returnId: id, sheet: 'A', cell: 'A1' }), 422)).toBe(
      'PROOF-NEEDS-PROJECT',
    );
    expect(await codeOf(report(other, { documentDate: '2023-06-22' }), 422)).toBe('PROOF-NEEDS-PROJECT');
    expect(await codeOf(commune.get(`${other}/evidence-files/${id}`), 404)).toBe('TASK-FILE-NOT-FOUND');
    expect(await codeOf(send(commune, other, JPEG, { clientKey: 'photo-2' }), 409)).toBe(
      'EVIDENCE-KEY-REUSED',
    );
    expect(await codeOf(send(commune, one, PDF, { clientKey: 'photo-2' }), 409)).toBe('EVIDENCE-KEY-REUSED');
  });

  it('is sent by the office whose task it is, as what can be looked at', async () => {
    const at = await task();
    await send(leader, at).expect(403);
    await send(neighbour, at).expect(404);
    await send(commune, at, Buffer.from('<script>')).expect(422);
    await send(commune, at, JPEG, { latitude: '15.7' }).expect(422);
    await commune.get(`${at}/evidence-files/none`).expect(404);
  });
});
