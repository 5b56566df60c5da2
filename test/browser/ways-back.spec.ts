import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { alteredWorkbook } from '../support/altered-workbook';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, openAs, PHONE } from './support/browser';

const FIXTURE = path.resolve(__dirname, '../fixtures/returns/commune-binh-duong-2023-06-21.xlsx');

/** The commune's return with another amount, so that it is a file of its own. */
async function returnWith(amount: string) {
  const buffer = await alteredWorkbook(await readFile(FIXTURE), (value) =>
    typeof value === 'string'
      ? value.replace('ngày 21 tháng 6', 'ngày 20 tháng 6').replace('812.340.500', amount)
      : undefined,
  );
  return { name: 'duong-ve.xlsx', mimeType: 'application/octet-stream', buffer };
}

async function upload(page: Page, amount: string): Promise<void> {
  await page.goto('/bao-cao');
  await page.locator('input[type=file]').setInputFiles(await returnWith(amount));
  await page.getByRole('heading', { name: 'Giải ngân đến 20/06/2023' }).waitFor();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const send = async (page: Page): Promise<void> => {
  await press(page, 'Gửi phòng Tài chính');
  await page.getByText(/^Đã gửi .* chờ phòng Tài chính duyệt/).waitFor();
};
const giveUp = async (page: Page): Promise<void> => {
  await press(page, 'Bỏ báo cáo này');
  await press(page, 'Bỏ báo cáo');
  await page.getByText('Đã bỏ, không chờ gửi').waitFor();
};

describe('the ways back of who sends a return', () => {
  afterAll(closeBrowser);

  it.each([
    ['a desktop', DESKTOP, '812.340.501'],
    ['a phone', PHONE, '812.340.502'],
  ])('asks before a draft is given up, and takes it up again, on %s', async (_, size, amount) => {
    const page = await openAs('commune', '/', size);
    await upload(page, amount);
    await press(page, 'Bỏ báo cáo này');
    await page.getByText('Tệp và câu trả lời vẫn giữ; cần thì mở lại và khôi phục.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await press(page, 'Để nguyên');
    await giveUp(page);
    await page.goto('/bao-cao');
    await page.getByText('Đã bỏ, chưa gửi').first().waitFor();
    expect(await page.getByText('Đã rút', { exact: true }).count()).toBe(0);
    await page.goBack();
    await press(page, 'Khôi phục báo cáo');
    await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).waitFor();
    await giveUp(page);
  });

  it('asks before a return is withdrawn, which can then be sent again as it is', async () => {
    const page = await openAs('commune');
    await upload(page, '812.340.503');
    await send(page);
    await press(page, 'Rút lại');
    await page.getByText('gửi lại không phải nạp lại tệp').waitFor();
    await press(page, 'Rút lại báo cáo');
    await page.getByText('Đã sẵn sàng.').waitFor();
    expect(await page.locator('.rt-steps [aria-current=step]').innerText()).toContain('Gửi');
    await send(page);
    await press(page, 'Rút lại');
    await press(page, 'Rút lại báo cáo');
    await giveUp(page);
  });
});
