import { write, type WorkBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook, type SheetModel } from '@thongvon/workbook-io';
import { demoWorkbook, startDistrict, type District } from '../support/district';
import { download } from '../support/download';
import { convertWithLibreOffice, describeWithLibreOffice } from '../support/libreoffice';

describe("the office's own workbook back, with what was found in it", () => {
  let district: District;
  let marked: Buffer;
  let findings: {
    code: string;
    severity: string;
    cell: string | null;
    message: string;
    messageEn: string;
  }[];

  beforeAll(async () => {
    district = await startDistrict();
    const { board } = district;
    const id = await district.upload(
      board,
      await demoWorkbook('board-with-mistakes'),
      'Báo cáo tuần 25.xlsx',
    );
    ({ findings } = await district.read(board, id));
    const reply = await download(board, `/api/returns/${id}/marked`).expect(200);
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Báo cáo tuần 25-da-danh-dau.xlsx')}`,
    );
    marked = reply.body as Buffer;
  }, 60_000);
  afterAll(() => district.close());

  it('has a note at every finding with a cell, and lists all of them', () => {
    const parts = unzipSync(marked);
    const comments = strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array());
    expect(findings.length).toBeGreaterThan(8);
    for (const { cell } of findings) if (cell !== null) expect(comments).toContain(`ref="${cell}"`);
    const list = openWorkbook(marked).sheets.find(({ name }) => name === 'Kết quả kiểm tra');
    const texts = textsOf(list);
    for (const { message } of findings)
      expect(texts.filter((text) => text.startsWith(message))).not.toEqual([]);
    // Codes, and English, are for programs and for the page in English: whoever opens the workbook reads Vietnamese.
    for (const { code, messageEn } of findings) {
      expect(comments).not.toContain(code);
      expect(texts.join('\n')).not.toContain(code);
      expect(texts.join('\n')).not.toContain(messageEn);
    }
  });

  it('can be mended and uploaded as it is: the sheet that lists the findings is no part of the return', async () => {
    const id = await district.upload(district.board, marked, 'Báo cáo tuần 25-da-danh-dau.xlsx');
    const again = await district.read(district.board, id);
    const reported = (all: typeof findings): string[] =>
      all.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell ?? ''}`);
    expect(reported(again.findings)).toEqual(reported(findings));
  });

  it('is a list of its own where the file can not be marked, and says so first', async () => {
    const book: WorkBook = {
      SheetNames: ['A'],
      Sheets: { A: { A1: { t: 's', v: 'không có bảng' }, '!ref': 'A1' } },
    };
    const id = await district.upload(
      district.board,
      write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer,
      'cũ.xls',
    );
    await district.read(district.board, id);
    const reply = await download(district.board, `/api/returns/${id}/marked`).expect(200);
    expect(reply.headers['content-disposition']).toContain(encodeURIComponent('cũ-da-danh-dau.xlsx'));
    const [sheet, ...others] = openWorkbook(reply.body as Buffer).sheets;
    expect(others).toEqual([]);
    const texts = textsOf(sheet);
    expect(texts[1]).toMatch(/^Tệp gốc không đánh dấu trực tiếp được/);
    expect(texts).toContain('✖ LỖI');
  });

  it('keeps macros and says so, and so does the original’s name', async () => {
    const bytes = zipSync({
      ...unzipSync(await demoWorkbook('board-with-mistakes')),
      'xl/vbaProject.bin': strToU8('macro'),
    });
    const id = await district.upload(district.board, Buffer.from(bytes), 'Báo cáo tuần 26.xlsm');
    const { findings: found } = await district.read(district.board, id);
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'RET-MACROS', severity: 'info', sheet: null, cell: null }),
    );
    const original = await download(district.board, `/api/returns/${id}/file`).expect(200);
    expect(original.headers['content-disposition']).toContain(
      encodeURIComponent('Báo cáo tuần 26 (có macro).xlsm'),
    );
    expect(original.body).toEqual(Buffer.from(bytes));
    const reply = await download(district.board, `/api/returns/${id}/marked`).expect(200);
    expect(strFromU8(unzipSync(reply.body as Buffer)['xl/vbaProject.bin'] ?? new Uint8Array())).toBe('macro');
    const list = openWorkbook(reply.body as Buffer).sheets.find(({ name }) => name === 'Kết quả kiểm tra');
    expect(textsOf(list).find((text) => text.startsWith('Tệp gốc có macro'))).toBeDefined();
  });

  it('is seen by those who may see the return', async () => {
    const id = await district.upload(district.board, await demoWorkbook('board-weekly-2023-05-24'), 'a.xlsx');
    await district.read(district.board, id);
    await download(district.finance, `/api/returns/${id}/marked`).expect(200);
    await district.commune.get(`/api/returns/${id}/marked`).expect(404);
    await district.api.anyone().get(`/api/returns/${id}/marked`).expect(401);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    it('shows as many notes as cells were marked', async () => {
      const content = strFromU8(
        unzipSync(await convertWithLibreOffice(marked, 'ods'))['content.xml'] ?? new Uint8Array(),
      );
      const cells = new Set(findings.flatMap(({ cell }) => cell ?? []));
      expect(content.match(/<office:annotation /g)).toHaveLength(cells.size);
      expect(content).toContain('table:name="Kết quả kiểm tra"');
    }, 120_000);
  });
});

/** What stands in the cells of a sheet that hold a text. */
function textsOf(sheet: SheetModel | undefined): string[] {
  const cells = sheet?.rows.flatMap((row) => row.cells) ?? [];
  return cells.map(({ value }) => (value.type === 'text' ? value.text : ''));
}
