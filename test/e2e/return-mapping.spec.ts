import { Workbook } from 'exceljs';
import { startDistrict, type District, type SeenReturn } from '../support/district';

const ROWS = [
  ['Đường liên xã Bình Dương', '7901234', 5_000, 1_250],
  ['Cầu Ông Triệu', '7901235', 3_000, 1_000],
] as const;
const DISBURSED = '2250000000';

/** A return in words that no other office uses: without a mapping nothing in it is a table. */
async function ownWords(day: string, caption = 'Số 2'): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRow(['SỐ LIỆU NĂM 2023']);
  sheet.addRow([`Số liệu đến ngày ${day}`]);
  sheet.addRow(['TT', 'Chỉ dẫn', 'Ký hiệu', 'Số 1', caption]);
  ROWS.forEach((row, i) => sheet.addRow([i + 1, ...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const TABLE = {
  sheet: 'Biểu 1',
  headerRows: [3, 3],
  kind: 'disbursement',
  unit: 'million-dong',
  columns: [
    { column: 'B', meaning: 'name' },
    { column: 'C', meaning: 'code' },
    { column: 'D', meaning: 'planned' },
    { column: 'E', meaning: 'disbursed' },
  ],
};

describe('a table that nobody could recognise', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
  }, 60_000);
  afterAll(() => district.close());

  const send = async (bytes: Buffer): Promise<SeenReturn> =>
    district.read(district.board, await district.upload(district.board, bytes, 'bieu.xlsx'));
  const map = (id: string, tables: object[], sender = district.board) =>
    sender.put(`/api/returns/${id}/mapping`).send({ tables });

  it('is described once by its sender, then read also next week, until its captions change', async () => {
    const first = await send(await ownWords('14/6/2023'));
    expect(first).toMatchObject({ status: 'failed', findings: [{ code: 'RET-NOT-A-RETURN' }] });
    await map(first.id, [TABLE]).expect(202);
    const read = await district.read(district.board, first.id);
    expect(read).toMatchObject({
      kinds: ['disbursement'],
      asOf: '2023-06-14',
      total: { disbursed: DISBURSED },
      mapping: [TABLE],
      sheets: [{ name: 'Biểu 1', role: 'disbursement', headerRows: [3] }],
    });
    expect(read.history.map(({ type }) => type)).toContain('map');
    await answerAll(read);
    await district.board.post(`/api/returns/${first.id}/submission`).expect(200);

    const second = await send(await ownWords('21/6/2023'));
    expect(second).toMatchObject({ kinds: ['disbursement'], total: { disbursed: DISBURSED } });
    const drifted = await send(await ownWords('21/6/2023', 'Số 3'));
    expect(drifted).toMatchObject({ status: 'failed', findings: [{ code: 'RET-NOT-A-RETURN' }] });
  });

  /** New projects are asked about; what else is asked would be a mistake of this test. */
  async function answerAll({ id, findings }: SeenReturn): Promise<void> {
    const answers = findings
      .filter(({ severity }) => severity === 'question')
      .map(({ code, sheet, cell }) => ({ code, sheet, cell, value: 'new' }));
    if (answers.length === 0) return;
    await district.board.post(`/api/returns/${id}/answers`).send({ answers }).expect(202);
    expect((await district.read(district.board, id)).status).toBe('ready');
  }

  it.each([
    ['no-such-sheet', { ...TABLE, sheet: 'Biểu 2' }],
    ['header-rows', { ...TABLE, headerRows: [4, 3] }],
    ['no-such-meaning', { ...TABLE, columns: [{ column: 'B', meaning: 'luck' }] }],
    ['column-twice', { ...TABLE, columns: [...TABLE.columns, { column: 'B', meaning: 'note' }] }],
    ['no-name', { ...TABLE, columns: [{ column: 'D', meaning: 'planned' }] }],
    ['no-figure', { ...TABLE, columns: [{ column: 'B', meaning: 'name' }] }],
  ])('is not read by a description with the fault %s', async (fault, table) => {
    const { id } = await send(await ownWords('7/6/2023', `Số ${fault}`));
    const { body } = await map(id, [table]).expect(422);
    expect(body).toMatchObject({ code: 'MAPPING-FAULTY', fault });
    await map(id, [{ ...table, headerRows: 'abc' }]).expect(400);
  });

  it('can be described by its sender alone, and only while nothing has been handed in', async () => {
    const { id } = await send(await ownWords('31/5/2023', 'Số 5'));
    await map(id, [TABLE], district.commune).expect(404);
    await map(id, [TABLE], district.finance).expect(403);
    await district.board.post(`/api/returns/${id}/withdrawal`);
    await map(id, [TABLE]).expect(202);
    await district.read(district.board, id);
    await district.board.post(`/api/returns/${id}/withdrawal`).expect(200);
    await map(id, [TABLE]).expect(409);
  });

  it('stays failed where the same file has been sent again meanwhile, or is no workbook', async () => {
    const bytes = await ownWords('24/5/2023', 'Số 6');
    const { id } = await send(bytes);
    const again = await send(bytes);
    expect(again.id).not.toBe(id);
    await map(again.id, [TABLE]).expect(202);
    await district.read(district.board, again.id);
    expect((await map(id, [TABLE]).expect(409)).body).toMatchObject({ code: 'RETURN-RECEIVED-AGAIN' });

    const junk = await send(Buffer.from('no workbook at all'));
    expect((await map(junk.id, [TABLE]).expect(409)).body).toMatchObject({ code: 'RETURN-NOT-READABLE' });
  });
});
