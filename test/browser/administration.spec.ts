import { closeBrowser, openAs, openPage } from './support/browser';

describe('the administrator', () => {
  afterAll(closeBrowser);

  it('makes an account that can sign in, and closes it', async () => {
    const page = await openAs('admin', '/quan-tri');
    await page.getByText('Thêm tài khoản').click();
    await page.getByLabel('Họ tên').fill('Nguyễn Thị Thử');
    await page.getByLabel('Thư điện tử', { exact: true }).fill('thu@thongvon.test');
    await page.getByLabel('Vai trò').selectOption('lãnh đạo');
    await page.getByLabel('Đơn vị').selectOption('UBND huyện Thăng Bình');
    await page.getByLabel('Mật khẩu').fill('mot-mat-khau-dai');
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await page.getByText('Đã tạo tài khoản cho Nguyễn Thị Thử.').waitFor();

    const theirs = await openPage();
    await theirs.goto('/');
    await theirs.getByLabel('Thư điện tử').fill('thu@thongvon.test');
    await theirs.getByLabel('Mật khẩu').fill('mot-mat-khau-dai');
    await theirs.getByRole('button', { name: 'Đăng nhập' }).click();
    await theirs.getByRole('navigation').waitFor();

    await page.getByRole('button', { name: 'Khoá: Nguyễn Thị Thử' }).click();
    await page.getByRole('button', { name: 'Mở lại: Nguyễn Thị Thử' }).waitFor();
    await theirs.reload();
    await theirs.getByLabel('Mật khẩu').waitFor();
  });

  it('sees in the audit trail who did it, filtered by deed, and takes it along as a workbook', async () => {
    const page = await openAs('admin', '/quan-tri/nhat-ky');
    await page.getByRole('combobox', { name: 'Việc', exact: true }).selectOption('tạo tài khoản');
    const row = page.getByRole('row', { name: 'Nguyễn Thị Thử' });
    await row.getByText('tạo tài khoản').waitFor();
    await row.getByRole('button', { name: 'lọc' }).click();
    await page.getByText('Chỉ những việc với tài khoản “Nguyễn Thị Thử”').waitFor();
    await page.getByRole('combobox', { name: 'Việc', exact: true }).selectOption('tất cả');
    await page.getByRole('row', { name: 'sửa tài khoản' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Xuất Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Nhật ký hệ thống .*\.xlsx$/);
  });

  it('is told which field cannot be used', async () => {
    const page = await openAs('admin', '/quan-tri');
    await page.getByText('Thêm tài khoản').click();
    await page.getByLabel('Họ tên').fill('Nguyễn Thị Thử');
    await page.getByLabel('Thư điện tử', { exact: true }).fill('moi@thongvon.test');
    await page.getByLabel('Đơn vị').selectOption('UBND huyện Thăng Bình');
    await page.getByLabel('Mật khẩu').fill('ngan');
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await page.getByRole('alert').waitFor();
  });

  it('keeps the page to administrators', async () => {
    const page = await openAs('finance', '/quan-tri');
    await page.getByRole('heading', { name: 'Trang này không dành cho tài khoản của bạn' }).waitFor();
  });
});
