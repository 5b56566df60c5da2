import type { Page } from 'playwright-core';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, openAs, PHONE } from './support/browser';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const unfold = (page: Page, name: string | RegExp) => page.locator('summary', { hasText: name }).click();
const NOTICE = /^4\. |Thông báo thu hồi đất/;

/** Comes to a project’s part on land clearance as people do. */
async function openPart(person: 'board' | 'leader', q: string): Promise<Page> {
  const list = await openAs(person, `/vuong-mac?q=${encodeURIComponent(q)}`);
  await list.locator('table a.strong').first().click();
  const href = await list.getByRole('link', { name: 'Trang dự án' }).getAttribute('href');
  const page = await openAs(person, href ?? '', PHONE);
  await unfold(page, 'Mặt bằng: các phần, số hộ, các bước theo luật');
  await page.getByRole('heading', { name: 'Các bước theo luật' }).waitFor();
  await page.locator('.pj-steps li').nth(23).waitFor();
  return page;
}

/** Its file comes after those that look at these numbers. */
describe('who writes down how far land clearance is', () => {
  afterAll(closeBrowser);

  it('sees each number with its day and cell while typing the new one, and must say why one falls', async () => {
    const page = await openPart('board', 'nghia trang');
    await unfold(page, 'Nhập số hộ đến ngày…');
    await page.getByText(/^đang là 6, đến 21\/06\/2023, báo cáo, ô GPMB!/).waitFor();
    const handedOver = page.getByLabel('Đã bàn giao', { exact: true });
    await handedOver.fill('sáu');
    await page.getByText('Không phải số của chỉ tiêu này.').waitFor();
    expect(await page.getByRole('button', { name: 'Lưu số liệu' }).isDisabled()).toBe(true);
    await handedOver.fill('5');
    await press(page, 'Lưu số liệu');
    await page.getByText(/Lũy kế giảm: .*bàn giao mặt bằng 5/).waitFor();
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('reason');
    expect(await handedOver.inputValue()).toBe('5');
    await handedOver.fill('8');
    await press(page, 'Lưu số liệu');
    await page.getByText(/^đang là 8, đến 23\/06\/2023, nhập tay$/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });

  it('divides the project into parts, of which the silent ones are said to be', async () => {
    const page = await openPart('board', 'nghia trang');
    await unfold(page, 'Thêm phần…');
    await page.getByLabel('Tên phần').fill('Khu nghĩa trang, phía bắc');
    await page.getByLabel('Đợt').fill('2');
    await press(page, 'Thêm phần này');
    const part = page.locator('.pj-segments li', { hasText: 'Khu nghĩa trang, phía bắc' });
    await part.getByText('đợt 2 · chưa báo cáo').waitFor();
    await page.getByLabel('Ghi và xem cho').selectOption({ label: 'Khu nghĩa trang, phía bắc' });
    await unfold(page, 'Nhập số hộ đến ngày…');
    await page.getByLabel('Ảnh hưởng', { exact: true }).fill('15');
    await page.getByLabel('Đã thông báo', { exact: true }).fill('15');
    await press(page, 'Lưu số liệu');
    await part.getByText('số đến 23/06/2023').waitFor();
  });

  it('records a step of the law; what is refused keeps what was typed', async () => {
    const page = await openPart('board', 'nghia trang');
    const step = page.locator('.pj-steps li', { hasText: NOTICE }).first();
    await step.locator('summary').click();
    await step.getByLabel('Bắt đầu', { exact: true }).fill('20/06/2023');
    await step.getByLabel('Xong', { exact: true }).fill('01/06/2023');
    await press(page, 'Lưu bước này');
    await step.getByText('Ngày xong sớm hơn ngày bắt đầu.').waitFor();
    expect(await step.getByLabel('Bắt đầu', { exact: true }).inputValue()).toBe('20/06/2023');
    await step.getByLabel('Xong', { exact: true }).fill('22/06/2023');
    await step.getByLabel('Văn bản (số, ngày)').fill('88/TB-UBND ngày 22/06/2023');
    await press(page, 'Lưu bước này');
    await step.locator('summary').getByText('xong 22/06/2023').waitFor();
    await step.locator('summary').click();
    await step.getByText('Văn bản: 88/TB-UBND ngày 22/06/2023').waitFor();
  });

  it('is no leader: who only looks sees the steps and no form', async () => {
    const page = await openPart('leader', 'nghia trang');
    await page.locator('.pj-steps summary').first().click();
    expect(await page.locator('.pj-steps form').count()).toBe(0);
    expect(await page.locator('summary', { hasText: 'Nhập số hộ đến ngày…' }).count()).toBe(0);
  });
});
