import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { alteredWorkbook } from '../support/altered-workbook';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, faultsOf, openAs, PHONE } from './support/browser';

const MISTAKES = path.resolve(__dirname, '../fixtures/returns/board-with-mistakes.xlsx');

/** Uploads the workbook, or comes to the return that it is already, and waits until it has been read. */
async function upload(page: Page): Promise<void> {
  await page.goto('/bao-cao');
  await page.locator('input[type=file]').setInputFiles(MISTAKES);
  await page.getByRole('heading', { name: 'Giải ngân đến 21/06/2023' }).waitFor();
}

const finding = (page: Page, cell: string) =>
  page.getByRole('button', { name: new RegExp(`^${cell} .*Ô ${cell}`) });

describe('the officer of the board', () => {
  afterAll(closeBrowser);

  it('drops a workbook on the page and sees what is wrong with it, by what it asks', async () => {
    const page = await openAs('board', '/bao-cao');
    const bytes = [...(await readFile(MISTAKES))];
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], 'tuan-25.xlsx')); return data; })()`,
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
    await page.getByRole('heading', { name: 'Giải ngân đến 21/06/2023' }).waitFor();
    for (const group of ['Hệ thống đã hiểu thế nào', 'Phải sửa hoặc trả lời', 'Nên xem lại'])
      await page.getByRole('heading', { name: group }).waitFor();
    await page.getByText('129.694,929 / 222.177,103').waitFor();
    await page.getByText(/^Tổng chưa đủ: \d+ dự án còn ô chưa chốt\.$/).waitFor();
    expect(await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).isDisabled()).toBe(true);
  });

  it('sees the cell in its sheet, and an address that leads to it again', async () => {
    const page = await openAs('board');
    await upload(page);
    await finding(page, 'D14').click();
    const picture = page.getByRole('region', { name: 'Trang tính Giải ngân quanh ô D14' });
    await picture.getByText('#REF!').waitFor();
    expect(await picture.getByText('Kế hoạch vốn').count()).toBe(1);
    await page.reload();
    await picture.getByText('#REF!').waitFor();
  });

  it('opens a finding by keyboard', async () => {
    const page = await openAs('board');
    await upload(page);
    await finding(page, 'E11').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Trang tính Giải ngân quanh ô E11' }).waitFor();
  });

  it('answers a question: nothing is chosen beforehand, a reload loses nothing, the answer counts', async () => {
    const page = await openAs('board');
    await upload(page);
    await finding(page, 'E15').click();
    const comma = page.getByRole('radio', { name: /14\.990\.000\.000 đồng/ });
    await comma.waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByText(/giải ngân 144\.684\.929\.000 đồng/).waitFor();
    await comma.check();
    await page.reload();
    await comma.waitFor();
    expect(await comma.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
    await page.getByText('144.684,929 / 222.177,103').waitFor();
    // The next question is open.
    await page.getByRole('heading', { name: /^Ô E10: giải ngân/ }).waitFor();
  });

  it('gives one reason for all projects that are missing, which is one question', async () => {
    const page = await openAs('board');
    await upload(page);
    await page.getByRole('button', { name: /19 dự án kỳ trước có, kỳ này không có/ }).click();
    await page.getByText(/Cầu Cửa Khe.*báo cáo trước/).click();
    await page
      .locator('.rt-places details', { hasText: 'Cầu Cửa Khe' })
      .getByText(/Số đã duyệt đang được tính: [\d.,]+ triệu đồng/)
      .waitFor();
    await page.getByLabel('Lý do', { exact: true }).first().fill('Báo cáo riêng ở kỳ sau');
    await page.getByRole('button', { name: 'Lưu cho cả 19 chỗ' }).click();
    await page.getByText('19 dự án không có trong báo cáo này; số đã duyệt được giữ').waitFor();
    await page.getByText('19 dự án không có, giữ nguyên').waitFor();
    await page
      .getByText(/\d chỗ phải sửa, \d câu cần trả lời/)
      .first()
      .waitFor();
  });

  it('sees in the list how many things there are to do, not how many cells', async () => {
    const page = await openAs('board', '/bao-cao');
    const state = page.locator('.rt-work li').filter({ hasText: 'việc cần làm' }).first();
    await state.waitFor();
    const causes = await page.evaluate<{ mend: number; answer: number }>(
      `fetch('/api/returns?status=needs-attention').then((reply) => reply.json())
        .then(({ items }) => items[0].summary.causes)`,
    );
    const { mend, answer } = causes;
    expect(await state.innerText()).toContain(
      `${mend + answer} việc cần làm: ${mend} chỗ phải sửa, ${answer} câu cần trả lời`,
    );
  });

  it('prints what there is to read: no buttons, no drop zone, no sidebar', async () => {
    const page = await openAs('board');
    await upload(page);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.evaluate<string[]>(
        `[...document.querySelectorAll('.rt-page :is(button, input, select, .btn, .dock, aside)')]
          .filter((one) => one.checkVisibility() && !one.matches('.cell, .rt-finding'))
          .map((one) => one.outerHTML)`,
      ),
    ).toEqual([]);
    const folder = process.env['PICTURES'];
    if (folder !== undefined)
      await page.pdf({ path: path.join(folder, 'return.pdf'), format: 'A4', landscape: true });
  });

  it('has the focus on the return after an upload, and on sending it after the last answer, a date as people write it', async () => {
    const page = await openAs('commune', '/bao-cao');
    const bytes = await readFile(path.join(path.dirname(MISTAKES), 'commune-binh-duong-2023-06-21.xlsx'));
    const buffer = await alteredWorkbook(bytes, (value) =>
      typeof value === 'string' ? value.replace(/ngày 21 tháng 6( năm 2023)?/, '') : undefined,
    );
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'thieu-ngay.xlsx', mimeType: 'application/octet-stream', buffer });
    const date = page.getByRole('textbox', { name: 'Số liệu đến ngày' });
    await date.waitFor();
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    expect(await focused()).toContain('Báo cáo');
    await date.fill('20/06/2023');
    await page.getByRole('button', { name: 'Lưu câu trả lời' }).click();
    await page.getByRole('heading', { name: 'Giải ngân đến 20/06/2023' }).waitFor();
    await page.getByRole('button', { name: 'Gửi phòng Tài chính', disabled: false }).waitFor();
    await page.waitForFunction("document.activeElement.textContent === 'Gửi phòng Tài chính'");
    await page.getByRole('button', { name: 'Bỏ báo cáo này' }).click();
    await page.getByRole('button', { name: 'Bỏ báo cáo', exact: true }).click();
    await page.getByText('Đã bỏ, không chờ gửi').waitFor();
  });

  it('reads nowhere that nothing was disbursed where nothing could be read yet', async () => {
    const page = await openAs('commune', '/bao-cao');
    const bytes = await readFile(path.join(path.dirname(MISTAKES), 'commune-binh-duong-2023-06-21.xlsx'));
    const buffer = await alteredWorkbook(bytes, (value) =>
      typeof value === 'string' ? value.replace('Đơn vị tính: Đồng', '') : undefined,
    );
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'thieu-don-vi.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByText('Chưa đọc được', { exact: true }).waitFor();
    await page.getByText('Chưa biết đơn vị tính').waitFor();
    await page.getByText('Chưa đọc được dòng nào để so sánh.').waitFor();
    expect(await page.locator('.rt-steps').innerText()).not.toContain('0 dự án');
    expect(await page.locator('.rt-sums').innerText()).not.toMatch(
      /\b0 (?:đồng|triệu)|chưa có số nào được duyệt/,
    );
    await page.getByRole('button', { name: 'Bỏ báo cáo này' }).click();
    await page.getByRole('button', { name: 'Bỏ báo cáo', exact: true }).click();
    await page.getByText('Đã bỏ, không chờ gửi').waitFor();
  });

  it('sees what was answered, by whom and when, and changes it; the focus goes on', async () => {
    const page = await openAs('board');
    await upload(page);
    const given = page.getByRole('region', { name: 'Câu trả lời đã cho' });
    await given
      .getByText(/Báo cáo riêng ở kỳ sau/)
      .first()
      .waitFor();
    // The question that it is one place of opens, and in it its place.
    await given.getByRole('button', { name: 'Sửa', exact: true }).last().click();
    const place = page.locator('.rt-places details').last();
    await place.getByRole('button', { name: 'Lưu câu trả lời' }).waitFor();
    // It begins with what was answered.
    const reason = place.getByLabel('Lý do', { exact: true });
    expect(await reason.inputValue()).toBe('Báo cáo riêng ở kỳ sau');
  });

  it('goes from cause to cause by key and button; the focus is on what is shown', async () => {
    const page = await openAs('board');
    await upload(page);
    await finding(page, 'E11').click();
    const title = page.locator('.rt-open h2');
    const isFocused = () =>
      page.evaluate<boolean>("document.activeElement === document.querySelector('.rt-open h2')");
    const before = await title.textContent();
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Alt+ArrowDown');
    expect(await title.textContent()).not.toBe(before);
    expect(await isFocused()).toBe(true);
    await page.getByRole('button', { name: /^← Trước/ }).click();
    expect(await title.textContent()).toBe(before);
  });

  it('need not answer again what was answered for the file before', async () => {
    const page = await openAs('board');
    await upload(page);
    const mended = await alteredWorkbook(await readFile(MISTAKES), (_, __, cell) =>
      cell === 'E11' ? 15200.167 : undefined,
    );
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'da-sua.xlsx', mimeType: 'application/octet-stream', buffer: mended });
    await page.getByRole('link', { name: 'mang sang từ tệp trước của tuần' }).first().waitFor();
  });

  it('loses no upload to a lost connection', async () => {
    const page = await openAs('board', '/bao-cao');
    await page.context().setOffline(true);
    await page.locator('input[type=file]').setInputFiles(MISTAKES);
    await page.getByText('Mất kết nối. board-with-mistakes.xlsx vẫn còn đây').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Giải ngân đến 21/06/2023' }).waitFor();
    await page.getByText('Tệp này đã nạp rồi').waitFor();
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('has no serious fault for axe and fits the width of %s', async (_, size) => {
    const page = await openAs('board', '/', size);
    await upload(page);
    await finding(page, 'E11').click();
    await page.getByRole('region', { name: 'Trang tính Giải ngân quanh ô E11' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(faultsOf(page)).toEqual([]);
  });

  it("downloads next week's blank return and the marked workbook", async () => {
    const page = await openAs('board', '/bao-cao');
    const blank = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải biểu giải ngân' }).click();
    expect((await blank).suggestedFilename()).toMatch(/\.xlsx$/);
    await upload(page);
    const marked = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải xuống tệp đánh dấu' }).click();
    expect((await marked).suggestedFilename()).toMatch(/\.xlsx$/);
  });
});
