import ExcelJS from 'exceljs';
import { openWorkbook } from '@thongvon/workbook-io';
import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District } from '../support/district';
import { download } from '../support/download';
import { convertWithLibreOffice, describeWithLibreOffice } from '../support/libreoffice';

const SHEET = 'Giải ngân';
const AMOUNT = 'I15';
const RIGHT = '23757.251';

/** What was declared to be right stands in the workbook that is downloaded; the file that came stays what it is (ADR 0212). */
describe('the marked workbook of a corrected return', () => {
  let district: District;
  let original: Buffer;
  let marked: Buffer;
  let id: string;

  beforeAll(async () => {
    district = await startDistrict();
    original = await alteredWorkbook(await demoWorkbook('board-weekly-2023-06-21'), (_, sheet, cell) =>
      sheet === SHEET && cell === AMOUNT ? 'khoảng 20 tỷ' : undefined,
    );
    id = await district.upload(district.board, original, 'gõ chữ.xlsx');
    await district.read(district.board, id);
    const right = { sheet: SHEET, cell: AMOUNT, value: RIGHT, reason: 'Theo bảng xác nhận của Kho bạc' };
    await district.board
      .post(`/api/returns/${id}/corrections`)
      .send({ corrections: [right] })
      .expect(202);
    await district.read(district.board, id);
    marked = (await download(district.board, `/api/returns/${id}/marked`).expect(200)).body as Buffer;
  }, 60_000);
  afterAll(() => district.close());

  it('has the right value in the cell, with who, why, and what the file has', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked as unknown as ArrayBuffer);
    const cell = book.getWorksheet(SHEET)?.getCell(AMOUNT);
    expect(cell?.value).toBe(Number(RIGHT));
    const note =
      typeof cell?.note === 'object' ? (cell.note.texts ?? []).map(({ text }) => text).join('') : '';
    expect(note).toContain(
      'Số đúng là 23.757,251, theo Người reporter (Ban Quản lý dự án - Đô thị), ngày 23/06/2023, ' +
        'lý do: Theo bảng xác nhận của Kho bạc; trong tệp gốc: “khoảng 20 tỷ”.',
    );
    const list = book.getWorksheet('Kết quả kiểm tra');
    const texts = list?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])) ?? [];
    expect(texts).toEqual(expect.arrayContaining(['✎ SỐ ĐÍNH CHÍNH', '“khoảng 20 tỷ”']));
  });

  it('reads like the corrected return when it is uploaded, without a correction of its own', async () => {
    const before = await district.read(district.board, id);
    const again = await district.read(
      district.board,
      await district.upload(district.board, marked, 'gõ chữ-da-danh-dau.xlsx'),
    );
    expect(again).toMatchObject({ status: 'ready', total: before.total, corrections: [] });
    const file = await download(district.board, `/api/returns/${id}/file`).expect(200);
    expect((file.body as Buffer).equals(original)).toBe(true);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    it('has the same values', async () => {
      const ods = openWorkbook(await convertWithLibreOffice(marked, 'ods'));
      const values = (book: typeof ods) =>
        book.sheets
          .find(({ name }) => name === SHEET)
          ?.rows.flatMap(({ cells }) =>
            cells.flatMap(({ value }) => (value.type === 'number' ? value.number : [])),
          );
      expect(values(ods)).toEqual(values(openWorkbook(marked)));
    }, 120_000);
  });
});
