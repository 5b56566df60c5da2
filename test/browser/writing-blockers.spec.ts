import type { Page } from 'playwright-core';
import { jpegWith } from '../support/exif-jpeg';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, faultsOf, openAs, PHONE, settled, signIn } from './support/browser';

const WHAT = 'Cột điện số 14 chưa di dời, máy không vào được đoạn cuối chợ';

/** Unfolds what can be done about the blocker. */
const unfold = (page: Page, name: string | RegExp) => page.locator('summary', { hasText: name }).click();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const history = (page: Page) => page.getByRole('region', { name: 'Lịch sử xử lý' });

/** Comes to a blocker as people do: from the list. */
async function openBlocker(q: string, state = 'open'): Promise<Page> {
  const page = await openAs('board', `/vuong-mac?state=${state}&q=${encodeURIComponent(q)}`, PHONE);
  await page.locator('table tbody th a.strong, table tbody td a.strong').first().click();
  await page.getByRole('heading', { name: 'Lịch sử xử lý' }).waitFor();
  return page;
}

/** A picture as large as a phone takes it, in the browser's own JPEG. */
const DRAW = `(() => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2400, 1800];
  const drawing = canvas.getContext('2d');
  for (let x = 0; x < 2400; x += 12) for (let y = 0; y < 1800; y += 12) {
    drawing.fillStyle = 'hsl(' + ((x * 7 + y * 13) % 360) + ' 60% ' + (30 + (x * y) % 40) + '%)';
    drawing.fillRect(x, y, 12, 12);
  }
  return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];
})()`;

/** Its file is the last by name: what it leaves in the system no other file meets. */
describe('who writes down what blocks a project', () => {
  afterAll(closeBrowser);

  it('opens one from the list: project by words, the cause that the words suggest, a term, each at one tap', async () => {
    const page = await openAs('board', '/vuong-mac', PHONE);
    await page.getByRole('link', { name: 'Ghi vướng mắc' }).click();
    await page.getByPlaceholder('Tìm dự án theo tên hoặc mã').fill('cho duoc');
    await page.getByRole('radio', { name: /Chợ Được/ }).click();
    const words = page.getByLabel('Vướng gì, ở đâu');
    await words.fill(`${WHAT}, gọi 0905 123 456`);
    await words.blur();
    await page.getByText('“0905 123 456” giống số điện thoại.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await press(page, 'Bỏ khỏi nội dung: 0905 123 456');
    expect(await words.inputValue()).toBe(`${WHAT}, gọi`);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Lưu vướng mắc');
    await words.fill(WHAT);
    await words.blur();
    await page.getByRole('button', { name: 'Di dời hạ tầng kỹ thuật' }).click();
    await page.getByLabel('Đơn vị chủ trì xử lý').fill('Điện lực Thăng Bình');
    await press(page, '7 ngày');
    await press(page, 'Lưu vướng mắc');
    await page.getByRole('heading', { name: WHAT }).waitFor();
    const turn = await page.locator('.bl-turn').innerText();
    for (const said of ['Điện lực Thăng Bình', 'Còn 7 ngày', 'hạn 30/06/2023', 'Phải làm:'])
      expect(turn).toContain(said);
    expect(faultsOf(page)).toEqual([]);
  });

  it('keeps what is typed over a reload and a session that ran out', async () => {
    const page = await openBlocker('cho duoc');
    await page.getByLabel('Nội dung, không ghi tên hộ dân').fill('Đã làm việc với Điện lực');
    await page.reload();
    await settled(page);
    await page.context().clearCookies();
    await press(page, 'Ghi');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await signIn(page, 'board');
    const words = page.getByLabel('Nội dung, không ghi tên hộ dân');
    await words.waitFor();
    expect(await words.inputValue()).toBe('Đã làm việc với Điện lực');
    await press(page, 'Ghi');
    await history(page).getByText('Đã xử lý: Đã làm việc với Điện lực').waitFor();
    expect(await history(page).getByText('Đã làm việc với Điện lực').count()).toBe(1);
  });

  it('asks back where the words name somebody, and writes them down as they are when that stays', async () => {
    const page = await openBlocker('cho duoc');
    await page.getByLabel('Nội dung, không ghi tên hộ dân').fill('Họp với ông Trần Văn Thử của Điện lực');
    await press(page, 'Ghi');
    await page.getByText('“ông Trần Văn Thử” giống tên người.').waitFor();
    expect(await history(page).getByText('Họp với').count()).toBe(0);
    await press(page, /Không phải, giữ lại/);
    await press(page, 'Ghi');
    await history(page).getByText('Họp với ông Trần Văn Thử của Điện lực').waitFor();
  });

  it('confirms a suggested cause at one tap', async () => {
    const page = await openBlocker('tay giang');
    await unfold(page, 'Xác nhận nguyên nhân');
    await page
      .getByRole('button', { name: /^Đúng: / })
      .first()
      .click();
    await history(page)
      .getByText(/nguyên nhân: /)
      .first()
      .waitFor();
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('SUMMARY');
  });

  it('says what is refused at its field, which has the focus; the rest stays', async () => {
    const page = await openBlocker('cho duoc');
    await unfold(page, 'Giao đơn vị, đặt hạn');
    const due = page.getByLabel('Hạn xử lý', { exact: true });
    await page.getByLabel('Cán bộ phụ trách').fill('Phó Giám đốc Ban');
    await due.fill('01/01/2020');
    await press(page, 'Lưu đơn vị và hạn');
    await page.getByText(/hạn xử lý không thể sớm hơn/).waitFor();
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('due');
    expect(await page.getByLabel('Cán bộ phụ trách').inputValue()).toBe('Phó Giám đốc Ban');
    await press(page, '14 ngày');
    await press(page, 'Lưu đơn vị và hạn');
    await history(page)
      .getByText(/hạn: 07\/07\/2023/)
      .waitFor();
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('SUMMARY');
  });

  it('sets what it holds with a reason, and has it reckoned again', async () => {
    const page = await openBlocker('tay giang');
    await unfold(page, 'Đặt số vốn bị giữ');
    await page.getByLabel('Số vốn bị giữ, đồng').fill('2.000.000.000');
    await page.getByLabel('Vì sao là số này').fill('Chỉ vướng đường đầu cầu');
    await page.getByRole('button', { name: 'Lưu số vốn bị giữ' }).click();
    await page.getByText('do người đặt: Chỉ vướng đường đầu cầu').waitFor();
    await unfold(page, 'Đặt số vốn bị giữ');
    await page.getByLabel(/^Hoặc tính lại/).fill('Vướng cả dự án');
    await press(page, 'Để hệ thống tính lại');
    await page.getByText(/^kế hoạch .* − đã giải ngân/).waitFor();
  });

  it('closes one with what proves it, and reopens it', async () => {
    const page = await openBlocker('cho duoc');
    await unfold(page, 'Đóng vướng mắc…');
    await page.getByLabel('Đã giải quyết thế nào').fill('Đã dời cột điện');
    await page.getByLabel('Văn bản chứng minh (số, ngày)').fill('12/BB-ĐL ngày 23/06/2023');
    await page
      .locator('details', { hasText: 'Đóng vướng mắc…' })
      .getByLabel('Ảnh hoặc tệp kèm, nếu có')
      .setInputFiles({
        name: 'bien-ban.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n'),
      });
    await page.getByText('bien-ban.pdf').waitFor();
    await press(page, 'Đóng vướng mắc này');
    await page.getByText('Đã xong 23/06/2023').waitFor();
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('bl-turn');
    const file = await history(page).getByRole('link', { name: 'tệp bien-ban.pdf' }).getAttribute('href');
    expect((await page.request.get(file ?? '')).status()).toBe(200);
    expect(await page.locator('summary', { hasText: 'Ghi việc đã làm' }).count()).toBe(0);
    await unfold(page, 'Mở lại vướng mắc…');
    await page.getByLabel('Vì sao còn vướng').fill('Dây cáp chưa dời');
    await press(page, 'Mở lại vướng mắc này');
    await history(page).getByText('Mở lại: Dây cáp chưa dời').waitFor();
    await page.locator('summary', { hasText: 'Ghi việc đã làm' }).waitFor();
  });

  it('shows what a photo says of itself, and sends it smaller', async () => {
    const page = await openBlocker('cho duoc');
    const drawn = Buffer.from(await page.evaluate<string>(DRAW), 'base64');
    const photo = Buffer.from(
      jpegWith({
        at: '2023:06:20 08:40:11',
        latitude: 15.73521,
        longitude: 108.35412,
        picture: drawn.subarray(2),
      }),
    );
    expect(photo.length).toBeGreaterThan(300_000);
    await page
      .getByLabel('Ảnh hoặc tệp kèm, nếu có')
      .setInputFiles({ name: 'hien-truong.jpeg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText('(chụp 08:40 20/06/2023, tại 15.735210, 108.354120)').waitFor();
    await page.reload();
    await page.getByText('hien-truong.jpg').waitFor();
    await page.getByLabel('Nội dung, không ghi tên hộ dân').fill('Chụp hiện trường');
    await press(page, 'Ghi');
    const link = history(page).getByRole('link', { name: 'tệp hien-truong.jpg' });
    const kept = await page.request.get((await link.getAttribute('href')) ?? '');
    expect((await kept.body()).length).toBeLessThan(210_000);
    await history(page).getByText('(chụp 08:40 20/06/2023, tại 15.735210, 108.354120)').waitFor();
  });

  it('hands it to an office, which asks for another date; the owner accepts it', async () => {
    const page = await openBlocker('cho duoc');
    const path = new URL(page.url()).pathname;
    await unfold(page, 'Gắn cơ quan phải xử lý');
    await page.getByRole('radio', { name: 'UBND xã Bình Dương' }).check();
    await press(page, 'Giao cơ quan này');
    await page.locator('.bl-who', { hasText: 'UBND xã Bình Dương' }).waitFor();
    const commune = await openAs('commune', path, PHONE);
    await unfold(commune, 'Xin hạn mới…');
    await commune.getByLabel('Hạn mới', { exact: true }).fill('20/07/2023');
    await commune.getByLabel(/^Vì sao không kịp hạn/).fill('Chờ lịch cắt điện');
    await press(commune, 'Gửi đề nghị');
    await commune
      .locator('.bl-turn')
      .getByText(/xin hạn mới 20\/07\/2023/)
      .waitFor();
    expect(await commune.locator('summary', { hasText: 'Đóng vướng mắc…' }).count()).toBe(0);
    expect(await seriousFaults(commune)).toEqual([]);
    expect(await isTooWide(commune)).toBe(false);
    const owner = await openAs('board', path);
    await press(owner, 'Đồng ý');
    await history(owner).getByText('Duyệt hạn mới').waitFor();
    await owner.locator('.bl-turn').getByText('hạn 20/07/2023').waitFor();
  });

  it('says that two of a project are one, and takes it back', async () => {
    const page = await openBlocker('cho duoc');
    const first = page.url();
    const project = await page.getByRole('link', { name: 'Trang dự án' }).getAttribute('href');
    await page.goto(`/ghi-vuong-mac?project=${project?.split('/').at(-1) ?? ''}`);
    await page.getByLabel('Vướng gì, ở đâu').fill('Đường dây điện chưa dời');
    await press(page, 'Lưu vướng mắc');
    await page.getByRole('heading', { name: 'Đường dây điện chưa dời' }).waitFor();
    await unfold(page, 'Gộp vào vướng mắc khác của dự án…');
    await page.getByRole('radio', { name: WHAT }).check();
    await page.getByLabel('Vì sao là một').fill('Cùng một đường dây');
    await press(page, 'Gộp vào vướng mắc đã chọn');
    await page.waitForURL(first);
    await unfold(page, 'Tách vướng mắc đã gộp vào (1)');
    await press(page, 'Tách ra: Đường dây điện chưa dời');
    await page.getByLabel('Vì sao là hai việc').fill('Khác đường dây');
    await press(page, 'Tách ra');
    await page.locator('summary', { hasText: 'Tách vướng mắc đã gộp vào' }).waitFor({ state: 'detached' });
  });

  it('is offered it from a project; who may not act sees whose turn it is and no form', async () => {
    const page = await openBlocker('cho duoc');
    const path = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Trang dự án' }).click();
    await page.getByRole('link', { name: 'Ghi vướng mắc' }).click();
    await page.waitForURL(/\/ghi-vuong-mac\?project=/);
    await page.getByRole('heading', { level: 1, name: 'Ghi vướng mắc' }).waitFor();
    await page.getByText('Chợ Được - hạng mục nhà lồng chính').first().waitFor();
    const leader = await openAs('leader', path);
    await leader.locator('.bl-turn').getByText('Đến lượt').waitFor();
    expect(await leader.locator('form').count()).toBe(0);
    expect(await leader.getByRole('region', { name: 'Việc có thể làm' }).count()).toBe(0);
  });
});
