import { Workbook } from 'exceljs';
import { isTooWide, seriousFaults, tabStops } from './support/accessibility';
import { closeBrowser, openAs, PHONE } from './support/browser';

/** A return in words that no other office uses. */
async function ownWords(): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRow(['SỐ LIỆU NĂM 2023']);
  sheet.addRow(['Số liệu đến ngày 14/6/2023']);
  sheet.addRow(['TT', 'Chỉ dẫn', 'Ký hiệu', 'Số 1', 'Số 2']);
  sheet.addRow([1, 'Đường liên xã Bình Dương', '7901234', 5000, 1250]);
  sheet.addRow([2, 'Cầu Ông Triệu', '7901235', 3000, 1000]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a table that nobody could recognise', () => {
  afterAll(closeBrowser);

  it('is described by its sender, who sees at once how it will be read, and then is read', async () => {
    const page = await openAs('commune', '/bao-cao');
    const file = { name: 'bieu.xlsx', mimeType: 'application/octet-stream', buffer: await ownWords() };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { name: 'Chỉ cho hệ thống biết bảng nằm ở đâu' }).waitFor();
    const read = page.getByRole('button', { name: 'Đọc theo chỉ dẫn này' });
    await page.getByText('Bấm số dòng để chọn tiêu đề của bảng.').waitFor();
    expect(await read.isDisabled()).toBe(true);

    await page.getByRole('button', { name: 'Dòng 3 là tiêu đề' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Cột B là').selectOption('tên dự án');
    await page.getByLabel('Cột C là').selectOption('mã dự án');
    await page.getByLabel('Cột D là').selectOption('kế hoạch vốn');
    await page.reload();
    await page.getByLabel('Cột E là').selectOption('lũy kế giải ngân');
    await page.getByLabel('Đơn vị tính').selectOption('triệu đồng');
    await page
      .getByText('Dòng 4 sẽ đọc là: tên dự án Đường liên xã Bình Dương; mã dự án 7901234; kế hoạch vốn 5000')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect((await tabStops(page)).filter((stop) => stop.endsWith(': '))).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await isTooWide(page)).toBe(false);

    await read.click();
    await page.getByRole('heading', { name: 'Giải ngân đến 14/06/2023' }).waitFor();
    await page.getByText('2.250').first().waitFor();
    await page.getByRole('button', { name: 'Hệ thống hiểu sai bảng? Tự chỉ tiêu đề và các cột' }).click();
    await page.getByRole('button', { name: 'Bỏ chỉ dẫn của trang này' }).click();
    await page.getByText('Bấm số dòng để chọn tiêu đề của bảng.').waitFor();
  });
});
