import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { closeBrowser, DESKTOP, openAs, PHONE } from './support/browser';

const rowNames = (page: Page) => page.locator('.ov-table tbody tr:not(.total) .ov-name').allTextContents();
/** Waits until the table says that it holds so many. */
const holds = (page: Page, projects: number) =>
  page.locator('.ov-table tr.total', { hasText: new RegExp(`^${projects} dự án`) }).waitFor();
const total = (page: Page) => page.locator('.ov-table tr.total').innerText();

/** A project as the board wrote it down, triệu đồng. */
type Written = Readonly<Record<'planned' | 'disbursed' | 'completed' | 'advance', number>> & {
  readonly name: string;
};

/** The projects of a workbook of the demo: rows with a code, blank amounts are none. */
async function projectsOf(file: string): Promise<Written[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.resolve(__dirname, `../../demo/returns/${file}.xlsx`));
  const rows: Written[] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const amount = (column: number) => {
      const cell = row.getCell(column);
      return Number(cell.formula ? cell.result : cell.value);
    };
    if (!/^\d{7}$/.test(row.getCell(3).text)) return;
    const [planned, disbursed, completed, advance] = [amount(5), amount(9), amount(10), amount(11)];
    rows.push({ name: row.getCell(2).text, planned, disbursed, completed, advance });
  });
  return rows;
}

/** The sum of triệu as the screen writes it in tỷ. */
const inTy = (amounts: readonly number[]): string =>
  (amounts.reduce((sum, one) => sum + one, 0) / 1000).toFixed(3).replace('.', ',');

/** The rows of the workbook that the page exports. */
async function exported(page: Page): Promise<(unknown[] | undefined)[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Xuất Excel như đang xem' }).click(),
  ]);
  const workbook = new ExcelJS.Workbook();
  const bytes = await readFile(await download.path());
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook.worksheets[0]?.getSheetValues() as (unknown[] | undefined)[];
}

describe("the finance office's overview", () => {
  afterAll(closeBrowser);

  it('says in one line what has been disbursed of what, and what that comes to', async () => {
    const page = await openAs('finance', '/tong-quan');
    expect(await page.locator('.big-rate').innerText()).toMatch(/52,18\s%\s+223,422 \/ 428,137 tỷ đồng/);
    await page.getByRole('heading', { name: 'còn hụt 38,905 tỷ so với mục tiêu' }).waitFor();
    const facts = await page.locator('.ov-facts').innerText();
    expect(facts).toContain('+11,142\u00a0tỷ');
    expect(facts).toContain('204,715\u00a0tỷ');
    expect(facts).toContain('139,273\u00a0tỷ');
  });

  it('is in the unit that the reader chose, and stays so after a reload', async () => {
    const page = await openAs('finance', '/tong-quan');
    await page.getByLabel('Đơn vị tính').selectOption('triệu đồng');
    await page.getByText('223.422,0 / 428.137,0 triệu đồng').waitFor();
    await page.reload();
    await page.getByText('223.422,0 / 428.137,0 triệu đồng').waitFor();
    // The address holds it: whoever gets the link sees the same.
    const other = await openAs('leader', new URL(page.url()).pathname + new URL(page.url()).search);
    await other.getByText('223.422,0 / 428.137,0 triệu đồng').waitFor();
  });

  it.each([DESKTOP, PHONE])(
    'has room for whole đồng, without decimals and without cutting ($width)',
    async (size) => {
      const page = await openAs('finance', '/tong-quan?dvt=dong', size);
      await page.getByText('223.422.000.000 / 428.137.000.000').waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/\d\.\d{3},0/);
      const tooNarrow = await page.evaluate<string[]>(`[
      ...document.querySelectorAll('.ov-bar-name, .ov-bar-plan, .ov-denominators button, .ov-facts dd, .ov-table .total td'),
    ].filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map((e) => e.textContent)`);
      expect(tooNarrow).toEqual([]);
      const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(wider)).toBe(0);
    },
  );

  it('names the denominator, and divides by another', async () => {
    const page = await openAs('finance', '/tong-quan');
    const buttons = page.locator('.ov-denominators button');
    for (const words of await buttons.allInnerTexts()) expect(words).toMatch(/428,137 → 52,18\s%$/);
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
    const page = await openAs('finance', '/tong-quan');
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

  it('is cut by the groups that the board’s headings name; table, sum, address and workbook follow, and a project says which cell', async () => {
    const page = await openAs('finance', '/tong-quan');
    const groups = page.getByRole('region', { name: 'Nhóm dự án' });
    const bars = (await groups.getByRole('button').allInnerTexts()).map((text) => text.split(/\s*\n\s*/));
    expect(bars).toEqual([
      ['Chuyển tiếp', '58,49', '348,0'],
      ['Khởi công mới', '12,99', '69,3'],
      ['Hoàn thành, trả nợ', '100,00', '10,9'],
    ]);
    await groups.getByRole('button', { name: 'Khởi công mới' }).click();
    await page.waitForURL(/nhom=new-start/);
    await holds(page, 8);
    expect(await total(page)).toContain('69,262');
    await page.reload();
    await holds(page, 8);
    expect((await exported(page)).map((row) => row?.[1])).toContain('Lọc theo: Khởi công mới');
    await page.getByRole('link', { name: 'Cầu Cửa Khe' }).click();
    await page.getByText('khởi công mới năm 2023 Giải ngân!B34').waitFor();
  });

  it('counts on its tabs what each leaves, sums just that, and exports it with its name', async () => {
    const reported = await projectsOf('board-weekly-2023-06-21');
    const none = reported.filter(({ disbursed }) => disbursed === 0);
    const below = reported.filter(({ planned, disbursed }) => disbursed / planned < 0.45);
    const page = await openAs('finance', '/tong-quan');
    for (const [tab, rows] of [
      ['Chưa giải ngân', none],
      ['Dưới mốc 45 %', below],
    ] as const) {
      await page.getByRole('button', { name: `${tab} ${rows.length}` }).click();
      await holds(page, rows.length);
      // The sum may be there before the rows, which stay the old ones until the new ones have come.
      await page.locator(`.ov-table tr[data-index="${rows.length - 1}"]`).waitFor();
      await page.locator(`.ov-table tr[data-index="${rows.length}"]`).waitFor({ state: 'detached' });
      expect((await rowNames(page)).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
      expect(await total(page)).toContain(inTy(rows.map(({ planned }) => planned)));
    }
    await page.reload();
    await holds(page, below.length);
    const rows = await exported(page);
    expect(rows.map((row) => row?.[1])).toContain('Lọc theo: tỷ lệ dưới mốc 45 %');
    const head = rows.findIndex((row) => row?.[1] === 'Dự án');
    expect(rows.slice(head + 2)).toHaveLength(below.length);
  });

  it('shows completed work and advances, which add up to what is disbursed', async () => {
    const reported = await projectsOf('board-weekly-2023-06-21');
    const page = await openAs('finance', '/tong-quan');
    const parts = await page.locator('.ov-table tr.total .ov-c-part').allInnerTexts();
    expect(parts).toEqual([
      inTy(reported.map(({ completed }) => completed)),
      inTy(reported.map(({ advance }) => advance)),
    ]);
  });

  it('draws each bar of a facet as long as its plan, filled as far as it is disbursed', async () => {
    const page = await openAs('finance', '/tong-quan');
    const drawn = await page.evaluate<[string, string][]>(`[
      ...document.querySelectorAll('.ov-facet[aria-label="Lĩnh vực"] .ov-size'),
    ].map((bar) => [bar.style.width, bar.firstElementChild.style.width])`);
    // 216,316 tỷ of roads is the longest; 55,624 of housing is a quarter of it.
    expect(drawn.slice(0, 2)).toEqual([
      ['100%', '56.52%'],
      ['25.71%', '48.3%'],
    ]);
  });

  it('finds projects without accents, and says what to do when none is found', async () => {
    const page = await openAs('finance', '/tong-quan');
    await page.getByLabel('Tìm dự án').fill('cau tay giang');
    await holds(page, 1);
    // The sum and the rows are two answers.
    await page.locator('.ov-table tbody tr:not(.total) .ov-name').nth(1).waitFor({ state: 'detached' });
    expect(await rowNames(page)).toEqual(['Cầu Tây Giang']);
    await page.getByLabel('Tìm dự án').fill('khong co du an nay');
    await page.getByText('Không có dự án nào khớp').waitFor();
  });

  it('sorts by what is clicked, figures from the largest, and turns round', async () => {
    const page = await openAs('finance', '/tong-quan');
    await page.getByRole('button', { name: 'Kế hoạch', exact: true }).click();
    await page.waitForURL(/sap=-planned/);
    await page.locator('[aria-sort=descending]', { hasText: 'Kế hoạch' }).waitFor();
    await page.locator('.ov-table tr[data-index="0"]', { hasText: 'Võ Chí Công' }).waitFor();
    await page.getByRole('button', { name: 'Kế hoạch', exact: true }).click();
    await page.waitForURL(/sap=planned/);
    await page.locator('.ov-table tr[data-index="0"]', { hasText: 'Trường Mẫu giáo Bình Minh' }).waitFor();
  });

  it('shows the columns that are chosen, and keeps them in the address', async () => {
    const page = await openAs('finance', '/tong-quan');
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
    const rows = await exported(page);
    const head = rows.findIndex((row) => row?.[1] === 'Dự án');
    expect(rows[head]?.slice(1)).toEqual([
      'Dự án',
      'Mã dự án',
      'Kế hoạch vốn',
      'Tỷ lệ giải ngân',
      'Vướng mắc',
    ]);
    // In the unit of the screen, to the last đồng.
    expect(rows.map((row) => row?.[1])).toContain('Số liệu đến ngày 22/06/2023; đơn vị tính: tỷ đồng');
    expect(rows[head + 1]?.slice(3)).toEqual([216.315544, 0.5652, marks[0]]);
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
    const page = await openAs('finance', '/tong-quan');
    await page.getByText('Quá hạn 23 ngày').waitFor();
    expect(await page.locator('.ov-table .alarm').count()).toBe(2);
    await page.getByText('Vì sao đỏ?').click();
    await page.getByText('Tỷ lệ thấp tự nó không đỏ').waitFor();
  });

  it('shows each project as a block on a phone, with rate, bar and what blocks it', async () => {
    const page = await openAs('finance', '/tong-quan', PHONE);
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
    const page = await openAs('finance', '/tong-quan');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Chọn cột' }).isVisible()).toBe(false);
    expect(await page.locator('.ov-table').isVisible()).toBe(true);
    // Chromium leaves buttons out of the heads that it repeats on each page.
    const boxes =
      "[...document.querySelectorAll('.ov-table thead button')].map((e) => getComputedStyle(e).display)";
    expect(new Set(await page.evaluate<string[]>(boxes))).toEqual(new Set(['contents']));
    const heads = "getComputedStyle(document.querySelector('.ov-table thead')).display";
    expect(await page.evaluate(heads)).toBe('table-header-group');
  });

  it('prints what the table is cut by', async () => {
    const page = await openAs('finance', '/tong-quan?loai=road&the=vuong-mac');
    await holds(page, 3);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Đang lọc: Lĩnh vực: Giao thông - đường bộ; Có vướng mắc.').waitFor();
  });
});
