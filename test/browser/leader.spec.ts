import { closeBrowser, openAs, PHONE } from './support/browser';

describe('the leader on the phone', () => {
  afterAll(closeBrowser);

  it('reads the rate, what to decide and who is silent, as the letter says it', async () => {
    const page = await openAs('leader', '/', PHONE);
    await page
      .getByRole('heading', { name: 'Giải ngân 2023, đến 21/06/2023 · tuần chốt 22/06/2023' })
      .waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('52,18\u00a0%');
    expect(text).toContain('223,422 / 428,137 tỷ đồng');
    expect(text).toContain('+11,142\u00a0tỷ (+2,60 điểm)');
    expect(text).toMatch(/\n1\s+Nghĩa trang nhân dân Nam Thăng Bình[^\n]*\s+26,306/);
    expect(text).toMatch(/Đến 31\/01: \d\d,\d\d\s% kế hoạch năm/);
    expect(text).toContain('UBND xã Bình Dương, giải ngân: chưa gửi');
    await page.getByText('Vì sao đỏ?').click();
    await page.getByText('hạn xử lý vướng mắc đã qua').waitFor();
  });

  it('sees the first seven and opens the others; paper has all, and says so', async () => {
    const page = await openAs('leader', '/lanh-dao?week=2023-06-22', PHONE);
    const items = page.locator('.ld-decisions > li');
    await items.first().waitFor();
    const all = await items.count();
    expect(all).toBeGreaterThan(7);
    const seen = async (): Promise<number> =>
      (await Promise.all((await items.all()).map((item) => item.isVisible()))).filter(Boolean).length;
    expect(await seen()).toBe(7);
    await page.getByText(`Bản in có đủ ${all} việc.`).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(all);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: /Xem \d+ việc xếp sau/ }).click();
    expect(await seen()).toBe(all);
  });

  it('sees by one tap why an item stands where it stands, with its factors', async () => {
    const page = await openAs('leader', '/lanh-dao?week=2023-06-22', PHONE);
    await page.getByText('Vì sao xếp ở đây').first().click();
    await page.getByText('Vốn đang giữ 26,306 × 3 (quá hạn) = 78,917.').waitFor();
  });

  it('comes from what is to be decided to its blocker, and from an office to what it is overdue with, in one tap', async () => {
    const page = await openAs('leader', '/lanh-dao?week=2023-06-22', PHONE);
    const decision = page.getByRole('link', { name: /Đường Đông Sơn/ }).first();
    expect(await decision.getAttribute('href')).toMatch(/^\/vuong-mac\/[0-9a-f-]{36}$/);
    const unit = page.getByRole('link', { name: /UBND xã Bình Phú 22 ngày/ });
    expect(await unit.getAttribute('href')).toContain('/vuong-mac?state=overdue&unit=UBND');
  });

  it('finds an earlier week as it was', async () => {
    const page = await openAs('leader', '/lanh-dao?week=2023-06-15', PHONE);
    await page.getByText('212,280 / 428,137').waitFor();
  });

  it('finds the guide for leaders behind the masthead, with its pictures', async () => {
    const page = await openAs('leader', '/so-sanh');
    await page.getByRole('link', { name: 'Hướng dẫn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lãnh đạo: năm phút mỗi sáng thứ Sáu' }).waitFor();
    await page.getByRole('img', { name: 'Trang Tuần này trên điện thoại' }).scrollIntoViewIfNeeded();
    await page.waitForFunction('document.images[0].complete && document.images[0].naturalWidth > 0');
    await page.getByRole('link', { name: 'Phòng Tài chính' }).click();
    await page.getByRole('heading', { name: 'Mỗi thứ Năm, thứ Sáu: duyệt' }).waitFor();
  });
});
