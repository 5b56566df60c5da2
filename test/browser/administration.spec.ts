import { seriousFaults } from './support/accessibility';
import { closeBrowser, openAs, openPage, PHONE } from './support/browser';

describe('the administrator', () => {
  afterAll(closeBrowser);

  it('makes an account whose person sets the password by a link, moves it, and closes it', async () => {
    const page = await openAs('admin', '/quan-tri');
    await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Họ tên').fill('Nguyễn Thị Thử');
    await form.getByLabel('Thư điện tử').fill('admin@thongvon.test');
    await form.getByLabel('Vai trò').selectOption('lãnh đạo');
    await form.getByLabel('Đơn vị').selectOption('UBND huyện Thăng Bình');
    await form.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await form.getByText('Đã có tài khoản dùng địa chỉ thư điện tử này.').waitFor();
    // What is refused is said at its field, which has the focus; and the button above says nothing more.
    const refused = form.getByRole('textbox', { name: 'Thư điện tử', description: /Đã có tài khoản/ });
    expect(await refused.and(form.locator(':focus[aria-invalid="true"]')).count()).toBe(1);
    expect(await form.getByRole('alert').count()).toBe(1);
    await form.getByLabel('Thư điện tử').fill('thu@thongvon.test');
    await form.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await form.getByText('Đã tạo tài khoản cho Nguyễn Thị Thử.').waitFor();
    const link = await form.getByLabel('Liên kết').inputValue();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    const theirs = await openPage();
    await theirs.goto(link);
    await theirs.getByLabel('Mật khẩu mới').fill('một câu dễ nhớ');
    expect(await seriousFaults(theirs)).toEqual([]);
    await theirs.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await theirs.getByRole('link', { name: 'Đăng nhập' }).click();
    const signIn = async (password: string) => {
      await theirs.getByLabel('Thư điện tử').fill('thu@thongvon.test');
      await theirs.getByLabel('Mật khẩu').fill(password);
      await theirs.getByRole('button', { name: 'Đăng nhập' }).click();
    };
    await signIn('một câu dễ nhớ');
    await theirs.getByRole('link', { name: 'Nguyễn Thị Thử' }).click();
    await theirs.getByLabel('Mật khẩu đang dùng').fill('một câu dễ nhớ');
    await theirs.getByLabel('Mật khẩu mới').fill('một câu khác hẳn');
    await theirs.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await theirs.getByText('Đã đổi mật khẩu.').waitFor();

    await page.getByRole('button', { name: 'Nguyễn Thị Thử', exact: true }).click();
    await form.getByLabel('Đơn vị').selectOption('UBND xã Bình Dương');
    await form.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await form.waitFor({ state: 'detached' });
    // The form is gone: a screen reader says that it is done.
    await page.locator('.vh[aria-live]').getByText('Đã ghi nhận.').waitFor({ state: 'attached' });
    await theirs.reload();
    // On a screen of this width the masthead leaves the office out.
    await theirs.getByText('UBND xã Bình Dương').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Khóa: Nguyễn Thị Thử' }).click();
    await page.getByRole('button', { name: 'Mở lại: Nguyễn Thị Thử' }).waitFor();
    await theirs.reload();
    await theirs.getByLabel('Mật khẩu').waitFor();
    await theirs.goto('/mat-khau#qua-han');
    await theirs.getByLabel('Mật khẩu mới').fill('một câu dễ nhớ');
    await theirs.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await theirs.getByText('Liên kết không đúng, đã dùng hoặc đã hết hạn.').waitFor();
  });

  it('sees in the audit trail who did it, filtered by action, and takes it along as a workbook', async () => {
    const page = await openAs('admin', '/quan-tri/nhat-ky');
    await page.getByRole('combobox', { name: 'Việc', exact: true }).selectOption('tạo tài khoản');
    const row = page.getByRole('row', { name: /Nguyễn Thị Thử/ }).filter({ hasText: 'tạo tài khoản' });
    await row.getByRole('button', { name: 'lọc: Nguyễn Thị Thử' }).click();
    await page.getByText('Chỉ những việc với tài khoản “Nguyễn Thị Thử”').waitFor();
    await page.getByRole('combobox', { name: 'Việc', exact: true }).selectOption('tất cả');
    await page.getByRole('row', { name: 'khóa: có' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Xuất Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Nhật ký hệ thống .*\.xlsx$/);
  });

  it('founds an office, says what it owes from a day on, renames and ends it', async () => {
    const page = await openAs('admin', '/quan-tri/don-vi', PHONE);
    const form = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await form.getByLabel('Tên đầy đủ').fill('UBND xã Bình Thử');
    // The one office that has none above it is what a new one stands below, unless said otherwise.
    await form.locator('option:checked', { hasText: 'UBND huyện Thăng Bình' }).waitFor({ state: 'attached' });
    await form.getByLabel('Ngày đầu tiên').fill('01/06/2023');
    await form.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Lịch báo cáo' }).click();
    await page.getByText('Kỳ chốt tới: thứ Năm 29/06/2023').waitFor();
    await page.getByRole('button', { name: 'UBND xã Bình Thử' }).click();
    await form.getByLabel('Giải phóng mặt bằng').check();
    await form.getByLabel('Từ ngày').fill('01/08/2023');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('từ 01/08/2023: Giải phóng mặt bằng').waitFor();

    await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
    await page.getByRole('button', { name: 'UBND xã Bình Thử' }).click();
    await form.getByLabel('Tên đầy đủ').fill('UBND xã Bình Thử Đông');
    await form.getByLabel('Ngày cuối cùng').fill('30/06/2023');
    await form.getByLabel('Đơn vị kế thừa').selectOption('UBND xã Bình Dương');
    await form.getByRole('button', { name: 'Lưu thay đổi' }).click();
    const row = page.getByRole('row', { name: 'UBND xã Bình Thử Đông' });
    await row.getByText('đến 30/06/2023').waitFor();
    await row.getByText('kế thừa: UBND xã Bình Dương').waitFor();
  });

  it('chooses who gets the weekly letter, and of what', async () => {
    const page = await openAs('admin', '/quan-tri/nguoi-nhan');
    const form = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Thêm người nhận' }).click();
    await form.getByRole('button', { name: 'Trưởng phòng Tài chính' }).click();
    await form.getByLabel('Chỉ các đơn vị được chọn').check();
    await form.getByLabel('UBND xã Bình Dương').check();
    expect(await seriousFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Lưu' }).click();
    const row = page.getByRole('row', { name: 'Trưởng phòng Tài chính' });
    await row.getByRole('cell', { name: 'UBND xã Bình Dương' }).waitFor();
    await row.getByText('quản trị viên đặt').waitFor();
    await row.getByRole('button').click();
    await form.getByLabel('Gửi thư cho người này').uncheck();
    await form.getByRole('button', { name: 'Lưu' }).click();
    await row.getByText('không', { exact: true }).waitFor();
  });

  it('confirms the holidays of a year from what the law says, and changes them with a reason', async () => {
    const page = await openAs('admin', '/quan-tri/ngay-nghi?nam=2025');
    await page.getByRole('heading', { name: 'Ngày nghỉ năm 2025 chưa được xác nhận' }).waitFor();
    await page.getByLabel('Tết: nghỉ từ ngày').fill('27/01/2025');
    await page.getByLabel('Giỗ Tổ Hùng Vương').fill('07/04/2025');
    await page.getByRole('button', { name: 'Lập dự thảo' }).click();
    await page.getByText('Chưa có trong dự thảo: ngày liền kề Quốc khánh.').waitFor();
    await page.getByLabel('Cùng với 2/9').selectOption('1/9');
    await page.getByRole('button', { name: 'Lập dự thảo' }).click();
    await page.getByRole('button', { name: 'Xác nhận 11 ngày của năm 2025' }).click();
    await page.getByRole('heading', { name: 'Năm 2025: 11 ngày khác lịch tuần' }).waitFor();

    await page.getByRole('button', { name: 'Sửa' }).click();
    const day = page.getByLabel('Ngày', { exact: true });
    await day.fill('31/02/2025');
    await page.getByLabel('Tên').click();
    await page.getByText('Không có ngày 31/02/2025.').waitFor();
    await day.fill('26/4/2026');
    await day.press('Enter');
    await page.getByText('Không được sau ngày 31/12/2025.').waitFor();
    await day.fill('26042025');
    await page.getByLabel('Tên').fill('Làm bù cho ngày 02/05/2025');
    expect(await day.inputValue()).toBe('26/04/2025');
    await page.getByLabel('Loại').selectOption('làm bù');
    await page.getByRole('button', { name: 'Thêm ngày này' }).click();
    await page.getByLabel('Lý do thay đổi').fill('Thông báo hoán đổi ngày làm việc');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Xác nhận 12 ngày của năm 2025' }).click();
    await page.getByRole('row', { name: '26/04/2025' }).getByText('làm bù', { exact: true }).waitFor();
  });

  it('sees what a threshold would say before setting it', async () => {
    const page = await openAs('admin', '/quan-tri/quy-tac');
    const form = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Dưới mục tiêu quý' }).click();
    await form.getByLabel('Mục tiêu hết quý I (%)').fill('60');
    await form.getByRole('button', { name: 'Xem thử' }).click();
    await form.getByRole('heading', { name: 'Nếu áp dụng cho tuần chốt 22/06/2023' }).waitFor();
    await form.getByText('thấp hơn mục tiêu 60 %').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    // Only where the rule asks for each source, and only of the sources that there are.
    await form.getByLabel('Nguồn vốn').selectOption({ label: 'Ngân sách huyện' });
    await form.getByLabel('Từ ngày').fill('01/01/2024');
    await form.getByLabel('Lý do').fill('Chỉ tiêu của tỉnh năm 2024');
    await form.getByRole('button', { name: 'Đặt ngưỡng' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Dưới mục tiêu quý' }).click();
    await form.getByText(/60 · Ngân sách huyện – Chỉ tiêu của tỉnh năm 2024/).waitFor();
    await form.getByText('đang dùng chung 20').waitFor();
  });

  it('keeps the page to administrators', async () => {
    const page = await openAs('finance', '/quan-tri');
    await page.getByRole('heading', { name: 'Trang này không dành cho tài khoản của bạn' }).waitFor();
  });
});
