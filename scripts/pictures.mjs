// `npm run pictures`: takes docs/images/trang-*.png, the pictures of the main pages in README and docs/huong-dan, from a
// fresh demo in Chromium (Debian: `chromium`), as on a desktop and as on a phone.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DESKTOP, PHONE, signIn, withDemo } from './demo-browser.mjs';
import { root } from './install.mjs';
import { withPalette } from './palette-png.mjs';

const IMAGES = path.join(root, 'docs', 'images');
const RETURNS = path.join(root, 'demo', 'returns');
/** Bytes that a picture may have: guides are read over slow lines. */
const MOST = 150_000;

/** A project's page, reached as people reach it. */
const toProject = async (page) => {
  await page
    .getByRole('link', { name: /^Nghĩa trang nhân dân/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Số liệu và nguồn' }).waitFor();
};
/** What a board can do about a blocker, reached as people reach it. */
const toBlocker = async (page) => {
  await page
    .getByRole('link', { name: /^Nghĩa trang nhân dân/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Lịch sử xử lý' }).waitFor();
};
/** Drops a workbook and waits until it has been read. */
const upload = (name) => async (page) => {
  await page.locator('input[type=file]').setInputFiles(path.join(RETURNS, `${name}.xlsx`));
  await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { name: 'đến 21/06/2023' }).waitFor();
};
const toFinding = async (page) => {
  await upload('board-with-mistakes')(page);
  await page.locator('.rt-sheet').waitFor();
};
const send = (name) => async (page) => {
  await upload(name)(page);
  await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).click();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).waitFor({ state: 'detached' });
};
const approve = async (page) => {
  await page.getByLabel(/^Chọn báo cáo của UBND huyện/).check();
  await page.getByRole('button', { name: 'Duyệt 1 báo cáo' }).click();
  await page.getByText('Đã duyệt 1 báo cáo').waitFor();
};

/** In this order, since later ones need what earlier ones have done. Without a name nothing is taken. */
const STEPS = [
  { name: 'trang-lanh-dao', person: 'leader', address: '/lanh-dao' },
  { name: 'trang-lanh-dao-dien-thoai', person: 'leader', address: '/lanh-dao', size: PHONE },
  { name: 'trang-viec-cua-toi', person: 'board', address: '/viec-cua-toi' },
  { name: 'trang-viec-cua-toi-dien-thoai', person: 'commune', address: '/viec-cua-toi', size: PHONE },
  { name: 'trang-tong-quan', person: 'finance', address: '/tong-quan' },
  { name: 'trang-tong-quan-dien-thoai', person: 'finance', address: '/tong-quan', size: PHONE },
  { name: 'trang-vuong-mac', person: 'leader', address: '/vuong-mac' },
  {
    name: 'trang-vuong-mac-viec-dien-thoai',
    person: 'board',
    address: '/vuong-mac',
    act: toBlocker,
    size: PHONE,
  },
  { name: 'trang-du-an', person: 'leader', address: '/tong-quan', act: toProject },
  { name: 'trang-du-an-dien-thoai', person: 'leader', address: '/tong-quan', act: toProject, size: PHONE },
  { name: 'trang-bao-cao', person: 'board', address: '/bao-cao', act: toFinding },
  { person: 'commune', address: '/bao-cao', act: send('commune-binh-duong-2023-06-21') },
  { person: 'finance', address: '/bao-cao', act: send('treasury-2023-06-21') },
  { name: 'trang-viec-phong-tai-chinh', person: 'finance', address: '/viec-cua-toi' },
  { name: 'trang-duyet', person: 'finance', address: '/duyet' },
  { person: 'finance-head', address: '/duyet', act: approve },
  { name: 'trang-doi-chieu', person: 'finance', address: '/doi-chieu' },
  { name: 'trang-quan-tri', person: 'admin', address: '/quan-tri' },
];

await mkdir(IMAGES, { recursive: true });
await withDemo(async ({ url, browser }) => {
  const sessions = new Map();
  for (const { name, person, address, act, size = DESKTOP } of STEPS) {
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce' });
    await context.addCookies(sessions.get(person) ?? []);
    const page = await context.newPage();
    if (!sessions.has(person)) {
      await signIn(page, url, person);
      sessions.set(person, await context.cookies());
    }
    await page.goto(url + address);
    await page.waitForLoadState('networkidle');
    await act?.(page);
    if (name !== undefined) await take(page, name);
    await context.close();
  }
});
process.exit(0);

async function take(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => globalThis.document.fonts.ready);
  const picture = withPalette(await page.screenshot());
  if (picture.length > MOST) throw new Error(`${name}.png has ${picture.length} bytes, more than ${MOST}`);
  await writeFile(path.join(IMAGES, `${name}.png`), picture);
  process.stdout.write(`${name}.png ${Math.round(picture.length / 1000)} kB\n`);
}
