import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { alteredWorkbook } from '../support/altered-workbook';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, openAs, PHONE } from './support/browser';

const FIXTURE = path.resolve(__dirname, '../fixtures/returns/commune-binh-duong-2023-06-21.xlsx');

/** The commune's return with words instead of an amount; another `day` is another file. */
async function returnWithWords(day: string) {
  const buffer = await alteredWorkbook(await readFile(FIXTURE), (value) =>
    typeof value === 'string'
      ? value
          .replace('ngày 21 tháng 6', `ngày ${day} tháng 6`)
          .replace('812.340.500', 'khoảng tám trăm triệu')
      : undefined,
  );
  return { name: 'go-chu.xlsx', mimeType: 'application/octet-stream', buffer };
}

describe('what is right for a cell, declared on the page of the return', () => {
  afterAll(closeBrowser);

  it.each([
    ['a desktop', DESKTOP, '19'],
    ['a phone', PHONE, '18'],
  ])('is read back, kept with its reason, and can be taken back, on %s', async (_, size, day) => {
    const page = await openAs('commune', '/bao-cao', size);
    await page.locator('input[type=file]').setInputFiles(await returnWithWords(day));
    await page.getByRole('heading', { name: `Giải ngân đến ${day}/06/2023` }).waitFor();
    const finding = page.getByRole('button', { name: /tám trăm triệu/ }).first();
    expect(await finding.innerText()).toContain('Sửa tại trang hoặc trong tệp');
    await finding.click();
    await page.getByText('Ghi số đúng cho ô này').click();
    await page.getByLabel('Số đúng là (đồng)').fill('812.340.500');
    await page.getByText('Hiểu là 812.340.500').waitFor();
    const save = page.getByRole('button', { name: 'Lưu số đính chính' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('Lý do đính chính (bắt buộc)').fill('Theo sổ chi tiết, kế toán đã đối chiếu');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await save.click();
    const list = page.getByRole('region', { name: 'Số đính chính' });
    await list.getByText('khoảng tám trăm triệu').waitFor();
    await list.getByText('812.340.500').waitFor();
    await list.getByText('Lý do: Theo sổ chi tiết, kế toán đã đối chiếu').waitFor();
    expect(await finding.count()).toBe(0);
    // What had the focus is gone; it goes on to what is left to do.
    await page.waitForFunction('document.activeElement !== document.body');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await list.scrollIntoViewIfNeeded();
    await list.getByRole('button', { name: 'Lấy lại số đính chính' }).click();
    await finding.waitFor();
    await page.waitForFunction('document.activeElement !== document.body');
    expect(await list.count()).toBe(0);
    // Nothing of it is left for the walks after this one.
    await page.getByRole('button', { name: 'Bỏ báo cáo này' }).click();
    await page.getByRole('button', { name: 'Bỏ báo cáo', exact: true }).click();
    await page.getByText('Đã bỏ, không chờ gửi').waitFor();
  });
});
