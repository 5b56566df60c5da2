import type { ProjectClearancePageView } from '@thongvon/api-contract';
import { startDistrict, type District } from '../support/district';

const PDF = Buffer.from('%PDF-1.4 biên bản');

describe('evidence, and the page of a project', () => {
  let district: District;
  let returnId: string;
  let blockerId: string;
  let at: string;
  beforeAll(async () => {
    district = await startDistrict();
    const { finance, board } = district;
    await district.approve(finance, 'plan-9001-qd-ubnd');
    returnId = await district.approve(board, 'board-weekly-2023-06-21');
    const { body } = await board.get('/api/blockers?q=7928830').expect(200);
    const [blocker] = (body as { items: { id: string; project: { id: string } }[] }).items;
    blockerId = blocker?.id ?? '';
    at = `/api/land-clearance/projects/${blocker?.project.id}`;
  }, 60_000);
  afterAll(() => district.close());

  const act = (proof: object) =>
    district.board
      .post(`/api/blockers/${blockerId}/actions`)
      .send({ type: 'work', text: 'Họp đối thoại lần 2', on: '2023-06-22', proof });

  it('names a document by number and date, a cell of a return, and a file, and says them in words', async () => {
    const kept = await district.board
      .post(`${at}/evidence-files`)
      .attach('file', PDF, 'Biên bản đối thoại.pdf')
      .expect(201);
    const file = kept.body as { id: string; name: string };
    const { body } = await act({
      documentNumber: '12/BB-UBND',
      documentDate: '2023-06-22',
      returnId,
      sheet: 'GPMB',
      cell: 'M13',
      fileId: file.id,
    }).expect(200);
    const { history } = body as { history: { type: string }[] };
    expect(history.find(({ type }) => type === 'work')).toMatchObject({
      evidence: '12/BB-UBND ngày 22/06/2023; ô M13 trang GPMB; tệp Biên bản đối thoại.pdf',
      proof: {
        documentNumber: '12/BB-UBND',
        documentDate: '2023-06-22',
        source: { returnId, sheet: 'GPMB', cell: 'M13' },
        file: { id: file.id, name: 'Biên bản đối thoại.pdf' },
      },
    });
    const fetched = await district.leader
      .get(`/api/land-clearance/evidence-files/${file.id}`)
      .buffer(true)
      .expect(200);
    expect(fetched.headers['content-disposition']).toContain(encodeURIComponent('đối thoại.pdf'));
    expect(fetched.body).toEqual(PDF);
  });

  it('is the document that a step needs to be done', async () => {
    await district.board
      .post(`${at}/steps/recovery-notice`)
      .send({ done: '2023-01-27', proof: { documentNumber: '35/TB-UBND', documentDate: '2023-01-27' } })
      .expect(200);
    const { body } = await district.leader.get(`${at}/steps`).expect(200);
    const { steps } = body as { steps: { step: string; alerts: { code: string }[] }[] };
    expect(steps.find(({ step }) => step === 'recovery-notice')).toMatchObject({
      evidence: '35/TB-UBND ngày 27/01/2023',
      proof: { documentNumber: '35/TB-UBND' },
      alerts: [{ code: 'STEP-ORDER' }],
    });
  });

  it('is refused when it points to nothing, to another office’s return, or is no document', async () => {
    expect((await act({}).expect(422)).body).toMatchObject({ code: 'PROOF-INCOMPLETE' });
    expect((await act({ returnId, sheet: 'GPMB' }).expect(422)).body).toMatchObject({
      code: 'PROOF-INCOMPLETE',
    });
    expect((await act({ fileId: blockerId }).expect(422)).body).toMatchObject({ code: 'PROOF-UNKNOWN' });
    await act({ documentNumber: 12 }).expect(400);
    const script = district.board
      .post(`${at}/evidence-files`)
      .attach('file', Buffer.from('<script>'), 'a.pdf');
    expect((await script.expect(422)).body).toMatchObject({ code: 'EVIDENCE-FILE-KIND' });
    await district.commune.get(`/api/land-clearance/evidence-files/${blockerId}`).expect(404);
    await district.leader.post(`${at}/evidence-files`).attach('file', PDF, 'a.pdf').expect(403);
  });

  it('is shown with everything else of the project in one answer', async () => {
    const { body } = await district.leader.get(`${at}?asOf=2023-06-23`).expect(200);
    const page = body as ProjectClearancePageView;
    expect(page.actions.map(({ type, on, blockerId: of }) => [type, on, of])).toEqual([
      ['work', '2023-06-22', blockerId],
      ['named', '2023-06-21', blockerId],
    ]);
    expect(page.heldSeries).toHaveLength(13);
    expect(page.heldSeries.at(-1)).toMatchObject({
      asOf: '2023-06-23',
      blockers: 1,
      capitalHeld: '28305629000',
    });
    expect(page.heldByCause).toMatchObject([{ key: 'unclassified', capitalHeld: '28305629000' }]);
    expect(page.heldByUnit).toMatchObject([{ label: 'UBND xã Bình Phú', overdue: 1 }]);
    expect(page.steps).toHaveLength(24);
    expect(page.money).toMatchObject({ approved: '19800000000', paid: '2770000000' });
    expect(page.closing).toEqual([]);
    expect(page.rates.byHousehold).toMatchObject({ value: '11.54' });
    expect((await district.leader.get(`${at}?asOf=2023-06-21`).expect(200)).body).toMatchObject({
      actions: [{ type: 'named' }],
    });
  });

  it('is a picture that is kept once however often it is sent, with what it says of itself', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const said = {
      takenOn: '2023-06-20',
      takenTime: '08:40',
      latitude: '15.735210',
      longitude: '108.354120',
    };
    const send = (bytes: Buffer, fields: object = said) =>
      district.board
        .post(`${at}/evidence-files`)
        .field({ clientKey: 'key-1', ...fields })
        .attach('file', bytes, 'anh.jpg');
    const { body } = await send(jpeg).expect(201);
    const kept = body as { id: string };
    expect(kept).toMatchObject({ name: 'anh.jpg', ...said });
    expect((await send(jpeg).expect(201)).body).toEqual(kept);
    const together = await Promise.all([
      send(jpeg, { clientKey: 'key-2' }),
      send(jpeg, { clientKey: 'key-2' }),
    ]);
    expect(new Set(together.map((reply) => (reply.body as { id: string }).id)).size).toBe(1);
    expect((await send(PDF).expect(409)).body).toMatchObject({ code: 'EVIDENCE-KEY-REUSED' });
    const half = { clientKey: 'key-3', latitude: '15.7' };
    expect((await send(jpeg, half).expect(422)).body).toMatchObject({ code: 'EVIDENCE-PLACE' });
    for (const wrong of [
      { latitude: '91' },
      { longitude: '181' },
      { takenTime: '24:00' },
      { takenOn: '2023-02-30' },
    ])
      await send(jpeg, { ...said, ...wrong }).expect(400);
    const acted = await act({ fileId: kept.id }).expect(200);
    const { history } = acted.body as { history: { proof: { file: object } | null }[] };
    expect(history.map(({ proof }) => proof?.file)).toContainEqual(kept);
  });
});
