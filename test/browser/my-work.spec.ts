import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { MyWorkView } from '@thongvon/api-contract';
import { alteredWorkbook } from '../support/altered-workbook';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, faultsOf, openAs, PHONE, settled } from './support/browser';

/** What the API says, to which the page is held. */
const workOf = (page: Page): Promise<MyWorkView> =>
  page.evaluate<MyWorkView>("fetch('/api/my-work').then((reply) => reply.json())");

/** The names in the masthead, with what stands next to them. */
const sections = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.mast nav a')].map((one) =>
      [one.firstChild.textContent, one.querySelector('.mast-count')?.textContent].filter(Boolean).join(' '))`,
  );

const FIXTURE = path.resolve(__dirname, '../fixtures/returns/commune-binh-duong-2023-06-21.xlsx');
const OVERDUE_BLOCKER = 'Nghĩa trang nhân dân Nam Thăng Bình';

describe('my work', () => {
  afterAll(closeBrowser);

  it('is what a board’s officer comes to: overdue first, then by its end, each with its way there', async () => {
    const page = await openAs('board');
    expect(page.url()).toMatch(/\/viec-cua-toi$/);
    const { lines, total, overdue } = await workOf(page);
    expect(overdue).toBeGreaterThan(0);
    await page.getByRole('heading', { name: `${total} việc của tôi, ${overdue} việc quá hạn` }).waitFor();
    const rows = page.locator('.mw-list > li');
    expect(await rows.count()).toBe(lines.length);
    const [first] = await rows.allInnerTexts();
    expect(first).toContain('Quá hạn 23 ngày');
    expect(first).toContain(OVERDUE_BLOCKER);
    expect(first).toContain('26,306');
    const owed = rows.filter({ hasText: 'Gửi báo cáo giải ngân' });
    expect(await owed.innerText()).toContain('17:00 thứ Năm 29/06/2023');
    expect(await owed.innerText()).toContain('Còn 6 ngày');
    await owed.getByRole('link', { name: /^Nạp báo cáo/ }).click();
    await page.waitForURL('**/bao-cao');
    await page.goBack();
    await rows
      .first()
      .getByRole('link', { name: /^Mở vướng mắc/ })
      .click();
    await page.waitForURL(/\/vuong-mac\/[0-9a-f-]{36}$/);
    await page.getByText(OVERDUE_BLOCKER).first().waitFor();
  });

  it('stands first in the masthead, with counts that are those of the pages', async () => {
    const page = await openAs('board', '/vuong-mac?state=overdue');
    const { counts, total } = await workOf(page);
    expect((await sections(page)).slice(0, 3)).toEqual([
      `Việc của tôi ${total}`,
      `Báo cáo ${counts.returns}`,
      'Dự án của tôi',
    ]);
    expect(await sections(page)).toContain(`Vướng mắc ${counts.blockers}`);
    expect(await page.locator('main table').last().locator('tbody tr').count()).toBe(counts.blockers);
    await page.goto('/canh-bao');
    await page.getByText(`${counts.alerts} cảnh báo chưa ai nhận`).first().waitFor();
    await page.getByRole('link', { name: 'Dự án của tôi' }).click();
    await page.locator('.ov-table tr.total').waitFor();
    await settled(page);
    const top = await page.evaluate<number>("document.getElementById('du-an').getBoundingClientRect().top");
    expect(Math.abs(top)).toBeLessThan(DESKTOP.height / 2);
  });

  it('folds drafts, which settle nothing, and leads on to them', async () => {
    const page = await openAs('commune');
    const before = await workOf(page);
    await page.goto('/bao-cao');
    const name = 'nhap.xlsx';
    await page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: await alteredWorkbook(await readFile(FIXTURE), (value) =>
        typeof value === 'string' ? value.replace('812.340.500', '812.340.407') : undefined,
      ),
    });
    await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}/);
    const draft = page.url();
    await page.getByRole('button', { name: 'Bỏ báo cáo này' }).waitFor();
    await page.getByRole('link', { name: 'Việc của tôi' }).click();
    await page.getByText(`${before.drafts.total + 1} bản nháp`).click();
    await page.getByText(name).waitFor();
    const after = await workOf(page);
    expect(after.lines.map(({ kind, due }) => [kind, due])).toEqual(
      before.lines.map(({ kind, due }) => [kind, due]),
    );
    await page.getByText('Bản nháp chưa gửi vẫn tính là chưa gửi.').first().waitFor();
    await page.getByRole('link', { name: 'Tiếp tục' }).click();
    await page.waitForURL(draft);
    await page.getByRole('button', { name: 'Bỏ báo cáo này' }).click();
    await page.getByRole('button', { name: 'Bỏ báo cáo', exact: true }).click();
    await page.getByText('Đã bỏ, không chờ gửi').waitFor();
    expect((await workOf(page)).drafts.total).toBe(before.drafts.total);
  });

  it('tells the finance office what waits, who is silent and what differs, and leads there', async () => {
    const page = await openAs('finance');
    expect(page.url()).toMatch(/\/viec-cua-toi$/);
    const { lines, counts } = await workOf(page);
    const silent = lines.find(({ kind }) => kind === 'offices-silent');
    if (silent) await page.getByText(`${silent.count} đơn vị quá hạn chưa gửi báo cáo`).waitFor();
    expect((await sections(page)).slice(0, 2)).toEqual([
      `Việc của tôi${lines.length === 0 ? '' : ` ${lines.length}`}`,
      `Duyệt${counts.review === 0 ? '' : ` ${counts.review}`}`,
    ]);
    expect(await isTooWide(page)).toBe(false);
    // The longest masthead: all of it in sight.
    expect(
      await page.evaluate<number>(
        "[document.querySelector('.mast nav')].map((nav) => nav.scrollWidth - nav.clientWidth)[0]",
      ),
    ).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Tổng quan' }).first().click();
    await page.locator('.big-rate').waitFor();
  });

  it('is at hand on a phone, returns next to it, and fits its width', async () => {
    const page = await openAs('commune', '/', PHONE);
    expect(page.url()).toMatch(/\/viec-cua-toi$/);
    const inSight = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.mast nav a')]
        .filter((one) => one.getBoundingClientRect().right <= innerWidth)
        .map((one) => one.firstChild.textContent)`,
    );
    expect(inSight.slice(0, 2)).toEqual(['Việc của tôi', 'Báo cáo']);
    expect(await isTooWide(page)).toBe(false);
    expect(faultsOf(page)).toEqual([]);
    const heights = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.mw-do a')].map((one) => one.getBoundingClientRect().height)`,
    );
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
    await page
      .getByRole('link', { name: /^Nạp báo cáo/ })
      .first()
      .click();
    await page.waitForURL('**/bao-cao');
  });

  it('gives a leader the week, with counts alone', async () => {
    const page = await openAs('leader');
    expect(page.url()).toMatch(/\/lanh-dao$/);
    const { counts, lines } = await workOf(page);
    expect(lines).toEqual([]);
    const named = await sections(page);
    expect(named[0]).toBe('Tuần này');
    expect(named).toContain(`Vướng mắc ${counts.blockers}`);
  });
});
