import type { Page } from 'playwright-core';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, faultsOf, openAs, PHONE, type Size } from './support/browser';
import { paste } from './support/paste';

/** Comes to a project as people do: from the overview's table. */
async function openProject(name: string, size: Size = DESKTOP): Promise<Page> {
  const page = await openAs('leader', `/tong-quan?q=${encodeURIComponent(name)}`);
  const href = await page.locator('a[href^="/du-an/"]').first().getAttribute('href');
  const opened = await openAs('leader', href ?? '', size);
  await opened.getByRole('heading', { name: 'Dòng thời gian' }).waitFor();
  return opened;
}

describe('a project', () => {
  afterAll(closeBrowser);

  it('says what presses most, with the rule and its numbers one click away', async () => {
    const page = await openProject('Nghĩa trang nhân dân Nam Thăng Bình');
    await page.getByText('Quá hạn 23 ngày', { exact: true }).waitFor();
    await page.locator('summary', { hasText: 'Vì sao đỏ?' }).click();
    await page.getByText('hạn 31/05/2023 trước ngày xem 23/06/2023 là 23 ngày').waitFor();
    await page.getByText('Nêu lần gần nhất trong báo cáo ngày 21/06/2023, ô GPMB!M13').waitFor();
    const keys = await page.locator('dl.pj-keys').innerText();
    for (const number of ['33,910', '22,43\u00a0%', '7,605', '+0,342', '26,306', '15,355', '6/52'])
      expect(keys).toContain(number);
  });

  it('tells decisions, returns, blockers and the forecast on one line of time, and as a list', async () => {
    const page = await openProject('Nghĩa trang nhân dân Nam Thăng Bình');
    const drawing = await page.locator('svg.tl').innerHTML();
    for (const text of ['9188/QĐ-UBND', 'giảm 2,000', '5 báo cáo', '6/52 hộ', 'quá hạn 23 ngày'])
      expect(drawing).toContain(text);
    await page.getByText('Xem dạng danh sách').click();
    const events = await page.locator('.pj-as-list ol').innerText();
    expect(events).toMatch(/15\/12\/2022[\s\S]*19\/05\/2023[\s\S]*21\/06\/2023[\s\S]*31\/01\/2024/);
  });

  it('leads from an amount to its cell, from a computed one to all that it is made of, and to the file on which is decided', async () => {
    const page = await openProject('Nghĩa trang nhân dân Nam Thăng Bình');
    await page.locator('dl.pj-keys').getByRole('button', { name: '7,605' }).click();
    await page.getByRole('dialog').getByText('Giải ngân!I23').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: 'Còn lại' }).getByRole('button').click();
    const pane = page.getByRole('dialog');
    await pane.getByText('Kế hoạch vốn đang có hiệu lực trừ lũy kế giải ngân').waitFor();
    for (const cell of ['Phụ lục!F9', 'Giải ngân!I23']) await pane.getByText(cell).first().waitFor();
    await page.keyboard.press('Escape');
    const file = await page.getByRole('link', { name: 'Lập hồ sơ (Word)' }).getAttribute('href');
    const answer = await page.request.get(file ?? '');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toContain('wordprocessingml');
  });

  it('takes what was paid before the year from those who may enter it, and shows it to others', async () => {
    const path = new URL((await openProject('Cầu Cửa Khe')).url()).pathname;
    const typing = await openAs('finance', path);
    await typing.getByText('Đã thanh toán trước năm 2023').click();
    await typing.getByText('Chưa nhập.').waitFor();
    await typing.getByLabel('Số tiền (đồng)').fill('1.500');
    await typing.getByText('Hiểu là 1.500 đồng').waitFor();
    await typing.getByLabel('Số tiền (đồng)').fill('4.250.000.000');
    await typing.getByLabel('Theo văn bản').fill('Quyết toán năm 2022');
    expect(await seriousFaults(typing)).toEqual([]);
    await typing.getByRole('button', { name: 'Lưu số đã thanh toán' }).click();
    await typing.getByText('4.250.000.000 đồng').waitFor();

    const reading = await openAs('leader', path, PHONE);
    await reading.getByText('Đã thanh toán trước năm 2023').click();
    await reading.getByText('Quyết toán năm 2022; nhập').waitFor();
    expect(await reading.getByRole('button', { name: 'Lưu số đã thanh toán' }).count()).toBe(0);
    expect(await isTooWide(reading)).toBe(false);
  });

  it('takes its owner’s plan of thirteen months as it is pasted from Excel, and holds it against what was disbursed', async () => {
    const path = new URL((await openProject('Cầu Cửa Khe')).url()).pathname;
    const typing = await openAs('board', path, PHONE);
    await typing.getByRole('button', { name: 'Nhập kế hoạch 13 tháng' }).click();
    const month = (name: string) => typing.getByLabel(`Số nhập tháng ${name}`);
    const save = typing.getByRole('button', { name: 'Lưu kế hoạch' });
    const cells = Array.from({ length: 13 }, (_, index) => `${index + 1},000,000,000`);
    await paste(month('2/2023'), cells.join('\r\n'));
    await typing.getByText('Vùng chép có 13 ô, từ tháng này chỉ còn 12 tháng: không dán.').waitFor();
    await paste(month('1/2023'), cells.with(5, '4,500,000,000').join('\r\n'));
    expect(await month('1/2024').inputValue()).toBe('13.000.000.000');
    await typing.getByText('Lũy kế thấp hơn tháng trước.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await month('6/2023').fill('6000000000');
    // As in a sheet.
    await month('6/2023').press('Enter');
    expect(await typing.locator(':focus').getAttribute('aria-label')).toBe('Số nhập tháng 7/2023');
    await typing.getByLabel('Theo văn bản').fill('Đăng ký tiến độ 2023');
    expect(await seriousFaults(typing)).toEqual([]);
    expect(await isTooWide(typing)).toBe(false);
    await save.click();
    await typing.getByText('Đăng ký tiến độ 2023; nhập').waitFor();

    const reading = await openAs('leader', path);
    await reading
      .getByRole('heading', { name: /^Hết tháng 5\/2023: (chậm|vượt) .* kế hoạch của chủ đầu tư$/ })
      .waitFor();
    await reading.getByText('Xem 13 tháng').click();
    await reading.getByRole('row', { name: '1/2024' }).getByText('13,000').waitFor();
    expect(await reading.getByRole('button', { name: 'Lập lại kế hoạch' }).count()).toBe(0);
    expect(faultsOf(reading)).toEqual([]);
  });

  it('takes advances and guarantees of its contracts from the owner’s officer, says what is refused at its field, and shows both to others', async () => {
    const path = new URL((await openProject('Cầu Cửa Khe')).url()).pathname;
    const page = await openAs('board', `${path}#hop-dong`);
    const save = page.getByRole('button', { name: 'Lưu', exact: true });
    const done = () => page.getByRole('dialog').waitFor({ state: 'detached' });
    const fill = async (fields: Readonly<Record<string, string>>) => {
      for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
      await save.click();
    };
    await page.getByRole('button', { name: 'Thêm tạm ứng' }).click();
    await fill({
      'Số và tên hợp đồng': '12/2023/HĐ-XD',
      'Nhà thầu được tạm ứng': 'Công ty Xây dựng Một',
      'Ngày tạm ứng': '10/1/2023',
      'Giá trị hợp đồng': '20.000.000.000',
      'Số đã tạm ứng': '40.000.000.000',
      'Ngày phải thu hồi hết': '31/5/2023',
    });
    await page.getByText('Tạm ứng không được lớn hơn giá trị hợp đồng.').waitFor();
    const refused = page.getByLabel('Số đã tạm ứng');
    expect(await refused.getAttribute('aria-invalid')).toBe('true');
    expect(await seriousFaults(page)).toEqual([]);
    await fill({ 'Số đã tạm ứng': '4.000.000.000' });
    await done();
    const advance = page.getByRole('row', { name: '12/2023/HĐ-XD' });
    await advance.getByText('Đến hạn thu hồi').waitFor();

    await page.getByRole('button', { name: 'Thêm bảo lãnh' }).click();
    await fill({
      'Nhà thầu được tạm ứng': 'Công ty Xây dựng Một',
      'Số tiền bảo lãnh': '4.000.000.000',
      'Ngày phát hành': '10/1/2023',
      'Ngày hết hạn': '1/7/2023',
    });
    await done();
    const guarantee = page.getByRole('row', { name: 'Công ty Xây dựng Một 4,000' });
    await guarantee.getByText('Còn 8 ngày').waitFor();
    await guarantee.getByRole('button', { name: 'Gia hạn: Công ty Xây dựng Một' }).click();
    await fill({ 'Ngày hết hạn mới': '31/12/2023' });
    await done();
    await guarantee.getByText('Còn 191 ngày').waitFor();

    await advance.getByRole('button', { name: 'Ghi thu hồi' }).click();
    expect(await page.getByLabel('Lý do').count()).toBe(0);
    // More than the contract is worth asks why.
    await page.getByLabel('Hợp đồng đã giải ngân').fill('20.000.000.001');
    await page.getByLabel('Lý do').waitFor();
    await fill({ 'Đã thu hồi': '4.000.000.000', 'Hợp đồng đã giải ngân': '16.000.000.000' });
    await done();
    await advance.getByText('Đã thu hồi hết').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    // An alert about a guarantee leads to where it can be extended.
    const warned = new URL((await openProject('Cầu Bà Ký')).url()).pathname;
    await page.goto(warned);
    const alert = page.getByRole('listitem').filter({ hasText: 'hết hạn 05/07/2023' });
    await alert.getByRole('button', { name: 'Vì sao?' }).click();
    await page.getByRole('link', { name: 'Tạm ứng và bảo lãnh của dự án' }).click();
    await page.getByText('Còn 12 ngày').waitFor();
    await done();

    const list = await openAs('finance', '/hop-dong?q=cua khe', PHONE);
    await list.getByText('Đã thu hồi hết').last().waitFor();
    expect(await isTooWide(list)).toBe(false);
    await list.getByRole('link', { name: 'Cầu Cửa Khe' }).first().click();
    const seen = list.locator('#hop-dong');
    await seen.getByText('Còn 191 ngày').waitFor();
    expect(await seen.getByRole('button').count()).toBe(0);
    expect((await seen.boundingBox())?.y).toBeLessThan(PHONE.height / 2);
  });

  it('is a list of dated events on a phone', async () => {
    const page = await openProject('Nghĩa trang nhân dân Nam Thăng Bình', PHONE);
    expect(await page.locator('svg.tl').isVisible()).toBe(false);
    expect(await page.locator('.pj-phone ol').isVisible()).toBe(true);
  });

  it('without land clearance says so, never 0', async () => {
    const page = await openProject('Trường Tiểu học Trưng Vương');
    const text = await page.locator('main').innerText();
    expect(text).toContain('Chưa có số liệu giải phóng mặt bằng');
    expect(text).toContain('Không có vướng mắc đang mở');
    expect(await page.locator('dl.pj-keys').innerText()).toMatch(/Bàn giao mặt bằng\s+chưa báo cáo/);
  });

  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('on a %s has no serious fault for axe, fits its width and logs no error', async (_, size) => {
    const page = await openProject('Nghĩa trang nhân dân Nam Thăng Bình', size);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(faultsOf(page)).toEqual([]);
  });
});
