import type { Page } from 'playwright-core';
import { jpegWith } from '../support/exif-jpeg';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, faultsOf, openAs, PHONE } from './support/browser';

const BOARD = 'Ban Quản lý dự án - Đô thị';
const COMMUNE = 'UBND xã Bình Dương';

/** What a page must be at each size, whoever looks at it. */
async function isSound(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  expect(faultsOf(page)).toEqual([]);
}

describe('tasks', () => {
  afterAll(closeBrowser);

  it('are given by a leader on the phone from a blocker, accepted and reported by the office, and confirmed', async () => {
    const leader = await openAs('leader', '/vuong-mac?q=dong+son', PHONE);
    await leader.getByRole('link', { name: 'Đường Đông Sơn' }).click();
    await leader.getByRole('button', { name: 'Giao việc' }).click();
    const sheet = leader.getByRole('dialog');
    // Who holds the project is proposed.
    await sheet.getByRole('button', { name: `Giao ${BOARD}` }).waitFor();
    await sheet.getByLabel('Việc phải làm').fill('Đối thoại lần 3 với 4 hộ');
    await sheet.getByRole('button', { name: '14 ngày nữa' }).click();
    expect(await sheet.getByRole('textbox', { name: 'Hạn' }).inputValue()).toBe('07/07/2023');
    await isSound(leader);
    await sheet.getByRole('button', { name: `Giao ${BOARD}` }).click();
    await sheet.getByText(`Đã giao ${BOARD}, hạn 07/07/2023.`).waitFor();
    await sheet.getByRole('link', { name: 'Mở việc' }).click();
    await leader.getByText(`Đến lượt ${BOARD}`).waitFor();
    await isSound(leader);

    // On the office's first page, on the phone as well; from there it is one tap to the task and one to accept it.
    const phone = await openAs('board', '/viec-cua-toi', PHONE);
    await phone.getByText(`UBND huyện Thăng Bình giao, chưa nhận việc.`).waitFor();
    await isSound(phone);
    const board = await openAs('board', '/viec-cua-toi', DESKTOP);
    await isSound(board);
    await board.getByRole('link', { name: 'Nhận việc: Đối thoại lần 3 với 4 hộ' }).click();
    await board.getByRole('button', { name: 'Nhận việc' }).click();
    await board.getByText('Đang làm').waitFor();
    await board.getByRole('button', { name: 'Báo lại' }).click();
    await board.getByLabel('Đã làm gì, kết quả ra sao').fill('Gặp đủ 4 hộ, 2 hộ thuận');
    await board.getByLabel('Số văn bản minh chứng').fill('12/BB-BQL');
    const photo = Buffer.from(
      jpegWith({ at: '2023:06:20 08:40:11', latitude: 15.73521, longitude: 108.35412 }),
    );
    await board
      .getByLabel('Ảnh hoặc tệp kèm, nếu có')
      .setInputFiles({ name: 'doi-thoai.jpg', mimeType: 'image/jpeg', buffer: photo });
    await board.getByText('Tệp kèm:').waitFor();
    await board.locator('form').getByRole('button', { name: 'Báo lại' }).click();
    await board.getByText('Đã báo lại, chờ xác nhận').first().waitFor();
    await board.getByText('Minh chứng: 12/BB-BQL').waitFor();
    await isSound(board);

    // It waits for who gave it: in the finance office's list, and counted where the leader goes on from.
    const finance = await openAs('finance', '/viec-cua-toi', DESKTOP);
    const line = finance.getByRole('listitem').filter({ hasText: 'Đối thoại lần 3 với 4 hộ' });
    await line.getByText('Chờ xác nhận').waitFor();
    await line.getByText('“Gặp đủ 4 hộ, 2 hộ thuận”').waitFor();
    await isSound(finance);

    await leader.goto('/viec-giao');
    await leader.getByRole('link', { name: '1 việc chờ bạn' }).first().waitFor();
    await leader.locator('main').getByRole('link', { name: '1 việc chờ bạn' }).click();
    await leader.locator('main td, main li, main tr').getByText('Đã báo lại, chờ xác nhận').first().waitFor();
    await isSound(leader);
    await leader.getByRole('link', { name: 'Đối thoại lần 3 với 4 hộ' }).click();
    await leader.getByText('(chụp 08:40 20/06/2023, tại 15.735210, 108.354120)').waitFor();
    const file = await leader.getByRole('link', { name: 'doi-thoai.jpg' }).getAttribute('href');
    expect((await leader.request.get(file ?? '')).status()).toBe(200);
    await leader.getByRole('button', { name: 'Xác nhận xong' }).click();
    await leader.locator('form').getByRole('button', { name: 'Xác nhận xong' }).click();
    await leader.getByText('Xong, đã xác nhận').waitFor();
    await isSound(leader);
  });

  it('of a meeting are entered by the finance office, all at once, and copied for a chat group', async () => {
    const page = await openAs('finance', '/ket-luan/moi', DESKTOP);
    // Two of the office decide: who did is asked.
    await page.getByLabel('Người kết luận').selectOption({ label: 'Lãnh đạo' });
    await page.getByLabel('Số văn bản').fill('9061/TB-UBND');
    await page.getByLabel('Tên cuộc họp, trích yếu').fill('Giao ban giải ngân tuần 25');
    const row = (nth: number) => page.getByRole('listitem', { name: `Việc ${nth}`, exact: true });
    await row(1).getByLabel('Việc phải làm').fill('Trình lại giá đất ở');
    await row(1).getByLabel('Giao cho').selectOption({ label: COMMUNE });
    await row(1).getByRole('textbox', { name: 'Hạn' }).fill('30/06/2023');
    await row(1).getByRole('textbox', { name: 'Hạn' }).press('Control+Enter');
    await row(2).getByLabel('Việc phải làm').fill('Chốt ngày cắt điện');
    await page.getByText('Chưa giao được: việc 2').waitFor();
    await row(2).getByLabel('Dự án (nếu có)').fill('14E');
    await page.getByText('Chưa khớp dự án nào').waitFor();
    await row(2).getByLabel('Dự án (nếu có)').fill('');
    await row(2).getByLabel('Giao cho').selectOption({ label: BOARD });
    await row(2).getByRole('textbox', { name: 'Hạn' }).fill('28/06/2023');
    await isSound(page);
    // Nothing is lost by a reload.
    await page.reload();
    await page.getByRole('button', { name: 'Giao 2 việc, gửi thư 2 đơn vị' }).click();
    await page.getByRole('heading', { name: /Thông báo kết luận 9061\/TB-UBND ngày 23\/06\/2023/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Chép cho nhóm Zalo' }).inputValue()).toMatch(
      /^GIAO BAN GIẢI NGÂN TUẦN 25\nThông báo kết luận 9061\/TB-UBND ngày 23\/6\/2023\n\n1\. UBND xã Bình Dương: Trình lại giá đất ở\. Hạn 30\/6\.\n2\. Ban Quản lý dự án - Đô thị: Chốt ngày cắt điện\. Hạn 28\/6\./,
    );
    await isSound(page);

    const commune = await openAs('commune', '/viec-giao', PHONE);
    await commune.getByRole('link', { name: 'Trình lại giá đất ở' }).click();
    await commune.getByRole('button', { name: 'Từ chối' }).click();
    await commune.getByLabel('Lý do').fill('Thuộc thẩm quyền huyện');
    await commune.locator('form').getByRole('button', { name: 'Từ chối' }).click();
    await commune.getByText('Đơn vị từ chối').waitFor();
    await isSound(commune);

    await page.goto('/viec-giao');
    await page
      .getByRole('row', { name: /Trình lại giá đất ở/ })
      .getByText('Đơn vị từ chối')
      .waitFor();
  });

  it('are what a leader takes an option by: one tap opens the sheet filled in, and what was given isn’t asked for again', async () => {
    const page = await openAs('leader', '/lanh-dao', PHONE);
    const items = page.locator('.ld-decisions > li');
    await items.first().waitFor();
    const item = items.first();
    const project = (await item.locator('.ld-decision .strong').first().innerText()).trim();
    const others = await items.count();
    await item.locator('.ld-option').first().click();
    const sheet = page.getByRole('dialog');
    const give = sheet.getByRole('button', { name: /^Giao (?!việc)/ });
    await give.waitFor();
    expect(await sheet.getByLabel('Việc phải làm').inputValue()).not.toBe('');
    expect(await sheet.getByRole('textbox', { name: 'Hạn' }).inputValue()).toMatch(/^\d\d\/\d\d\/20\d\d$/);
    await isSound(page);
    await give.click();
    await sheet.getByText(/^Đã giao .*, hạn /).waitFor();
    await page.reload();
    const underway = page.locator('.ld-underway').filter({ hasText: project });
    await underway.getByText(/Đã giao .*, hạn .*, chưa có ai nhận/).waitFor();
    expect(await items.count()).toBe(others - 1);
    await isSound(page);
  });
});
