import { Workbook, type CellValue } from 'exceljs';
import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';

/** Answers are obeyed, and checked like cells (issue 6, item 4; walks/reading.md R1, R4). */
describe('an answer that is wrong', () => {
  let district: District;
  beforeEach(async () => {
    district = await startDistrict();
  });
  afterEach(() => district.close());

  const asked = ({ findings }: SeenReturn) => findings.filter(({ severity }) => severity === 'question');
  const answer = async (id: string, answers: object[]): Promise<SeenReturn> => {
    await district.board.post(`/api/returns/${id}/answers`).send({ answers }).expect(202);
    return district.read(district.board, id);
  };
  const to = ({ code, sheet, cell, value: was }: SeenReturn['findings'][number], value: string) => ({
    code,
    sheet,
    cell,
    asked: was,
    value,
  });

  it('about the unit is asked again with what contradicts it, until the right one is chosen; no reason helps', async () => {
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    await district.approve(district.finance, 'plan-adjustment-9188-qd-ubnd');
    await district.approve(district.board, 'board-weekly-2023-06-14');
    const workbook = await alteredWorkbook(await demoWorkbook('board-weekly-2023-06-21'), (value, sheet) =>
      sheet === 'Giải ngân' && value === 'ĐVT: triệu đồng' ? 'ĐVT: tỷ đồng' : undefined,
    );
    const id = await district.upload(district.board, workbook, 'tuần 25.xlsx');
    const first = await district.read(district.board, id);
    expect(asked(first)).toMatchObject([{ code: 'RET-UNIT-SUSPECT' }]);
    const [unit] = asked(first);
    if (!unit) throw new Error('not asked');
    expect(unit.choices?.map(({ value, effect }) => [value, effect?.total.disbursed])).toEqual([
      ['dong', '223422'],
      ['thousand-dong', '223422000'],
      ['million-dong', '223422000000'],
      ['billion-dong', '223422000000000'],
    ]);
    const outcomes = unit.choices?.map(({ effect }) =>
      effect?.agrees.slice(0, 2).map(({ outcome }) => outcome),
    );
    expect(outcomes).toEqual([
      ['differs', 'differs'],
      ['differs', 'differs'],
      ['agrees', 'agrees'],
      ['differs', 'differs'],
    ]);

    const wrong = await answer(id, [to(unit, 'thousand-dong')]);
    expect(wrong.status).toBe('needs-attention');
    expect(asked(wrong)).toMatchObject([{ code: 'RET-UNIT-SUSPECT' }]);
    const [again] = asked(wrong);
    if (!again) throw new Error('not asked');
    expect(again.message).toContain('428.137.000.000 đồng cho cùng các dự án');
    // The same once more, with a reason: asked all the same.
    const stubborn = await answer(id, [{ ...to(again, 'thousand-dong'), reason: 'đã đối chiếu' }]);
    expect(asked(stubborn)).toMatchObject([{ code: 'RET-UNIT-SUSPECT' }]);
    await district.board.post(`/api/returns/${id}/submission`).expect(409);

    const right = await answer(id, [to(again, 'million-dong')]);
    expect(right).toMatchObject({
      status: 'ready',
      total: { planned: '428137000000', disbursed: '223422000000' },
    });
  });

  it('about a column leaves no other one in its place: what was chosen is what is stored', async () => {
    const id = await district.upload(district.board, await twoOfEach(), 'hai cột.xlsx');
    let seen = await district.read(district.board, id);
    for (const letter of ['D', 'F']) {
      const question = asked(seen).find(({ cell }) => cell === `${letter}4`);
      const choice = question?.choices?.find(({ value }) => value.startsWith(`${letter}=`));
      if (!question || !choice) throw new Error(`${letter} is not asked about`);
      seen = await answer(id, [to(question, choice.value)]);
      if (letter === 'F') expect(choice.effect?.total.disbursed).toBe(seen.total?.disbursed);
    }
    expect(seen).toMatchObject({ status: 'ready', total: { planned: '300000000', disbursed: '110000000' } });
  });

  it('typed into the API with two columns of one meaning is asked about, and neither is read', async () => {
    const id = await district.upload(district.board, await twoOfEach(), 'hai cột.xlsx');
    const [question] = asked(await district.read(district.board, id));
    if (!question) throw new Error('not asked');
    const seen = await answer(id, [to(question, 'D=planned,E=planned')]);
    expect(seen.status).toBe('needs-attention');
    expect(seen.total?.planned).toBeNull();
    expect(asked(seen)).toContainEqual(expect.objectContaining({ code: 'RET-COLUMN-AMBIGUOUS', cell: 'D4' }));
  });

  it('about the date is taken back before it is sent, and asked again; nothing else can be, and not by others', async () => {
    const workbook = await alteredWorkbook(await demoWorkbook('board-weekly-2023-06-21'), (value, sheet) =>
      sheet === 'Giải ngân' && typeof value === 'string' && value.includes('21/6/2023')
        ? value.replaceAll('21/6/2023', '31/6/2023')
        : undefined,
    );
    const id = await district.upload(district.board, workbook, 'sai ngày.xlsx');
    const dateOf = (seen: SeenReturn) => asked(seen).find(({ code }) => code === 'RET-DATE-UNKNOWN');
    const question = dateOf(await district.read(district.board, id));
    if (!question) throw new Error('not asked');
    const wrong = await answer(id, [to(question, '2023-05-30')]);
    expect([wrong.asOf, dateOf(wrong)]).toEqual(['2023-05-30', undefined]);
    expect(wrong.answers).toMatchObject([{ value: '2023-05-30', message: question.message, label: null }]);

    const { code, sheet, cell, value: was } = question;
    const address = { code, sheet, cell, asked: was };
    const takeBack = (by: District['board'], answers: object[]) =>
      by.post(`/api/returns/${id}/answers/taken-back`).send({ answers });
    await takeBack(district.commune, [address]).expect(404);
    await takeBack(district.board, [{ ...address, code: 'RET-UNIT-UNKNOWN' }]).expect(422);
    await takeBack(district.board, [address]).expect(202);
    const again = await district.read(district.board, id);
    expect([again.asOf, again.answers]).toEqual([null, []]);
    expect(dateOf(again)).toMatchObject({ cell, value: was });
    expect(again.history.map(({ type }) => type)).toContain('take-back');

    const right = await answer(id, [to(question, '2023-06-21')]);
    expect(right.asOf).toBe('2023-06-21');
    await takeBack(district.board, [address]).expect(202);
    await takeBack(district.board, [address]).expect(422);
  });

  it('about a head that names another commune than the sender is none: only a reason, or the right file', async () => {
    const workbook = await alteredWorkbook(await demoWorkbook('commune-binh-duong-2023-06-21'), (value) =>
      value === 'UBND XÃ BÌNH DƯƠNG' ? 'UBND XÃ HÒA BÌNH' : undefined,
    );
    const id = await district.upload(district.commune, workbook, 'tuần 25.xlsx');
    const ofHead = ({ findings }: SeenReturn) => findings.filter(({ code }) => code === 'RET-OFFICE-DIFFERS');
    const [head, ...more] = ofHead(await district.read(district.commune, id));
    expect(more).toEqual([]);
    if (!head) throw new Error('not asked');
    expect(head).toMatchObject({ severity: 'question', cell: 'A1' });
    for (const name of ['“UBND XÃ HÒA BÌNH”', '“UBND xã Bình Dương”']) expect(head.message).toContain(name);
    const reason = 'Mẫu của xã Hòa Bình, quên sửa đầu văn bản';
    const { code, sheet, cell, value } = head;
    const answers = [{ code, sheet, cell, asked: value, reason }];
    await district.commune.post(`/api/returns/${id}/answers`).send({ answers }).expect(202);
    expect(ofHead(await district.read(district.commune, id))).toMatchObject([{ severity: 'info', reason }]);
    const own = await demoWorkbook('commune-binh-duong-2023-06-21');
    const second = await district.upload(district.commune, own, 'xã.xlsx');
    expect(ofHead(await district.read(district.commune, second))).toEqual([]);
  });
});

/** Two columns that may be the plan, two that may be what was disbursed. */
async function twoOfEach(): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Giải ngân');
  const rows: CellValue[][] = [
    ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    ['Số liệu đến ngày 21/6/2023'],
    ['ĐVT: triệu đồng'],
    [
      ...['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn tỉnh giao', 'Kế hoạch vốn huyện giao'],
      ...['Giải ngân theo CĐT', 'Giải ngân theo Kho bạc'],
    ],
    [1, 'Đường liên thôn Bình Phú', '7912001', 100, 120, 50, 40],
    [2, 'Nhà văn hóa thôn Hai', '7912002', 200, 220, 60, 55],
  ];
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}
