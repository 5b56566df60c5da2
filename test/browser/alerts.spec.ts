import { closeBrowser, DESKTOP, openAs, PHONE } from './support/browser';
import { seriousFaults } from './support/accessibility';

/** Of rules that only compare: no letter and no other page is made of them. */
const COMPARED = '/canh-bao?rule=below-average&q=cau cua khe';

describe('alerts', () => {
  afterAll(closeBrowser);

  it('are acknowledged and put off by finance with a reason, read by the leader, and taken back', async () => {
    const page = await openAs('finance', COMPARED);
    await page.getByRole('checkbox', { name: /^Chọn Cầu Cửa Khe/ }).check();
    await page.getByText('Đã chọn 1 cảnh báo').waitFor();
    await page.getByRole('button', { name: 'Nhận xử lý' }).click();
    await page.getByLabel('Đang làm gì').fill('Ban giải trình trước thứ Tư');
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi cho 1 cảnh báo').waitFor();
    await page.getByRole('heading', { name: 'Không có cảnh báo nào như vậy' }).waitFor();

    const leader = await openAs('leader', `${COMPARED}&state=acknowledged`, PHONE);
    await leader.getByText('Ban giải trình trước thứ Tư').waitFor();

    await page.goto(`${COMPARED}&state=acknowledged`);
    await page.getByRole('button', { name: /^Vì sao\? / }).click();
    const pane = page.getByRole('dialog');
    await pane.getByText('Bình quân chung').first().waitFor();
    await pane.getByRole('button', { name: 'Tạm gác' }).click();
    await pane.getByLabel('Gác đến ngày').fill('30/06/2023');
    await pane.getByLabel('Vì sao gác lại').fill('Chờ nghiệm thu');
    await pane.getByRole('button', { name: 'Tạm gác' }).click();
    await pane.getByText('đến 30/06/2023').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    // Who, when and why, the latest first.
    const moments = await pane.getByRole('list').last().locator('li').allInnerTexts();
    expect(moments[0]).toMatch(/23\/06\/2023\s+Tạm gác đến 30\/06\/2023, Cán bộ.*\s+Chờ nghiệm thu/);
    expect(moments[1]).toContain('Ban giải trình trước thứ Tư');

    await pane.getByRole('button', { name: 'Rút lại' }).click();
    await pane.getByLabel('Vì sao rút lại').fill('Đã có giải trình');
    await pane.getByRole('button', { name: 'Rút lại' }).click();
    await pane.getByText('chưa ai nhận').waitFor();
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'hidden' });
  });

  it('say why they are red, by the rule, its thresholds and numbers that lead to their cells', async () => {
    const page = await openAs('leader', '/canh-bao', DESKTOP);
    await page.getByRole('heading', { name: /cảnh báo chưa ai nhận, \d+ nghiêm trọng/ }).waitFor();
    await page.getByRole('button', { name: 'Vì sao đỏ? Vướng mắc quá hạn: Đường Đông Sơn' }).click();
    const pane = page.getByRole('dialog').first();
    await pane.getByText('Đỏ vì đã quá hạn').waitFor();
    await pane.getByText('Số liệu đã xét: tuần chốt 22/06/2023').waitFor();
    expect(page.url()).toMatch(/alert=[0-9a-f-]{36}/);
    expect(await pane.getByRole('link', { name: /Trang vướng mắc/ }).getAttribute('href')).toMatch(
      /^\/vuong-mac\//,
    );
  });

  it('stay readable when they have closed, grouped by project if the reader likes', async () => {
    const page = await openAs('board', '/canh-bao?state=closed&by=project');
    await page.locator('main table').getByText('đã tự đóng tuần chốt').first().waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  it('are a portion of each group on a phone, and more of it at a click', async () => {
    const page = await openAs('leader', '/canh-bao', PHONE);
    await page.getByRole('button', { name: /Dưới bình quân chung/ }).click();
    const group = page.getByRole('region', { name: 'Dưới bình quân chung' });
    const rows = group.locator('tbody tr');
    await group.getByText(/Đang hiện 5 trong \d+/).waitFor();
    expect(await rows.count()).toBe(5);
    await group.getByRole('button', { name: 'Xem thêm 5' }).click();
    await rows.nth(9).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
