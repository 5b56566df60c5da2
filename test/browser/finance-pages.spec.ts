import { closeBrowser, openAs } from './support/browser';

describe("the finance office's other pages", () => {
  afterAll(closeBrowser);

  it('set any two weeks side by side and say what moved', async () => {
    const page = await openAs('finance', '/so-sanh');
    await page.getByRole('heading', { name: '+11,142 tỷ từ 15/06/2023 đến 22/06/2023' }).waitFor();
    await page.getByText('Tỷ lệ 49,58').waitFor();
    await page.getByLabel('Từ tuần chốt').selectOption({ label: '25/05/2023 (41,78\u00a0%)' });
    await page.getByRole('heading', { name: '+44,566 tỷ từ 25/05/2023' }).waitFor();
    expect(page.url()).toContain('tu=2023-05-25');
    await page.getByRole('heading', { name: '20 dự án có thay đổi' }).waitFor();
  });

  it('show the decisions of the plan, and the cell of each amount', async () => {
    const page = await openAs('finance', '/so-ke-hoach');
    await page.getByRole('heading', { name: '2 quyết định' }).waitFor();
    await page.getByRole('button', { name: '9188/QĐ-UBND' }).click();
    await page.getByRole('heading', { name: 'dòng của 9188/QĐ-UBND' }).waitFor();
    await page.getByLabel('Tìm dự án trong sổ').fill('tay giang');
    await page.waitForURL(/q=tay/);
  });
});
