import { seriousFaults } from './support/accessibility';
import { closeBrowser, openAs } from './support/browser';
import { paste } from './support/paste';

describe("the finance office's other pages", () => {
  afterAll(closeBrowser);

  it('set any two weeks side by side and say what moved', async () => {
    const page = await openAs('finance', '/so-sanh');
    await page
      .getByRole('heading', { name: '+11,142 tỷ từ tuần chốt 15/06/2023 đến tuần chốt 22/06/2023' })
      .waitFor();
    await page.getByText('Tỷ lệ giải ngân 49,58').waitFor();
    await page.getByLabel('Từ tuần chốt').selectOption({ label: '25/05/2023 (41,78\u00a0%)' });
    await page.getByRole('heading', { name: '+44,566 tỷ từ tuần chốt 25/05/2023' }).waitFor();
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
    // The return that brought it has one sum, held against the plan before. Forms are those of an office that is chosen.
    await page.goto('/bao-cao');
    await page.getByLabel('Đơn vị').selectOption('UBND xã Bình Dương');
    const form = page.getByRole('link', { name: 'Tải biểu giải ngân' });
    expect(await form.getAttribute('href')).toContain('organizationId=');
    await page.getByRole('link', { name: 'Kế hoạch vốn năm 2023' }).first().click();
    const sums = page.getByRole('region', { name: 'Tổng của báo cáo' });
    await sums.getByRole('heading', { name: 'so với kế hoạch trước đó' }).waitFor();
    expect(await sums.locator('.v').first().textContent()).not.toContain('/');
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

  it('take how last year went, month by month, which the overview then draws, and only over the same denominator', async () => {
    const page = await openAs('finance', '/tong-quan');
    await page.getByText('Năm 2022: chưa có số để so cùng kỳ.').waitFor();
    await page.getByRole('link', { name: 'Nhập số năm trước' }).click();
    await page.getByRole('heading', { name: 'Giải ngân năm 2022, từng tháng' }).waitFor();
    await page.getByText('Chưa nhập năm này.').waitFor();
    await page.getByLabel('Kế hoạch vốn đến cuối năm (đồng)').fill('400.000.000.000');
    await page.getByRole('radio', { name: 'riêng từng tháng' }).check();
    // A month in which more came back than went out.
    const months = Array.from({ length: 13 }, (_, index) => (index === 3 ? '-2000000000' : '30000000000'));
    await paste(page.getByLabel('Số nhập tháng 1/2022'), months.join('\t'));
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu số năm trước' }).click();
    await page.getByText('Kế hoạch cuối năm 400,000 tỷ, giải ngân 89,50\u00a0%').waitFor();
    // What it comes to is the server's: next to a month once it is saved.
    await page.getByRole('row', { name: '1/2023' }).getByText('89,50\u00a0%').waitFor();

    await page.goto('/tong-quan');
    await page.getByText('Năm 2022, theo kế hoạch cuối năm đó (số nhập từ báo cáo tháng)').waitFor();
    await page.getByRole('button', { name: 'Gồm vốn kéo dài, ứng trước' }).click();
    await page.getByText('Không vẽ năm 2022: số đã nhập chỉ so được').waitFor();
  });
});
