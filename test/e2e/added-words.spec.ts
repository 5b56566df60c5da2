import { Workbook } from 'exceljs';
import type { AddedWordView, AuditEntryView, ListOf, ReturnView, WordPreviewView } from '@thongvon/contracts';
import { startDistrict, type District } from '../support/district';

/** A return whose disbursements stand under words that the reader doesn't know. */
async function ownWords(day: string): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRow(['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023']);
  sheet.addRow([`Số liệu đến ngày ${day}`]);
  sheet.addRow(['ĐVT: triệu đồng']);
  sheet.addRow(['TT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Số vốn đã rút']);
  sheet.addRow([1, 'Đường liên xã Bình Dương', '7901234', 5_000, 1_250]);
  sheet.addRow([2, 'Cầu Ông Triệu', '7901235', 3_000, 1_000]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const WORD = { kind: 'caption', meaning: 'disbursed', phrase: 'Số vốn đã rút' };
const WORDS = '/api/reading-vocabulary/words';

describe('a word that an administrator adds', () => {
  let district: District;
  let admin: District['board'];
  beforeAll(async () => {
    district = await startDistrict();
    const office = await district.api.organization('UBND huyện Thăng Bình');
    await district.api.user('admin@thongvon.test', 'administrator', office);
    const beside = await district.api.organization('Văn phòng');
    await district.api.user('beside@thongvon.test', 'administrator', beside);
    admin = await district.api.signedIn('admin@thongvon.test');
  }, 60_000);
  afterAll(() => district.close());

  const see = async (id: string): Promise<ReturnView> =>
    (await district.read(district.board, id)) as unknown as ReturnView;
  const send = async (day: string): Promise<ReturnView> =>
    see(await district.upload(district.board, await ownWords(day), 'bieu.xlsx'));
  const aboutColumns = ({ findings }: ReturnView) =>
    findings.filter(({ code }) => code.startsWith('RET-COLUMN'));
  const listed = async () => ((await admin.get(WORDS).expect(200)).body as ListOf<AddedWordView>).items;

  let asked: ReturnView;

  it('is tried first: what stands against it, and what it changes for returns that wait', async () => {
    asked = await send('31/5/2023');
    expect(asked).toMatchObject({ status: 'needs-attention', hasNewerWords: false });
    expect(aboutColumns(asked)).not.toEqual([]);
    const preview = (await admin.post(`${WORDS}/preview`).send(WORD).expect(200)).body as WordPreviewView;
    expect(preview).toMatchObject({
      conflict: null,
      saysNow: [{ key: 'capital' }],
      tried: 1,
      effects: [{ returnId: asked.id, organizationName: 'Ban Quản lý dự án - Đô thị', openAfter: 0 }],
    });
    expect(preview.effects[0]?.openBefore).toBeGreaterThan(0);
    // Who keeps the system for an office beside the district sees none of its returns.
    const beside = await district.api.signedIn('beside@thongvon.test');
    expect((await beside.post(`${WORDS}/preview`).send(WORD).expect(200)).body).toMatchObject({
      tried: 0,
      effects: [],
    });
    const taken = { ...WORD, meaning: 'planned', phrase: 'thanh toán' };
    expect((await admin.post(`${WORDS}/preview`).send(taken).expect(200)).body).toMatchObject({
      conflict: { fault: 'other-meaning', message: '“thanh toán” đã có nghĩa khác: giải ngân.' },
      effects: [],
    });
    const refused = await admin
      .post(WORDS)
      .send({ ...taken, reason: 'x' })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'WORD-REFUSED', fault: 'other-meaning' });
    await admin.post(WORDS).send(WORD).expect(400);
    expect(await listed()).toEqual([]);
  });

  it('is read from then on; a return that waits is read again when its sender says so', async () => {
    const add = () => admin.post(WORDS).send({ ...WORD, reason: 'biểu của Ban QLDA' });
    // Of two at once one counts.
    const replies = await Promise.all([add(), add()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await listed()).toMatchObject([
      { id: 1, phrase: 'Số vốn đã rút', meaning: { label: 'giải ngân' }, retiredAt: null },
    ]);
    const said = await admin.get('/api/reading-vocabulary/caption').query({ text: 'Số vốn đã rút (trđ)' });
    expect(said.body).toMatchObject({ tags: [{ key: 'disbursed' }], unit: 'million-dong' });

    const kept = await see(asked.id);
    expect(kept).toMatchObject({ status: 'needs-attention', hasNewerWords: true });
    expect(kept.findings).toEqual(asked.findings);
    await district.commune.post(`/api/returns/${asked.id}/reading`).expect(404);
    await district.finance.post(`/api/returns/${asked.id}/reading`).expect(403);
    await district.board.post(`/api/returns/${asked.id}/reading`).expect(202);
    const again = await see(asked.id);
    expect(again).toMatchObject({ total: { disbursed: '2250000000' }, hasNewerWords: false });
    expect(aboutColumns(again)).toEqual([]);
    expect(again.history.map(({ type }) => type)).toContain('read-again');
    expect(await send('7/6/2023')).toMatchObject({ total: { disbursed: '2250000000' } });
  });

  it('counts no longer once it is retired, with a reason, and nothing of it is forgotten', async () => {
    const retire = (id: number | string) =>
      admin.post(`${WORDS}/${id}/retirement`).send({ reason: 'đổi biểu' });
    for (const id of [2, 'x', '99999999999']) await retire(id).expect(404);
    await retire(1).expect(200);
    await retire(1).expect(409);
    expect(aboutColumns(await send('14/6/2023'))).not.toEqual([]);
    // The retired word is free again, also for another meaning.
    await admin
      .post(WORDS)
      .send({ ...WORD, meaning: 'advance', reason: 'biểu mới' })
      .expect(201);
    expect(await listed()).toMatchObject([
      { id: 3, meaning: { key: 'advance' }, retiredAt: null },
      { id: 1, meaning: { key: 'disbursed' }, reason: 'biểu của Ban QLDA', retiredReason: 'đổi biểu' },
    ]);
    const trail = await admin.get('/api/audit-trail?subjectKind=word').expect(200);
    expect((trail.body as ListOf<AuditEntryView>).items).toMatchObject([
      { action: 'word.add', subject: { name: 'Số vốn đã rút' } },
      { action: 'word.retire', details: { phrase: 'Số vốn đã rút', reason: 'đổi biểu' } },
      { action: 'word.add', details: { meaning: 'disbursed' } },
    ]);
  });
});
