import { closeBrowser, openAs, PHONE } from './support/browser';
import { isTooWide, seriousFaults } from './support/accessibility';

describe('the blockers', () => {
  afterAll(closeBrowser);

  it('say what they hold together, by cause, and by unit and age', async () => {
    const page = await openAs('leader', '/vuong-mac');
    await page
      .getByRole('heading', {
        name: '7 vướng mắc đang giữ 139,273 tỷ đồng, bằng 68,03\u00a0% số vốn còn phải giải ngân',
      })
      .waitFor();
    const row = page.getByRole('row', { name: /^UBND xã Bình Phú/ }).first();
    expect(await row.innerText()).toContain('26,306');
  });

  it('are narrowed by words without accents, by state and by unit, which the address keeps', async () => {
    const page = await openAs('finance', '/vuong-mac?state=overdue');
    const names = page.locator('table tbody th a.strong');
    // Reading the names doesn't wait for them.
    await names.nth(1).waitFor();
    await expect(names.allInnerTexts()).resolves.toHaveLength(2);
    await page.getByPlaceholder('Tìm không cần dấu').fill('dong son');
    await page.waitForURL(/q=dong\+son/);
    await names.nth(1).waitFor({ state: 'detached' });
    expect(await names.allInnerTexts()).toEqual(['Đường Đông Sơn']);
  });

  it('lead to one, with what has happened to it; the board writes down what it did', async () => {
    const page = await openAs('board', '/vuong-mac?q=dong+son', PHONE);
    await page.getByRole('link', { name: 'Đường Đông Sơn' }).click();
    await page.getByRole('heading', { name: /04 hộ không nhận tiền/ }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Quá hạn 8 ngày/);
    await page.getByLabel('Nội dung, không ghi tên hộ dân').fill('Đối thoại lần hai tại nhà văn hóa thôn');
    await page.getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByText('Đã xử lý: Đối thoại lần hai tại nhà văn hóa thôn').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });

  it('are aged for the units that hold most, and for the others at a click', async () => {
    const page = await openAs('leader', '/vuong-mac', PHONE);
    const ageing = page.getByRole('region', { name: 'Đơn vị chủ trì và tuổi vướng mắc' });
    await ageing.getByText('Đang hiện 5 trong 6').waitFor();
    const rows = ageing.locator('tbody tr');
    expect(await rows.count()).toBe(5);
    await ageing.getByRole('button', { name: 'Xem thêm 1' }).click();
    await rows.nth(5).waitFor();
    await ageing.getByText('Đang hiện').waitFor({ state: 'detached' });
  });
});
