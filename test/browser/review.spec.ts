import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { alteredWorkbook } from '../support/altered-workbook';
import { isTooWide, pushedSideways, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, openAs, PHONE } from './support/browser';

const fixture = (name: string) => path.resolve(__dirname, '../fixtures/returns', `${name}.xlsx`);
const OFFICE = 'UBND xã Bình Dương';
const REASON = 'Thiếu mã dự án ở dòng 7, đề nghị bổ sung';

type Upload = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/** The commune's return, as it would have been a week before; `amounts`: these texts in the place of others. */
async function weekBefore(amounts: Readonly<Record<string, string>> = {}): Promise<Upload> {
  const bytes = await readFile(fixture('commune-binh-duong-2023-06-21'));
  const buffer = await alteredWorkbook(bytes, (value) =>
    typeof value === 'string'
      ? (amounts[value] ?? value.replace('ngày 21 tháng 6', 'ngày 14 tháng 6'))
      : undefined,
  );
  return { name: 'tuan-truoc.xlsx', mimeType: 'application/octet-stream', buffer };
}

/** Uploads the workbook, waits until it has been read, and sends it. */
async function sendReturn(page: Page, file: Upload, title: string): Promise<void> {
  await page.goto('/bao-cao');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).click();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page
    .getByText(/Đã gửi|chỗ nên xem lại\. Duyệt/)
    .first()
    .waitFor();
}

describe('the review of the finance office', () => {
  let commune: Page;
  let finance: Page;
  /** The head of the office, who approves and undoes what the officer has sent. */
  let head: Page;
  beforeAll(async () => {
    commune = await openAs('commune');
    finance = await openAs('finance', '/duyet');
    head = await openAs('finance-head', '/duyet');
  });
  afterAll(closeBrowser);

  it('says who has not sent, and that nothing waits', async () => {
    await finance
      .getByRole('heading', { name: 'Khi chốt tuần đến 22/06/2023: 1 đơn vị chưa gửi báo cáo' })
      .waitFor();
    await finance.getByText(OFFICE).first().waitFor();
    await finance.getByText('nhắc lần 3, đã gửi 23/06: cán bộ báo cáo').waitFor();
  });

  it('sends back with a reason that the office sees', async () => {
    await sendReturn(commune, fixture('commune-binh-duong-2023-06-21'), 'Giải ngân đến 21/06/2023');
    await finance.reload();
    await finance.getByText('4 mới').waitFor();
    await finance.getByLabel(`Chọn báo cáo của ${OFFICE}`).check();
    await finance.getByRole('button', { name: 'Trả lại 1 báo cáo…' }).click();
    await finance.getByLabel('Lý do, để đơn vị biết phải sửa gì').fill(REASON);
    await finance.getByRole('button', { name: 'Trả lại với lý do này' }).click();
    await finance.getByText('Đã trả lại 1 báo cáo').waitFor();
    await finance.waitForFunction("document.activeElement.textContent.startsWith('Đã trả lại')");
    await commune.goto('/bao-cao');
    await commune.getByRole('heading', { name: '1 báo cáo đang chờ bạn' }).waitFor();
    await commune.getByText(REASON).first().waitFor();
  });

  it('approves several at once, one building on the other, after which the office is no longer behind', async () => {
    const less = { '812.340.500': '802.340.500', '1.573.346.750': '1.563.346.750' };
    await sendReturn(commune, await weekBefore(less), 'Giải ngân đến 14/06/2023');
    await sendReturn(commune, fixture('commune-binh-duong-2023-06-21'), 'Giải ngân đến 21/06/2023');
    await sendReturn(finance, fixture('treasury-2023-06-21'), 'Số liệu Kho bạc đến 21/06/2023');
    await head.goto('/duyet');
    await head.getByRole('heading', { name: '3 báo cáo chờ duyệt' }).waitFor();
    expect(await seriousFaults(head)).toEqual([]);
    await head.getByLabel('Chọn tất cả').check();
    await head.getByRole('button', { name: 'Duyệt 3 báo cáo' }).click();
    await head.getByText('Đã duyệt 3 báo cáo').waitFor();
    await head.getByRole('link', { name: /từ đó: đã duyệt/ }).waitFor();
  });

  it('lists 25 projects beside the sum of 25, and below them what has no plan, in the list and in Excel', async () => {
    await finance.goto('/tong-quan');
    await finance.locator('.ov-table tr.total', { hasText: /^25 dự án/ }).waitFor();
    expect(await finance.locator('.ov-table tr[data-index]').count()).toBe(25);
    // 812,3405 + 0 + 640 + 121,00625 triệu of the commune's own table.
    const heading = 'Ngoài kế hoạch: 4 công trình, đã giải ngân 1,573 tỷ, không tính vào tổng và tỷ lệ';
    await finance.getByText(heading.replace('1,573 tỷ', '1,573\u00a0tỷ')).waitFor();
    expect(await finance.locator('.ov-outside .ov-name').allInnerTexts()).toContain(
      'Đường GTNT thôn Lạc Câu',
    );
    await finance.getByRole('button', { name: 'Ngoài kế hoạch 4' }).click();
    await finance.locator('.ov-table tr[data-index="0"]').waitFor({ state: 'detached' });
    expect(await finance.locator('.ov-outside .ov-name').count()).toBe(4);
  });

  it("dates the Treasury's figure, and tells by a tab where it differs", async () => {
    await finance.goto('/tong-quan');
    const facts = await finance.locator('.ov-facts').innerText();
    expect(facts).toMatch(/Kho bạc xác nhận đến 21\/06\s+222,003\u00a0tỷ\s+chênh lệch −1,419/);
    await finance.getByRole('button', { name: 'Chênh lệch Kho bạc 3' }).click();
    await finance.locator('.ov-table tr.total', { hasText: /^3 dự án/ }).waitFor();
    await finance.goto('/tong-quan?den=2023-06-22');
    await finance.getByRole('button', { name: 'Chênh lệch Kho bạc 3' }).waitFor();
  });

  it('says how a second return for the same day differs from the one that it replaces', async () => {
    await sendReturn(commune, await weekBefore(), 'Giải ngân đến 14/06/2023');
    await finance.goto('/duyet');
    await finance.getByText('Thay bản đã duyệt 23/06/2023: 1 dự án khác số giải ngân, +0,010 tỷ').waitFor();
    await finance.getByRole('link', { name: 'Giải ngân đến 14/06/2023' }).first().click();
    await finance.getByText('bản đã duyệt: 802.340.500').waitFor();
  });

  it('shows what the office declared beside the number that it is about', async () => {
    const more = { '812.340.500': '806.340.500', '1.573.346.750': '1.567.346.750' };
    await commune.goto('/bao-cao');
    await commune.locator('input[type=file]').setInputFiles(await weekBefore(more));
    await commune.getByRole('heading', { name: 'Giải ngân đến 14/06/2023' }).waitFor();
    await commune.getByRole('button', { name: 'Gửi phòng Tài chính', disabled: false }).waitFor();
    const id = new URL(commune.url()).pathname.split('/').at(-1);
    const declared = await commune.evaluate<number>(
      `(async () => {
        const { preview } = await (await fetch('/api/returns/${id}')).json();
        const { cell } = preview.sections[0].rows.find(({ after }) => after === '806340500');
        const corrections = [{ ...cell, value: '806340500', reason: 'Gõ nhầm dấu chấm' }];
        return (await fetch('/api/returns/${id}/corrections', { method: 'POST',
          headers: { 'content-type': 'application/json' }, body: JSON.stringify({ corrections }) })).status;
      })()`,
    );
    expect(declared).toBe(202);
    await commune.getByRole('region', { name: 'Số đính chính' }).waitFor();
    await commune.getByRole('button', { name: 'Gửi phòng Tài chính', disabled: false }).click();
    await commune.getByRole('button', { name: 'Gửi ngay' }).click();
    await commune.getByRole('heading', { name: /^Biên nhận/ }).waitFor();
    await finance.goto('/duyet');
    await finance.getByText(`${OFFICE}, Giải ngân đến 14/06/2023: 0 câu trả lời, 1 số đính chính`).click();
    const row = finance.getByRole('row', { name: /Đường GTNT thôn Lạc Câu/ });
    await row.getByText('Lý do: “Gõ nhầm dấu chấm”').waitFor();
    expect(await row.getByRole('cell').nth(1).innerText()).toBe('0,806');
    expect(await seriousFaults(finance)).toEqual([]);
    await finance.setViewportSize(PHONE);
    expect(await isTooWide(finance)).toBe(false);
    await finance.setViewportSize(DESKTOP);
  });

  it("sets the board's figures beside the Treasury's and takes an explanation", async () => {
    await finance.goto('/doi-chieu');
    await finance.getByRole('heading', { name: '3 chỗ lệch với Kho bạc, đến 23/06/2023' }).waitFor();
    await finance
      .getByRole('row', { name: /Trung tâm Y tế/ })
      .getByRole('button', { name: 'Giải thích…' })
      .click();
    await finance.getByLabel('Vì sao lệch').fill('Kho bạc chưa hạch toán chứng từ ngày 20/6');
    await finance.getByRole('button', { name: 'Ghi giải thích' }).click();
    await finance.getByText('Kho bạc chưa hạch toán chứng từ ngày 20/6').waitFor();
    await finance.getByRole('radio', { name: /^chưa giải thích/ }).check();
    await finance.getByText('Trung tâm Y tế').waitFor({ state: 'detached' });
    expect(await seriousFaults(finance)).toEqual([]);
    await finance.setViewportSize(PHONE);
    expect(await pushedSideways(finance)).toEqual([]);
    expect(await isTooWide(finance)).toBe(false);
    await finance.setViewportSize(DESKTOP);
  });

  it('undoes an approval, and shows what has changed since', async () => {
    for (const file of ['commune-binh-duong', 'treasury']) {
      await head.goto('/duyet');
      const returns = await head.evaluate<{ items: { id: string; fileName: string; status: string }[] }>(
        `fetch('/api/returns?status=approved').then((reply) => reply.json())`,
      );
      const one = returns.items.find(({ fileName }) => fileName.startsWith(file));
      await head.goto(`/bao-cao/${one?.id ?? ''}`);
      await head.getByRole('button', { name: 'Hủy duyệt…' }).click();
      await head.getByLabel('Lý do, để đơn vị biết phải sửa gì').fill('Duyệt nhầm');
      await head.getByRole('button', { name: 'Để nguyên' }).waitFor();
      await head.getByRole('button', { name: 'Hủy duyệt với lý do này' }).click();
      await head.getByText('Đã hủy duyệt').first().waitFor();
    }
    await commune.goto('/bao-cao');
    await commune.getByText('giải ngân (đã hủy duyệt)').waitFor();
    await head.goto('/duyet');
    await head.getByRole('heading', { name: '2 báo cáo đã duyệt nay có thay đổi' }).waitFor();
    await head.setViewportSize(PHONE);
    expect(await isTooWide(head)).toBe(false);
  });

  it('is not for the board', async () => {
    const page = await openAs('board', '/duyet');
    await page.getByText('Trang này không dành cho tài khoản của bạn').waitFor();
  });
});
