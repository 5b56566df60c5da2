import { randomUUID } from 'node:crypto';
import { Workbook } from 'exceljs';
import { seriousFaults } from './support/accessibility';
import { closeBrowser, openAs, PHONE } from './support/browser';
import { inDatabase } from './support/system';

/** A commune's table whose disbursements stand under words that the reader doesn't know. */
async function ownWords(): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRow(['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023']);
  sheet.addRow(['Số liệu đến ngày 17/5/2023']);
  sheet.addRow(['ĐVT: triệu đồng']);
  sheet.addRow(['TT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Số vốn đã rút']);
  sheet.addRow([1, 'Đường thôn Hai', '7909001', 500, 125]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('an administrator whose system does not understand, or does not work', () => {
  afterAll(closeBrowser);

  it('adds a word; the commune has its return read again by it; retires it', async () => {
    const theirs = await openAs('commune', '/bao-cao', PHONE);
    await theirs.locator('input[type=file]').setInputFiles({
      name: 'bieu-rieng.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await ownWords(),
    });
    await theirs.getByText('không có cột nào đọc được là').first().waitFor();

    const page = await openAs('admin', '/quan-tri/tu-vung');
    await page.getByLabel('Tiêu đề như trong biểu').fill('Số vốn đã rút');
    await page.getByRole('button', { name: 'Thêm cách viết này' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Nghĩa là').selectOption('kế hoạch vốn');
    await form.getByLabel('Cách viết').fill('thanh toán');
    await form.getByRole('button', { name: 'Thử' }).click();
    await form.getByText('“thanh toán” đã có nghĩa khác: giải ngân.').waitFor();
    await form.getByLabel('Cách viết').fill('Số vốn đã rút');
    await form.getByLabel('Nghĩa là').selectOption('giải ngân');
    await form.getByRole('button', { name: 'Thử' }).click();
    await form.getByText('Thêm được').waitFor();
    await form.getByRole('link', { name: 'bieu-rieng.xlsx' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await form.getByLabel('Lý do').fill('Biểu của xã');
    await form.getByRole('button', { name: 'Thêm cách viết', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: 'Số vốn đã rút' });
    await row.getByText('đang dùng').waitFor();
    await page.getByText('Hiểu là').getByText('giải ngân').waitFor();

    await theirs.reload();
    await theirs.getByRole('button', { name: 'Đọc lại' }).click();
    await theirs.getByText('7909001').first().waitFor();
    await theirs.getByText('không có cột nào đọc được là').first().waitFor({ state: 'detached' });

    await row.getByRole('button', { name: 'Thôi dùng: Số vốn đã rút' }).click();
    await page.getByLabel('Vì sao thôi dùng?').fill('Xã đã dùng biểu chung');
    await page.getByRole('button', { name: 'Thôi dùng', exact: true }).click();
    await row.getByText('Xã đã dùng biểu chung').waitFor();

    await theirs.getByRole('button', { name: 'Bỏ báo cáo này' }).click();
    await theirs.getByRole('button', { name: 'Bỏ báo cáo', exact: true }).click();
    await theirs.getByText('Đã bỏ, không chờ gửi').waitFor();
    await theirs.goto('/bao-cao');
    await theirs.getByRole('heading', { name: 'Báo cáo', exact: true, level: 1 }).waitFor();
  });

  it('has work that failed run again once its cause is mended, and discards what nobody needs', async () => {
    const [mended, useless] = [randomUUID(), randomUUID()];
    // Wishes for returns that there aren't: their jobs fail as often as they are tried.
    const ask = `INSERT INTO platform.work_intent (job, subject, created_at, relay_after) VALUES ('recompute-positions', $1, now(), now())`;
    await inDatabase([ask, [mended]], [ask, [useless]], [`SELECT pg_notify('thongvon_work', '')`, []]);
    const page = await openAs('admin', '/quan-tri/viec-nen');
    const row = (id: string) => page.getByRole('row', { name: id.slice(0, 8) });
    for (const id of [mended, useless]) await row(id).getByText('đang lỗi').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await inDatabase([
      `INSERT INTO returns.return (id, organization_id, uploaded_by, file_sha256, file_name, status, received_at)
       SELECT $1, organization_id, uploaded_by, file_sha256, 'da-rut.xlsx', 'withdrawn', received_at FROM returns.return LIMIT 1`,
      [mended],
    ]);
    await row(mended).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Chạy lại ngay' }).click();
    await page.getByText('Đã giao chạy lại 1 việc.').waitFor();
    const done = page.getByRole('row', { name: 'da-rut.xlsx' });
    await done.getByText('lần sau đã xong').waitFor();

    await row(useless).getByRole('checkbox').check();
    await done.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Bỏ…' }).click();
    await page.getByLabel('Vì sao không cần làm nữa').fill('không có báo cáo này');
    await page.getByRole('button', { name: 'Bỏ hẳn' }).click();
    await page.getByText('Đã bỏ 2 việc.').waitFor();
    await page.getByText('Không có việc nền nào lỗi trong bảy ngày qua').waitFor();
    await inDatabase([`DELETE FROM returns.return WHERE id = $1`, [mended]]);
  });
});
