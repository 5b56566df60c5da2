import { closeBrowser, openAs, openPage, signIn, type Person } from './support/browser';

describe('signing in', () => {
  afterAll(closeBrowser);

  it.each<[Person, string]>([
    ['finance', '/viec-cua-toi'],
    ['finance-head', '/viec-cua-toi'],
    ['board', '/viec-cua-toi'],
    ['admin', '/quan-tri'],
    ['leader', '/lanh-dao'],
  ])('leads %s to %s', async (person, path) => {
    const page = await openPage();
    await page.goto('/');
    await signIn(page, person);
    await page.waitForURL(`**${path}`);
  });

  it('is not asked for again: who comes back is known, and their page on its way, before the app has run', async () => {
    const page = await openAs('finance', '/tong-quan');
    await page.reload();
    await page.locator('.big-rate').waitFor();
    const loads = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as unknown as { name: string; initiatorType: string }[]).map(
        ({ name, initiatorType }) => `${initiatorType} ${new URL(name).pathname}`,
      ),
    );
    for (const call of ['/api/session', '/api/about', '/api/disbursements/curve'])
      expect(loads.filter((load) => load.endsWith(call))).toEqual([`link ${call}`]);
    const first = (part: string) => loads.findIndex((load) => load.includes(part));
    expect(first('/assets/overview-page-')).toBeLessThan(first('/api/disbursements/facets'));
  });

  it('says that the data is illustrative and which date the clock shows', async () => {
    const page = await openPage();
    await page.goto('/');
    await page.getByText('Số liệu minh họa').waitFor();
    expect(await page.getByText('23/06/2023').count()).toBe(1);
  });

  it('refuses a wrong password in words, and keeps what was typed', async () => {
    const page = await openPage();
    await page.goto('/');
    await page.getByLabel('Thư điện tử').fill('finance@thongvon.test');
    await page.getByLabel('Mật khẩu').fill('not-the-password');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('finance@thongvon.test');
  });

  it('comes to the page that was asked for, and not for another person at the same computer', async () => {
    const page = await openPage();
    await page.goto('/tong-quan?q=cau');
    await signIn(page, 'finance');
    expect(page.url()).toMatch(/\/tong-quan\?q=cau$/);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Mật khẩu').waitFor();
    expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('');
    expect(await page.evaluate("document.activeElement.getAttribute('name')")).toBe('email');
    await page.reload();
    await page.getByLabel('Mật khẩu').waitFor();
  });

  it('is in English once English is chosen, and stays so', async () => {
    const page = await openPage();
    await page.goto('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
