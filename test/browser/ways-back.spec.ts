import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { alteredWorkbook } from '../support/altered-workbook';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, openAs, PHONE } from './support/browser';
import { dropFiles } from './support/drop-files';
import { PASSWORD } from './support/system';

const FIXTURE = path.resolve(__dirname, '../fixtures/returns/commune-binh-duong-2023-06-21.xlsx');

/** What the other projects of the file have disbursed. */
const OTHERS = 761_006_250;

/** The commune's return with another amount, and the total to it, so that it is a file of its own. */
async function returnWith(amount: string) {
  const total = (Number(amount.replaceAll('.', '')) + OTHERS).toLocaleString('vi-VN');
  const buffer = await alteredWorkbook(await readFile(FIXTURE), (value) =>
    typeof value === 'string'
      ? value
          .replace('ngày 21 tháng 6', 'ngày 20 tháng 6')
          .replace('812.340.500', amount)
          .replace('1.573.346.750', total)
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
  await page.getByRole('region', { name: 'Kiểm tra lần cuối rồi gửi' }).getByText('4 dự án').waitFor();
  await press(page, 'Gửi ngay');
  await page.getByRole('heading', { name: /^Biên nhận: Đã gửi lúc/ }).waitFor();
};
const giveUp = async (page: Page): Promise<void> => {
  await press(page, 'Bỏ báo cáo này');
  await press(page, 'Bỏ báo cáo');
  await page.getByText('Đã bỏ, không chờ gửi').waitFor();
  // The button is gone; the focus isn't.
  await page.locator('[role=status]:focus').waitFor();
};

describe('the ways back of who sends a return', () => {
  afterAll(closeBrowser);

  it.each([
    ['a desktop', DESKTOP, '812.340.401'],
    ['a phone', PHONE, '812.340.402'],
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
    await page.getByLabel('Chỉ tệp đã bỏ').check();
    await page.getByText('Đã bỏ, chưa gửi').first().waitFor();
    expect(await page.getByText('Đã rút', { exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Giải ngân đến 20/06/2023' }).first().click();
    await press(page, 'Khôi phục báo cáo');
    await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).waitFor();
    await giveUp(page);
  });

  it('says of a draft that a newer file is here, and asks before the older one is sent', async () => {
    const page = await openAs('commune');
    await upload(page, '812.340.411');
    const older = page.url();
    await upload(page, '812.340.412');
    const newer = page.url();
    expect(await page.getByText('Đã có tệp mới hơn:').count()).toBe(0);
    await page.goto(older);
    await page.getByText('Đã có tệp mới hơn:').waitFor();
    await page.getByText('Đây là bản cũ: đã có tệp mới hơn của cùng kỳ.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await press(page, 'Gửi phòng Tài chính');
    const asked = page.getByRole('region', { name: 'Gửi bản cũ này?' });
    await asked.getByText('“duong-ve.xlsx”').waitFor();
    expect(await page.getByRole('button', { name: 'Gửi ngay', exact: true }).count()).toBe(0);
    await asked.getByRole('button', { name: 'Vẫn gửi bản cũ' }).waitFor();
    await press(page, 'Để nguyên');
    await giveUp(page);
    await page.goto(newer);
    await giveUp(page);
  });

  it('asks before a return is withdrawn, which can then be sent again as it is', async () => {
    const page = await openAs('commune');
    await upload(page, '812.340.403');
    await send(page);
    await press(page, 'Rút lại');
    await page.getByText('gửi lại không phải nạp lại tệp').waitFor();
    await picture(page, 'withdraw');
    await press(page, 'Rút lại báo cáo');
    await page.getByText('Đã sẵn sàng.').waitFor();
    expect(await page.locator('.rt-steps [aria-current=step]').innerText()).toContain('Gửi');
    await send(page);
    await press(page, 'Rút lại');
    await press(page, 'Rút lại báo cáo');
    await giveUp(page);
  });

  it('replies to a return that was sent back, in sight of who reviews it, and shows a corrected file beside it', async () => {
    const page = await openAs('commune');
    const finance = await openAs('finance');
    await upload(page, '812.340.404');
    await send(page);
    const address = page.url();
    await finance.goto(address);
    await press(finance, 'Trả lại…');
    await finance.getByLabel('Lý do, để đơn vị biết phải sửa gì').fill('Đường Lạc Câu lệch với Kho bạc');
    await press(finance, 'Trả lại với lý do này');
    // The other browser follows by itself.
    const back = page.getByRole('region', { name: 'Bị trả lại' });
    await back.getByText('Đường Lạc Câu lệch với Kho bạc').waitFor();
    await back.getByRole('link', { name: 'finance@thongvon.test' }).waitFor();
    expect(await page.getByText('Không còn gì phải sửa').count()).toBe(0);
    await picture(page, 'sent-back');
    await press(page, 'Số đúng, trả lời và gửi lại…');
    await page.getByLabel('Trả lời: vì sao số đúng').fill('Số đúng, đã đối chiếu sổ ngày 22/06');
    await press(page, 'Trả lời và gửi lại');
    await page.getByRole('heading', { name: /^Biên nhận/ }).waitFor();
    await finance.getByText('Số đúng, đã đối chiếu sổ ngày 22/06').first().waitFor();
    await press(finance, 'Trả lại…');
    await finance.getByLabel('Lý do, để đơn vị biết phải sửa gì').fill('Kho bạc ghi khác, đề nghị sửa');
    await press(finance, 'Trả lại với lý do này');
    await back.getByText('Kho bạc ghi khác, đề nghị sửa').waitFor();
    await page.locator('input[type=file]').setInputFiles(await returnWith('802.340.504'));
    const versions = page.getByRole('table', { name: /1 dự án khác nhau, 3 dự án giống nhau/ });
    await versions.waitFor();
    await versions.getByText('−9.999.900').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'versions');
    const mended = page.url();
    await page.goto(address);
    await page.getByRole('link', { name: 'Đã có bản mới hơn' }).waitFor();
    expect(await page.getByRole('region', { name: 'Bị trả lại' }).count()).toBe(0);
    await page.goto(mended);
    await giveUp(page);
  });

  it('goes on with an upload that the end of the session cut off, once signed in again', async () => {
    const page = await openAs('commune', '/bao-cao');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.locator('input[type=file]').setInputFiles(await returnWith('812.340.405'));
    await page.getByText('duong-ve.xlsx sẽ được nạp tiếp').waitFor();
    expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('commune@thongvon.test');
    expect(await page.evaluate("document.activeElement.getAttribute('name')")).toBe('password');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await press(page, 'Đăng nhập');
    await page.getByRole('heading', { name: 'Giải ngân đến 20/06/2023' }).waitFor();
    await giveUp(page);
    expect(cookies.length).toBeGreaterThan(0);
  });

  it('takes several files, refuses one that is too large before it is sent, and asks which mends a return', async () => {
    const page = await openAs('commune', '/bao-cao');
    await dropFiles(page, [await returnWith('812.340.406'), { name: 'qua-lon.xlsx', size: 21 << 20 }]);
    await press(page, '2 báo cáo, mỗi tệp một báo cáo');
    await page.getByText('Đã nạp 1 tệp; xem ở danh sách bên dưới.').waitFor();
    await page.getByText('Tệp lớn hơn 20 MB nên chưa tải lên').waitFor();
    // The list follows what is being read.
    const ready = page.locator('.rt-work li', { hasText: 'Sẵn sàng gửi' }).getByRole('link');
    await ready.first().click();
    await page.getByRole('button', { name: 'Bỏ báo cáo này' }).waitFor();
    await dropFiles(page, [{ name: 'a.xlsx' }, { name: 'b.xlsx' }]);
    await page.getByText('gồm tất cả, hay chỉ một tệp?').waitFor();
    await page.getByRole('button', { name: 'Chỉ b.xlsx' }).waitFor();
    await press(page, 'Hủy, chưa nạp tệp nào');
    await giveUp(page);
    await page.goto('/bao-cao');
    await page.getByLabel('Chỉ tệp đã bỏ').check();
    await page.getByText('Đã bỏ, chưa gửi').first().waitFor();
    await picture(page, 'list');
  });
});

/** In the folder of PICTURES, if there is one, the page on a desktop and on a phone, for whoever wants to look. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  for (const [size, what] of [
    [PHONE, 'phone'],
    [DESKTOP, 'desktop'],
  ] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: path.join(folder, `${name}-${what}.png`) });
  }
}
