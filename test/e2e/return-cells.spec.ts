import type { SheetWindowView } from '@thongvon/api-contract';
import { demoWorkbook, startDistrict, type District } from '../support/district';

describe('a cell of a return in its surroundings', () => {
  let district: District;
  let id: string;
  beforeAll(async () => {
    district = await startDistrict();
    id = await district.upload(district.board, await demoWorkbook('board-with-mistakes'), 'tuan-25.xlsx');
    await district.read(district.board, id);
  }, 60_000);
  afterAll(() => district.close());

  const look = (query: object, reader = district.board) =>
    reader.get(`/api/returns/${id}/cells`).query(query);
  const seen = async (cell: string): Promise<SheetWindowView> =>
    (await look({ sheet: 'Giải ngân', cell }).expect(200)).body as SheetWindowView;
  const row = ({ rows }: SheetWindowView, number: number) => rows.find((one) => one.row === number);

  it('shows the header, the rows about it and the columns that name its row', async () => {
    const window = await seen('E15');
    expect(window.columns.map(({ column }) => column)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect(window.rows.filter(({ isHeader }) => isHeader).map((one) => one.row)).toEqual([7]);
    expect(row(window, 15)?.cells.find(({ column }) => column === 'E')).toMatchObject({
      text: '14.990',
      type: 'text',
    });
    expect(row(window, 13)?.afterGap).toBe(true);
  });

  it('shows the sheet itself where it is asked how far: from its first cell, no header known', async () => {
    const { body } = await look({ sheet: 'Giải ngân', cell: 'A1', reach: 39 }).expect(200);
    const { rows, columns } = body as SheetWindowView;
    expect([rows[0]?.row, columns[0]?.column, rows.length > 13]).toEqual([1, 'A', true]);
    expect(rows.some(({ isHeader }) => isHeader)).toBe(false);
    await look({ sheet: 'Giải ngân', cell: 'A1', reach: 1000 }).expect(400);
  });

  it('shows numbers with Vietnamese separators, and errors as they are', async () => {
    const window = await seen('D14');
    const texts = row(window, 14)?.cells.map(({ text, type }) => [type, text]);
    expect(texts).toContainEqual(['error', '#REF!']);
    expect(row(window, 13)?.cells.find(({ column }) => column === 'D')).toMatchObject({
      type: 'number',
      text: '33910,149',
    });
  });

  it('is shown to the office and to finance, and to nobody else', async () => {
    const place = { sheet: 'Giải ngân', cell: 'E15' };
    await look(place, district.finance).expect(200);
    await look(place, district.commune).expect(404);
  });

  it('says so when there is no such sheet, and refuses what is no cell', async () => {
    const { body } = await look({ sheet: 'Trang khác', cell: 'E15' }).expect(404);
    expect(body).toMatchObject({ code: 'CELL-NOT-FOUND' });
    await look({ sheet: 'Giải ngân', cell: 'E0' }).expect(400);
  });

  it('comes with a list that tells what each return holds', async () => {
    const { body } = await district.board.get('/api/returns').expect(200);
    expect(body.items[0].summary).toMatchObject({
      disbursed: '129694929000',
      rate: '58.37',
      findings: { error: 6, warning: 9 },
      sections: [{ kind: 'disbursement', after: '129694929000', projects: { new: 6 } }],
    });
  });
});
