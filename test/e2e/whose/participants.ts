import type { TouchedView } from '@thongvon/api-contract';
import { clearanceTable, weeklyTable } from '../../support/small-returns';
import { DAY, HOUSEHOLDS, NOT_YOURS, PROJECTS, type FourOffices } from './offices';

/** Tests of projects whose land another office than their owner's clears: what it may report of them, and until when. */
export function participants({ district, officeId, idOf, agentOf, send, approve }: FourOffices): void {
  it('may be cleared by who is named a participant, from that day to the end of it, and by nobody else', async () => {
    const at = `/api/projects/${idOf('board')}/participants`;
    const commune = agentOf('commune', 'reporter');
    const named = { organizationId: officeId('commune'), from: '2023-06-10' };
    await commune.post(at).send(named).expect(404);
    await agentOf('second', 'finance-officer').post(at).send(named).expect(404);
    const { body } = await agentOf('board', 'reporter').post(at).send(named).expect(201);
    const participant = body as { id: string };
    await agentOf('top', 'finance-officer').post(at).send(named).expect(201);
    const clearing = (day: string, handedOver: number): Promise<Buffer> =>
      clearanceTable(day, [{ ...PROJECTS.board, households: HOUSEHOLDS, handedOver }]);

    const seen = await send(commune, await clearing(DAY, 4400));
    expect(seen.status).toBe('ready');
    expect((seen as unknown as { touches: TouchedView[] }).touches).toMatchObject([
      { organization: { id: officeId('board') }, projects: 1, relation: 'participant' },
    ]);
    for (const bytes of [
      await clearing('09/6/2023', 4400),
      await weeklyTable(DAY, [PROJECTS.board]),
      await clearanceTable(DAY, [{ ...PROJECTS.second, households: 3, handedOver: 1 }]),
    ])
      expect((await send(commune, bytes)).findings).toContainEqual(NOT_YOURS);
    expect((await send(agentOf('second', 'reporter'), await clearing(DAY, 4401))).findings).toContainEqual(
      NOT_YOURS,
    );

    await commune.post(`/api/returns/${seen.id}/submission`).expect(200);
    await agentOf('board', 'reporter').delete(`${at}/${participant.id}?to=2023-06-14`).expect(200);
    const refused = await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      409,
      'RETURN-NEEDS-ATTENTION',
    ]);
    await agentOf('board', 'reporter').delete(`${at}/${participant.id}`).expect(200);
    const list = await district().leader.get(at).expect(200);
    expect(list.body).toMatchObject([
      { organization: { name: 'UBND xã Bình Dương' }, from: '2023-06-10', to: '2023-06-14' },
    ]);
  });

  it('are not reported otherwise by a participant of the same day without a question', async () => {
    const at = `/api/projects/${idOf('board')}/participants`;
    const board = agentOf('board', 'reporter');
    const commune = agentOf('commune', 'reporter');
    const clearing = (handedOver: number): Promise<Buffer> =>
      clearanceTable('19/6/2023', [
        {
          ...PROJECTS.board,
          households: HOUSEHOLDS,
          handedOver,
          blocker: { text: 'Mộ họ Trần chưa di dời', unit: 'UBND xã', due: '30/6/2023' },
        },
      ]);
    const { body } = await board
      .post(at)
      .send({ organizationId: officeId('commune'), from: '2023-06-19' })
      .expect(201);
    await approve(board, await clearing(7001));
    const asked = ({ findings }: { readonly findings: readonly { code: string; message: string }[] }) =>
      findings.filter(({ code }) => code === 'RET-CUMULATIVE-FELL').map(({ message }) => message);
    expect(asked(await send(commune, await clearing(7001)))).toEqual([]);
    const [question, ...others] = asked(await send(commune, await clearing(7004)));
    expect(question).toContain('thay số 7001 mà đơn vị khác đã báo cáo cùng ngày');
    expect(others).toEqual([]);
    await board.delete(`${at}/${(body as { id: string }).id}`).expect(200);
  });
}
