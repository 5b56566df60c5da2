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

  it('show what each person reads of a week, as a mail program and as plain text, where its links open beside it', async () => {
    const page = await openAs('finance', '/thu-tuan');
    await page
      .getByRole('combobox', { name: 'Tuần chốt' })
      .selectOption({ label: '15/06/2023 (49,58\u00a0%)' });
    await page.getByRole('heading', { name: 'người nhận thư tuần chốt 15/06/2023' }).waitFor();
    const letter = page.frameLocator('iframe[title="Thư gửi Lãnh đạo"]');
    const rate = letter.getByText('49,58 %').first();
    await rate.waitFor();
    // Its styles are in its HTML: the frame's policy lets them be.
    expect((await rate.boundingBox())?.height).toBeGreaterThan(30);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      letter.getByRole('link', { name: 'Mở trang lãnh đạo' }).click(),
    ]);
    await opened.getByRole('navigation').first().waitFor();
    await page.getByRole('button', { name: 'Bản chữ' }).click();
    await page.getByText('49,58 %  212,280/428,137 tỷ đồng').waitFor();
    expect(page.url()).toContain('dang=chu');
  });
});
