import { DataSource } from 'typeorm';
import type request from 'supertest';
import type { BaselineView, CameBackView, ComparisonView, ReceiptView } from '@thongvon/api-contract';
import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';

type Agent = ReturnType<typeof request.agent>;
type Seen = SeenReturn & {
  readonly cameBack: CameBackView | null;
  readonly corrects: CameBackView | null;
  readonly comparedWith: BaselineView | null;
  readonly newer: ReceiptView | null;
  readonly alsoWaiting: readonly object[];
};

const REASON = 'Cầu Tây Giang lệch với Kho bạc, đề nghị đối chiếu';
const REPLY = 'Số đúng, đã đối chiếu với Kho bạc ngày 22/06.';

describe('a return that came back', () => {
  let district: District;
  let workbook: Buffer;
  let id: string;

  beforeEach(async () => {
    district = await startDistrict();
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    workbook = await demoWorkbook('board-weekly-2023-06-21');
    id = await district.upload(district.board, workbook, 'tuan-25.xlsx');
    await district.read(district.board, id);
    await step('submission', 200);
  });
  afterEach(() => district.close());

  const step = async (name: string, code: number, body = {}, agent: Agent = district.board, of = id) =>
    (await agent.post(`/api/returns/${of}/${name}`).send(body).expect(code)).body as ReceiptView;
  const seen = async (of = id, agent: Agent = district.board): Promise<Seen> =>
    (await agent.get(`/api/returns/${of}`).expect(200)).body as Seen;

  it('says who sent it back, why and where they are asked, and is sent again as it is with a reply', async () => {
    await step('sending-back', 200, { reason: REASON }, district.finance);
    expect((await seen()).cameBack).toMatchObject({
      returnId: id,
      how: 'sent-back',
      reason: REASON,
      by: { office: 'UBND huyện Thăng Bình', email: 'finance@thongvon.test' },
    });
    await step('reply', 400, { reply: ' ' });
    expect(await step('reply', 200, { reply: REPLY })).toEqual({ id, status: 'submitted' });
    const again = await seen(id, district.finance);
    expect(again).toMatchObject({ status: 'submitted', cameBack: null });
    expect(again.history.at(-1)).toMatchObject({ type: 'send-again', data: { reply: REPLY } });
    await step('approval', 202, {}, district.finance);
  });

  it('comes in anew with a reply once it is reverted, and counts once that is approved', async () => {
    await step('approval', 202, {}, district.finance);
    await step('reversion', 200, { reason: REASON }, district.finance);
    const { id: anew } = await step('reply', 200, { reply: REPLY });
    expect(anew).not.toBe(id);
    expect((await district.read(district.board, anew)).status).toBe('ready');
    expect((await seen()).newer).toMatchObject({ id: anew, status: 'ready', fileName: 'tuan-25.xlsx' });
    expect((await seen(anew)).corrects).toMatchObject({ returnId: id, how: 'reverted' });
    // Only one of the two may live.
    await step('reply', 409, { reply: REPLY });
    await step('submission', 200, {}, district.board, anew);
    await step('approval', 202, {}, district.finance, anew);
    expect(await district.summary(district.finance, 'planYear=2023&asOf=2023-06-21')).toMatchObject({
      disbursed: '223422000000',
    });
    // From now on the one that counts is what a further file is held against, and no longer the one that was undone.
    const mended = await alteredWorkbook(workbook, (value) => (value === 15200.167 ? 14889.917 : undefined));
    const later = await district.upload(district.board, mended, 'da-sua.xlsx');
    await district.read(district.board, later);
    expect(await seen(later)).toMatchObject({
      corrects: null,
      comparedWith: { returnId: anew, how: 'approved', fileName: 'tuan-25.xlsx' },
    });
  });

  it('stands beside the corrected file, project by project', async () => {
    await step('sending-back', 200, { reason: REASON }, district.finance);
    const mended = await alteredWorkbook(workbook, (value) => (value === 15200.167 ? 14889.917 : undefined));
    const later = await district.upload(district.board, mended, 'da-sua.xlsx');
    await district.read(district.board, later);
    expect((await seen(later)).corrects).toMatchObject({ returnId: id, reason: REASON });
    const compared = await district.finance.get(`/api/returns/${later}/comparison?with=${id}`).expect(200);
    const { sections } = compared.body as ComparisonView;
    expect(sections.find(({ kind }) => kind === 'disbursement')).toMatchObject({
      difference: '-310250000',
      rows: [{ name: 'Cầu Tây Giang', before: '15200167000', now: '14889917000', difference: '-310250000' }],
      same: 24,
    });
    await district.commune.get(`/api/returns/${later}/comparison?with=${id}`).expect(404);
  });

  it('of the same period that was not sent says which newer file there is, and is sent once that was seen', async () => {
    await step('withdrawal', 200);
    expect((await seen()).newer).toBeNull();
    const mended = await alteredWorkbook(workbook, (value) => (value === 15200.167 ? 14889.917 : undefined));
    const later = await district.upload(district.board, mended, 'da-sua.xlsx');
    await district.read(district.board, later);
    expect((await seen()).newer).toMatchObject({ id: later, fileName: 'da-sua.xlsx' });
    expect((await seen(later)).newer).toBeNull();
    // Who was shown none, or another, is asked; who saw it sends it, and who doesn't tell as ever.
    expect(await step('submission', 409, { newerSeen: null })).toMatchObject({
      code: 'RETURN-HAS-NEWER',
      newer: { id: later, fileName: 'da-sua.xlsx' },
    });
    await step('submission', 409, { newerSeen: id });
    await step('submission', 200, { newerSeen: later });
    expect((await seen()).newer).toBeNull();
  });

  it('names, and is named by, another file of the period that waits for approval as well', async () => {
    const mended = await alteredWorkbook(workbook, (value) => (value === 15200.167 ? 14889.917 : undefined));
    const later = await district.upload(district.board, mended, 'da-sua.xlsx');
    await district.read(district.board, later);
    const older = { id, fileName: 'tuan-25.xlsx', isNewer: false };
    expect((await seen(later)).alsoWaiting).toEqual([older]);
    // A draft waits for nobody at the finance office.
    expect((await seen()).alsoWaiting).toEqual([]);
    const data = district.api.app.get(DataSource);
    await data.query(`UPDATE returns.return SET status = 'submitted' WHERE id = $1`, [later]);
    const listed = await district.finance.get('/api/returns?status=submitted').expect(200);
    const { items } = listed.body as { items: Seen[] };
    expect(items.map((one) => [one.id, one.alsoWaiting])).toEqual([
      [later, [older]],
      [id, [{ id: later, fileName: 'da-sua.xlsx', isNewer: true }]],
    ]);
  });

  it('is replied to by its own office alone, and only while it is back', async () => {
    await step('reply', 409, { reply: REPLY });
    await step('sending-back', 200, { reason: REASON }, district.finance);
    await step('reply', 403, { reply: REPLY }, district.finance);
    await step('reply', 404, { reply: REPLY }, district.commune);
  });
});
