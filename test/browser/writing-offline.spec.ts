import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { jpegWith } from '../support/exif-jpeg';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, openAs, PHONE, signIn } from './support/browser';
import { type KillableBrowser, startKillable } from './support/killable-browser';
import { systemUrl } from './support/system';

const WORDS = 'Nội dung, không ghi tên hộ dân';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const history = (page: Page) => page.getByRole('region', { name: 'Lịch sử xử lý' });
const waiting = (page: Page) => page.locator('.waiting-acts');

/** The address of a blocker of the demo. */
async function blockerPath(): Promise<string> {
  const page = await openAs('board', '/vuong-mac?state=open&q=tay giang');
  const link = page.locator('table tbody th a.strong, table tbody td a.strong').first();
  return (await link.getAttribute('href')) ?? '';
}

const PHOTO = {
  name: 'hien-truong.jpeg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(jpegWith({ at: '2023:06:20 08:40:11', latitude: 15.73521, longitude: 108.35412 })),
};
const takePhoto = (page: Page) => page.getByLabel('Ảnh hoặc tệp kèm, nếu có').setInputFiles(PHOTO);

/** Its file is one of the last by name: what it leaves in the system no other file meets. */
describe('who has no network on the site', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'phone-'));
  let phone: KillableBrowser | undefined;
  afterAll(async () => {
    await phone?.kill();
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds photo and words again in a browser that was killed, and has them sent once after signing in', async () => {
    const at = systemUrl() + (await blockerPath());
    phone = await startKillable(folder);
    let { page } = phone;
    await page.goto(at);
    await signIn(page, 'board');
    await page.getByLabel(WORDS).waitFor();
    await page.waitForLoadState('networkidle');
    await phone.context.setOffline(true);
    await takePhoto(page);
    await page.getByText('chờ gửi, giữ trên máy này', { exact: true }).waitFor();
    await page.getByLabel(WORDS).fill('Đã dọn xong đoạn đầu cầu, gọi 0905 123 456');
    await press(page, 'Ghi');
    await page.getByText('Đã giữ trên máy này; tự gửi khi có mạng', { exact: false }).waitFor();
    await waiting(page).getByText('1 ảnh, tệp chờ gửi, giữ trên máy này').waitFor();
    expect(await page.getByLabel(WORDS).inputValue()).toBe('');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    // One more photo, of which nothing is written yet.
    await takePhoto(page);
    await waiting(page).getByText('2 ảnh, tệp chờ gửi, giữ trên máy này').waitFor();
    await phone.kill();

    phone = await startKillable(folder);
    ({ page } = phone);
    await phone.context.clearCookies();
    await page.goto(at);
    await page.getByText('Máy này còn giữ ảnh, việc chưa gửi', { exact: false }).waitFor();
    // Another person at the same phone neither sees nor sends it.
    await signIn(page, 'finance');
    await history(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await waiting(page).count()).toBe(0);
    expect(await history(page).getByText('Đã dọn xong').count()).toBe(0);
    await press(page, 'Đăng xuất');
    await page.getByText('Máy này còn giữ ảnh, việc chưa gửi', { exact: false }).waitFor();
    await signIn(page, 'board');
    // Its words could not be looked at without a network.
    await waiting(page)
      .getByText(/“0905 123 456” giống tên, số giấy tờ/)
      .waitFor();
    expect(await history(page).getByText('Đã dọn xong').count()).toBe(0);
    await press(page, 'Bỏ khỏi nội dung rồi gửi');
    await history(page).getByText('Đã dọn xong đoạn đầu cầu, gọi', { exact: false }).waitFor();
    await history(page).getByText('(chụp 08:40 20/06/2023, tại 15.735210, 108.354120)').waitFor();
    await waiting(page).getByText('1 ảnh, tệp chờ gửi, giữ trên máy này').waitFor();
    // The other photo is in its form again.
    await page.locator('.evidence').getByText('hien-truong.jpeg').waitFor();
    await page.getByLabel(WORDS).fill('Đã dựng rào');
    await press(page, 'Ghi');
    await history(page).getByText('Đã dựng rào').waitFor();
    await waiting(page).waitFor({ state: 'detached' });
    await page.reload();
    await history(page).getByText('Đã dựng rào').waitFor();
    expect(await history(page).getByText('Đã dọn xong đoạn đầu cầu').count()).toBe(1);
    expect(await history(page).getByText('Đã dựng rào').count()).toBe(1);
  });

  it('has what was done but not answered once, and throws away only what is said twice', async () => {
    const page = await openAs('board', await blockerPath(), PHONE);
    await page.route('**/actions', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByLabel(WORDS).fill('Đã họp với xã lần cuối');
    await press(page, 'Ghi');
    await waiting(page).getByText('1 việc chờ gửi, giữ trên máy này').waitFor();
    await page.unroute('**/actions');
    await press(page, 'Gửi ngay');
    await waiting(page).waitFor({ state: 'detached' });
    await history(page).getByText('Đã họp với xã lần cuối').waitFor();
    expect(await history(page).getByText('Đã họp với xã lần cuối').count()).toBe(1);

    await page.context().setOffline(true);
    await page.getByLabel(WORDS).fill('Ghi nhầm');
    await press(page, 'Ghi');
    await waiting(page).locator('summary').click();
    await press(page, 'Bỏ, không gửi…');
    await press(page, 'Giữ lại');
    await press(page, 'Bỏ, không gửi…');
    await press(page, 'Bỏ hẳn, không gửi');
    await waiting(page).waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.reload();
    await history(page).waitFor();
    expect(await history(page).getByText('Ghi nhầm').count()).toBe(0);
  });

  it('reads why the server refused what waited, and sends it again', async () => {
    const page = await openAs('board', await blockerPath(), PHONE);
    await page.context().setOffline(true);
    await page.getByLabel(WORDS).fill('Đã gửi văn bản cho huyện');
    await press(page, 'Ghi');
    await waiting(page).getByText('1 việc chờ gửi, giữ trên máy này').waitFor();
    const refusal = { code: 'BLOCKER-CLOSED', detail: 'Vướng mắc đã đóng; hãy mở lại trước.', detailEn: '' };
    await page.route('**/actions', (route) => route.fulfill({ status: 409, json: refusal }));
    await page.context().setOffline(false);
    await waiting(page).getByText('Máy chủ không nhận: Vướng mắc đã đóng; hãy mở lại trước.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.unroute('**/actions');
    await press(page, 'Gửi lại');
    await history(page).getByText('Đã gửi văn bản cho huyện').waitFor();
  });
});
