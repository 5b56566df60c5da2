import type { UnderstandingView } from '@thongvon/api-contract';
import { DataSource } from 'typeorm';
import { unpackReading } from '@thongvon/return-reader';
import { demoWorkbook, startDistrict, type District } from '../support/district';

describe('how a return was understood', () => {
  let district: District;
  let id: string;
  beforeAll(async () => {
    district = await startDistrict();
    id = await district.upload(district.board, await demoWorkbook('board-weekly-2023-06-21'), 'tuan-25.xlsx');
    await district.read(district.board, id);
  }, 60_000);
  afterAll(() => district.close());

  const understood = async (of: string, reader = district.board): Promise<UnderstandingView> =>
    (await reader.get(`/api/returns/${of}/understanding`).expect(200)).body as UnderstandingView;

  it('says for a return that is right what it was taken for, each with its cell, and how much agrees', async () => {
    const { isKnown, headline, facts, tables } = await understood(id);
    expect([isKnown, headline]).toEqual([
      true,
      expect.stringMatching(/^Mọi phép đối chiếu đều khớp: \d+ trên \d+\.$/),
    ]);
    expect(facts.map(({ about, value }) => [about, value])).toEqual([
      ['kind', 'báo cáo giải ngân, tiến độ giải phóng mặt bằng'],
      ['plan-year', '2023'],
      ['as-of', '21/06/2023'],
    ]);
    expect(facts[2]?.cells[0]).toEqual({ sheet: 'Giải ngân', cell: 'A5' });
    const [first] = tables;
    expect(first?.facts[0]).toMatchObject({
      about: 'unit',
      value: 'triệu đồng',
      text: expect.stringContaining('triệu đồng') as string,
      isOpen: false,
    });
    expect(first?.columns.find(({ column }) => column === 'L')).toMatchObject({
      meaning: 'rate',
      proofs: [{ outcome: 'agrees', text: expect.stringMatching(/: \d+ trên \d+$/) as string }],
    });
    expect(first?.proofs.every(({ outcome }) => outcome === 'agrees')).toBe(true);
  });

  it('is the same for who sends it and who approves it, and nobody else’s', async () => {
    expect(await understood(id, district.finance)).toEqual(await understood(id));
    await district.commune.get(`/api/returns/${id}/understanding`).expect(404);
  });

  it('describes its tables so that the file read by that description gives the same figures', async () => {
    const { tables } = await understood(id);
    const before = await district.read(district.board, id);
    const [first] = tables;
    await district.board.put(`/api/returns/${id}/mapping`).send({ tables: first?.described }).expect(202);
    const after = await district.read(district.board, id);
    expect(after.total).toEqual(before.total);
    expect((await understood(id)).tables[0]?.columns.map(({ meaning }) => meaning)).toEqual(
      first?.columns.map(({ meaning }) => meaning),
    );
    await district.board.put(`/api/returns/${id}/mapping`).send({ tables: [] }).expect(202);
    await district.read(district.board, id);
  });

  it('says what differs and what waits, with the cells', async () => {
    const wrong = await district.upload(
      district.board,
      await demoWorkbook('board-with-mistakes'),
      'co-loi.xlsx',
    );
    await district.read(district.board, wrong);
    const { headline, proofs, tables } = await understood(wrong);
    expect(headline).toMatch(/phép có chỗ lệch/);
    const said = [
      ...proofs,
      ...tables.flatMap((table) => [table, ...table.facts]).flatMap((one) => one.proofs),
    ];
    expect(new Set(said.map(({ text }) => text)).size).toBe(said.length);
    expect(said).toContainEqual(
      expect.objectContaining({
        outcome: 'differs',
        text: 'các tỷ lệ ghi trong tệp (F = E / D): 1 trên 2',
        textEn: 'rates stated in the file (F = E / D): 1 of 2',
        cells: [{ sheet: 'Giải ngân', cell: 'F13' }],
      }),
    );
  });

  it('says calmly that a reading of an earlier version carries no evidence', async () => {
    const rows = district.api.app.get(DataSource);
    const [row] = await rows.query<{ reading: Buffer }[]>(
      'SELECT reading FROM returns.return_reading WHERE return_id = $1',
      [id],
    );
    const { evidence: _, ...earlier } = await unpackReading(row?.reading ?? Buffer.alloc(0));
    await rows.query('UPDATE returns.return_reading SET reading = $2 WHERE return_id = $1', [
      id,
      Buffer.from(JSON.stringify(earlier)),
    ]);
    const { isKnown, headline, tables } = await understood(id);
    expect([isKnown, tables]).toEqual([false, []]);
    expect(headline).toContain('Số liệu không thay đổi');
  });
});
