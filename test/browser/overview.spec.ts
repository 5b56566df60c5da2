import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { closeBrowser, openAs, PHONE } from './support/browser';

const rowNames = (page: Page) => page.locator('.ov-table tbody tr:not(.total) .ov-name').allTextContents();
/** Waits until the table says that it holds so many. */
const holds = (page: Page, projects: number) =>
  page.locator('.ov-table tr.total', { hasText: new RegExp(`^${projects} dự án`) }).waitFor();
const total = (page: Page) => page.locator('.ov-table tr.total').innerText();

describe("the finance office's overview", () => {
  afterAll(closeBrowser);

  it('says in one line what has been disbursed of what, and what that comes to', async () => {
    const page = await openAs('finance');
    expect(await page.locator('.big-rate').innerText()).toMatch(/52,18\s%\s+223,422 \/ 428,137 tỷ đồng/);
    await page.getByRole('heading', { name: 'còn hụt 38,905 tỷ so với mục tiêu' }).waitFor();
    const facts = await page.locator('.ov-facts').innerText();
    expect(facts).toContain('+11,142\u00a0tỷ');
    expect(facts).toContain('204,715\u00a0tỷ');
    expect(facts).toContain('139,273\u00a0tỷ');
  });

  it('is in the unit that the reader chose, and stays so after a reload', async () => {
    const page = await openAs('finance');
    await page.getByLabel('Đơn vị tính').selectOption('triệu đồng');
    await page.getByText('223.422,0 / 428.137,0 triệu đồng').waitFor();
    await page.reload();
    await page.getByText('223.422,0 / 428.137,0 triệu đồng').waitFor();
  });

  it('names the denominator, and divides by another', async () => {
    const page = await openAs('finance');
    await page.getByRole('button', { name: 'Gồm vốn kéo dài, ứng trước' }).click();
    await page.waitForURL(/mau=all-plan/);
    await page.getByText('52,18 %').first().waitFor();
  });

  it('shows another day when asked, and draws the year only to there', async () => {
    const page = await openAs('finance', '/tong-quan?den=2023-06-14');
    expect(await page.locator('.big-rate').innerText()).toMatch(/49,58\s%\s+212,280 \/ 428,137/);
    await page.getByRole('img', { name: 'Thực tế 14/06/2023: 49,58 %' }).waitFor();
  });

  it('filters by a bar; other bars, table and sum follow, the headline stays; the address keeps it', async () => {
    const page = await openAs('finance');
    await page.getByRole('button', { name: 'Giao thông - đường bộ' }).click();
    await page.waitForURL(/loai=road/);
    await holds(page, 7);
    expect(await total(page)).toContain('216,316');
    expect(await page.locator('.big-rate').innerText()).toContain('428,137');
    expect(await page.getByRole('button', { name: 'Ban Quản lý dự án - Đô thị' }).innerText()).toContain(
      '56,52',
    );
    await page.reload();
    await holds(page, 7);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await holds(page, 25);
  });

  it('finds projects without accents, and says what to do when none is found', async () => {
    const page = await openAs('finance');
    await page.getByLabel('Tìm dự án').fill('cau tay giang');
    await holds(page, 1);
    // The sum and the rows are two answers.
    await page.locator('.ov-table tbody tr:not(.total) .ov-name').nth(1).waitFor({ state: 'detached' });
    expect(await rowNames(page)).toEqual(['Cầu Tây Giang']);
    await page.getByLabel('Tìm dự án').fill('khong co du an nay');
    await page.getByText('Không có dự án nào khớp').waitFor();
  });

  it('sorts by what is clicked, figures from the largest, and turns round', async () => {
    const page = await openAs('finance');
    await page.getByRole('button', { name: 'Kế hoạch', exact: true }).click();
    await page.waitForURL(/sap=-planned/);
    await page.locator('[aria-sort=descending]', { hasText: 'Kế hoạch' }).waitFor();
    await page.locator('.ov-table tr[data-index="0"]', { hasText: 'Võ Chí Công' }).waitFor();
    await page.getByRole('button', { name: 'Kế hoạch', exact: true }).click();
    await page.waitForURL(/sap=planned/);
    await page.locator('.ov-table tr[data-index="0"]', { hasText: 'Trường Mẫu giáo Bình Minh' }).waitFor();
  });

  it('shows the columns that are chosen, and keeps them in the address', async () => {
    const page = await openAs('finance');
    await page.getByRole('button', { name: 'Chọn cột' }).click();
    await page.getByRole('checkbox', { name: 'Còn lại' }).check();
    await page.waitForURL(/cot=/);
    await page.getByRole('columnheader', { name: 'Còn lại' }).waitFor();
  });

  it('exports the table as it is seen', async () => {
    const page = await openAs(
      'finance',
      '/tong-quan?loai=road&sap=-rate&cot=planned,rate,blocker&den=2023-06-22',
    );
    await holds(page, 7);
    await page.getByRole('cell', { name: /dự án vướng/ }).waitFor();
    const shown = await rowNames(page);
    const marks = await page.locator('td.ov-c-blocker').allInnerTexts();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Xuất Excel như đang xem' }).click(),
    ]);
    const workbook = new ExcelJS.Workbook();
    const bytes = await readFile(await download.path());
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows = workbook.worksheets[0]?.getSheetValues() as (unknown[] | undefined)[];
    const head = rows.findIndex((row) => row?.[1] === 'Dự án');
    expect(rows[head]?.slice(1)).toEqual([
      'Dự án',
      'Mã dự án',
      'Kế hoạch vốn',
      'Tỷ lệ giải ngân',
      'Vướng mắc',
    ]);
    expect(rows[head + 1]?.slice(3)).toEqual([216_315_544_000, 0.5652, marks[0]]);
    expect(rows.slice(head + 2).map((row) => row?.[1])).toEqual(shown);
    expect(rows.map((row) => row?.[5])).toContain(
      'Quá hạn 7 ngày: 04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung',
    );
  });

  it('leads from a number to its cell, to who approved it, and to earlier values', async () => {
    const page = await openAs('finance', '/tong-quan?q=cau tay giang');
    await page.locator('.ov-c-disbursed button').click();
    const pane = page.getByRole('dialog');
    await pane.getByText('Giải ngân!I20').first().waitFor();
    const words = await pane.innerText();
    expect(words).toContain('15,200');
    expect(words).toContain('Cán bộ tài chính duyệt 22/06/2023 15:30');
    expect(words).toContain('14,334');
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'detached' });
    await page.locator('.ov-c-planned button').click();
    await page.getByRole('dialog').getByText('9001/QĐ-UBND').first().waitFor();
  });

  it('marks in red only what is overdue, with shape and words, and says why', async () => {
    const page = await openAs('finance');
    await page.getByText('Quá hạn 23 ngày').waitFor();
    expect(await page.locator('.ov-table .alarm').count()).toBe(2);
    await page.getByText('Vì sao đỏ?').click();
    await page.getByText('Tỷ lệ thấp tự nó không đỏ').waitFor();
  });

  it('shows each project as a block on a phone, with rate, bar and what blocks it', async () => {
    const page = await openAs('finance', '/', PHONE);
    const first = page.locator('.ov-table tbody tr:not(.total)').first();
    expect(await first.innerText()).toMatch(
      /Nghĩa trang nhân dân Nam Thăng Bình[\s\S]*7,605[\s\S]*22,43[\s\S]*Quá hạn 23 ngày/,
    );
  });

  it('says what to do first where there is nothing yet', async () => {
    const page = await openAs('finance', '/tong-quan?nam=2022');
    await page.getByRole('heading', { name: 'Chưa có số liệu giải ngân' }).waitFor();
  });

  it('prints on A4 without what is only for the screen', async () => {
    const page = await openAs('finance');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Chọn cột' }).isVisible()).toBe(false);
    expect(await page.locator('.ov-table').isVisible()).toBe(true);
  });
});
