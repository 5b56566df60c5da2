import ExcelJS from 'exceljs';
import { openWorkbook, type WorkbookModel } from '@thongvon/workbook-io';
import { startDistrict, type District, type SeenReturn } from '../support/district';
import { download } from '../support/download';
import { describeWithLibreOffice, fillInWithLibreOffice, type TypedCell } from '../support/libreoffice';

const WEEK = 'board-weekly-2023-06-21';

describe('a blank return', () => {
  let district: District;
  let boardId: string;

  beforeAll(async () => {
    district = await startDistrict();
    const { finance, board, api } = district;
    await district.approve(finance, 'plan-9001-qd-ubnd');
    await district.approve(finance, 'plan-adjustment-9188-qd-ubnd');
    await district.approve(board, WEEK);
    boardId = await api.organization('Ban Quản lý dự án - Đô thị');
  }, 90_000);
  afterAll(() => district.close());

  const blank = async (
    query: string,
    who: keyof Pick<District, 'board' | 'finance'> = 'board',
  ): Promise<Buffer> => {
    const { body } = await download(district[who], `/api/blank-return?${query}`).expect(200);
    return body as Buffer;
  };
  const returned = async (bytes: Buffer): Promise<SeenReturn> => {
    const id = await district.upload(district.board, bytes, 'biểu đã ghi.xlsx');
    return district.read(district.board, id);
  };
  const troubles = ({ findings }: SeenReturn): string[] =>
    findings.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell ?? ''}`);

  it('holds the office, its projects, the plan in force and the last approved figures', async () => {
    const values = valuesOf(openWorkbook(await blank('kind=disbursement')), 'Giải ngân');
    expect(values).toMatchObject({
      A1: 'UBND HUYỆN THĂNG BÌNH',
      A2: 'BAN QUẢN LÝ DỰ ÁN - ĐÔ THỊ',
      A4: 'BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023',
      // Friday: the return that is owed next is that of the next week's Wednesday.
      A5: '(Số liệu đến ngày 28/06/2023)',
      J6: 'Đơn vị tính: triệu đồng',
      D10: 428_137,
      E10: 223_422,
    });
    expect(Object.values(values).filter((value) => /^\d{7}$/.test(String(value)))).toHaveLength(25);
  });

  it('sent as it came on its day, says the last figures again, without a finding', async () => {
    const seen = await returned(await blank('kind=disbursement&asOf=2023-06-23'));
    expect(troubles(seen)).toEqual([]);
    expect(seen).toMatchObject({ status: 'ready', total: { disbursed: '223422000000' } });
  });

  it('may be for another day, by which plan and last figures go', async () => {
    const values = valuesOf(openWorkbook(await blank('kind=disbursement&asOf=2023-05-01')), 'Giải ngân');
    expect(values).toMatchObject({ A5: '(Số liệu đến ngày 01/05/2023)', D10: 415_637, E10: 0 });
  });

  it('locks what is given and lets only the day, the figures and the blockers be written', async () => {
    const sheet = (await byExceljs(await blank('kind=disbursement'))).getWorksheet('Giải ngân');
    const inputs = inputsOf(sheet).map(({ cell }) => cell);
    expect(inputs.slice(0, 7)).toEqual(['A5', 'G12', 'H12', 'J12', 'G13', 'H13', 'J13']);
    expect(inputs).toHaveLength(1 + 25 * 3);
    expect(sheet?.getCell('G12').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'greaterThanOrEqual',
    });
    expect(sheet?.getCell('J12').dataValidation).toMatchObject({ type: 'list' });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 10 });
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, printTitlesRow: '7:9' });
  });

  it('comes back without a question also when its formulas have no values yet: they are computed', async () => {
    const bytes = await blank('kind=disbursement&asOf=2023-06-23');
    const book = await byExceljs(bytes);
    const sheet = book.getWorksheet('Giải ngân');
    const typed = figuresFor(bytes, sheet);
    for (const { cell, value } of typed) if (sheet) sheet.getCell(cell).value = value;
    sheet?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      }),
    );
    const seen = await returned(Buffer.from(await book.xlsx.writeBuffer()));
    expect(troubles(seen)).toEqual([]);
    expect(seen).toMatchObject({ status: 'ready', asOf: '2023-06-23' });
    expect(seen.total?.disbursed).toBe(inDong(totalOf(typed)));
  });

  it('is for reporters and the finance office, which asks for an office within its sight', async () => {
    const values = valuesOf(
      openWorkbook(await blank(`kind=disbursement&organizationId=${boardId}`, 'finance')),
      'Giải ngân',
    );
    expect(values).toMatchObject({ A2: 'BAN QUẢN LÝ DỰ ÁN - ĐÔ THỊ', D10: 428_137 });
    await district.commune.get(`/api/blank-return?kind=disbursement&organizationId=${boardId}`).expect(404);
    await district.leader.get('/api/blank-return?kind=disbursement').expect(403);
  });

  it.each([
    ['kind=plan', 'BLANK-RETURN-KIND'],
    ['kind=treasury', 'BLANK-RETURN-KIND'],
    ['kind=disbursement', 'BLANK-RETURN-NO-PROJECTS'],
    ['kind=land-clearance', 'BLANK-RETURN-NO-PROJECTS'],
  ])('says why there is none: %s of an office without projects is %s', async (query, code) => {
    const { body } = await district.commune.get(`/api/blank-return?${query}`).expect(422);
    expect(body).toMatchObject({ code });
  });

  describeWithLibreOffice('filled in with LibreOffice', () => {
    it('of disbursement is ready without a question, and says what was typed', async () => {
      const bytes = await blank('kind=disbursement');
      const typed = figuresFor(bytes, (await byExceljs(bytes)).getWorksheet('Giải ngân'));
      const date: TypedCell = { sheet: 'Giải ngân', cell: 'A5', value: '(Số liệu đến ngày 22/6/2023)' };
      const filled = await fillInWithLibreOffice(bytes, [date, ...typed]);
      const seen = await returned(filled);
      expect(troubles(seen)).toEqual([]);
      expect(seen).toMatchObject({ status: 'ready', kinds: ['disbursement'], asOf: '2023-06-22' });
      expect(seen.total).toMatchObject({ planned: '428137000000', disbursed: inDong(totalOf(typed)) });
      expect(valuesOf(openWorkbook(filled), 'Giải ngân')['F10']).toBeCloseTo(totalOf(typed), 6);
    }, 120_000);

    it('of land clearance is ready without a question, and says what was typed', async () => {
      const bytes = await blank('kind=land-clearance&asOf=2023-06-23');
      const sheet = 'GPMB';
      const values = valuesOf(openWorkbook(bytes), sheet);
      const rows = Array.from({ length: 7 }, (_, index) => 10 + index);
      const typed = rows.flatMap((row) =>
        // Every household is inventoried, approved, paid and handed over.
        ['F', 'G', 'H', 'I'].map((column): TypedCell => ({
          sheet,
          cell: `${column}${row}`,
          value: Number(values[`D${row}`]),
        })),
      );
      const money = rows.map((row): TypedCell => ({
        sheet,
        cell: `L${row}`,
        value: Number(values[`K${row}`]),
      }));
      const seen = await returned(await fillInWithLibreOffice(bytes, [...typed, ...money]));
      expect(troubles(seen)).toEqual([]);
      expect(seen).toMatchObject({ status: 'ready', kinds: ['land-clearance'], asOf: '2023-06-23' });
      await district.board.post(`/api/returns/${seen.id}/submission`).expect(200);
      await district.finance.post(`/api/returns/${seen.id}/approval`).expect(202);
      await district.summary(district.finance, 'planYear=2023&asOf=2023-06-23');
      const { body } = await district.finance.get('/api/land-clearance/summary?asOf=2023-06-23').expect(200);
      expect(body).toMatchObject({ projects: 7, households: 609, handedOver: 609 });
    }, 120_000);

    it('refuses what is typed into a locked cell', async () => {
      const cells: TypedCell[] = [{ sheet: 'Giải ngân', cell: 'D12', value: 1 }];
      await expect(fillInWithLibreOffice(await blank('kind=disbursement'), cells)).rejects.toThrow('locked');
    }, 120_000);
  });
});

async function byExceljs(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** What the week after the last one might bring: work as before, and as much new advance as the plan leaves. */
function figuresFor(bytes: Buffer, sheet: ExcelJS.Worksheet | undefined): TypedCell[] {
  const values = valuesOf(openWorkbook(bytes), 'Giải ngân');
  return inputsOf(sheet).flatMap(({ cell, type }): TypedCell[] => {
    if (type !== 'decimal') return [];
    const row = cell.slice(1);
    const [planned, last] = [Number(values[`D${row}`]), Number(values[`E${row}`])];
    return [
      {
        sheet: 'Giải ngân',
        cell,
        value: cell.startsWith('G') ? last : Math.min(1.234567, inMillions(planned - last)),
      },
    ];
  });
}

/** Of amounts in triệu đồng, to the đồng. */
const inMillions = (amount: number): number => Math.round(amount * 1e6) / 1e6;
const inDong = (amount: number): string => String(Math.round(amount * 1e6));

const totalOf = (typed: readonly TypedCell[]): number =>
  typed.reduce((sum, { value }) => sum + Number(value), 0);

/** The cells that may be typed into, row by row, each once. */
function inputsOf(sheet: ExcelJS.Worksheet | undefined): { cell: string; type: string | undefined }[] {
  const inputs: { cell: string; type: string | undefined }[] = [];
  sheet?.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if ((cell.protection as { locked?: boolean } | undefined)?.locked !== false || cell.master !== cell)
        return;
      const rule = cell.dataValidation as ExcelJS.DataValidation | undefined;
      inputs.push({ cell: cell.address, type: rule?.type });
    }),
  );
  return inputs;
}

function valuesOf(book: WorkbookModel, name: string): Record<string, unknown> {
  const cells = book.sheets.find((sheet) => sheet.name === name)?.rows.flatMap((row) => row.cells) ?? [];
  return Object.fromEntries(
    cells.map(({ row, column, value }) => [
      `${String.fromCharCode(65 + column)}${row + 1}`,
      value.type === 'number' ? value.number : value.type === 'text' ? value.text : undefined,
    ]),
  );
}
