import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { DataSource } from 'typeorm';
import type { WeekDigestView } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { openWorkbook } from '@thongvon/workbook-io';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { writeLetters } from '../../apps/standalone/weekly-digest/write-letters';
import { startWorker, type RunningWorker } from '../../apps/worker/start-worker';
import { eventually } from '../support/eventually';
import { MailServer } from '../support/mail-server';
import { startTestApi, type TestApi } from '../support/test-api';

const ROOT = path.resolve(__dirname, '../..');
const PUBLIC = 'http://thongvon.example.test';
const WEEK = '2023-06-22';

/** Mail programs may lack these: the letter only looks a little plainer, or the compiler has another way for them. */
const NOT_MISSED = new Set([
  // the phone's smaller headline, and resets for programs that have a style sheet
  ...['@media', '<style> element', 'Type selector', 'ID selector', 'Class selector', 'Descendant combinator'],
  ...['Chaining selectors', '!important keyword', 'outline', 'word-spacing', 'word-break', 'text-decoration'],
  // corners of the button; the pointer over it; its text's case
  ...['border-radius', 'cursor', 'transform'],
  // the line next to the subject, which is hidden in several ways
  ...['opacity', 'overflow', 'display:none'],
  // numbers that may wrap on a narrow screen; heights and widths are attributes as well
  ...['white-space', 'table-layout', 'height property'],
  // for readers of screens; the programs' own words are in the text
  ...['role attribute', 'aria-label attribute', 'target attribute', '<body> element'],
]);

describe('the weekly letter of the demo', () => {
  let server: MailServer;
  let api: TestApi;
  let workers: RunningWorker[];
  let letter: ParsedMail;
  let html: string;
  let text: string;
  beforeAll(async () => {
    server = await MailServer.start();
    api = await startTestApi({
      SMTP_URL: server.url,
      PUBLIC_URL: PUBLIC,
      DEMO_PASSWORD: 'correct horse battery',
    });
    await loadDemo(api.environment, api.clock, ROOT);
    // Two processes look for what is due at the same time.
    workers = await Promise.all([
      startWorker(api.environment, api.clock),
      startWorker(api.environment, api.clock),
    ]);
    const [first] = await eventually(letters, (mails) => mails.length > 0);
    if (!first) throw new Error('no letter');
    letter = first;
    text = letter.text ?? '';
    html = typeof letter.html === 'string' ? letter.html : '';
  }, 120_000);
  afterAll(async () => {
    for (const worker of workers) await worker.close();
    await api.close();
    await server.down();
  });

  /** The letters alone: other mails go out on the same morning. Only they can be ended by a link. */
  const letters = async (): Promise<ParsedMail[]> =>
    (await server.read()).filter(({ headers }) => headers.has('list'));
  const nothingLeftToDo = (): Promise<object[]> =>
    eventually(
      () =>
        api.app.get(DataSource).query<object[]>('SELECT job FROM platform.work_intent WHERE done_at IS NULL'),
      (open) => open.length === 0,
    );

  it('says the rate, the sums, the change on the week before and where the plan should be', () => {
    expect(letter.subject).toContain('52,18 %, +11,142 tỷ');
    expect(text).toContain('52,18 %  223,422/428,137 tỷ đồng');
    expect(text).toContain(
      'Tuần này +11,142 tỷ (+2,60 điểm); kế hoạch đến 22/06 phải đạt 42,80 %, đang vượt 9,38 điểm.',
    );
    expect(text).toContain('139,273 tỷ kẹt ở 7 dự án có vướng mắc');
    expect(text).toContain('Đã báo cáo 1/2 đơn vị');
  });

  it('ranks what blockers hold and what won’t be spent by money × urgency, one item a project', () => {
    const items = [...text.matchAll(/^(\d)\. ([^\n]*)\n +([^\n]*)/gm)].map(([, n, name, said]) => [
      n,
      name,
      said,
    ]);
    expect(items).toHaveLength(7);
    expect(items[0]?.[1]).toBe('Nghĩa trang nhân dân Nam Thăng Bình và đường dẫn: 26,306');
    expect(items[0]?.[2]).toMatch(/^Quá hạn 22 ngày\. .*Đến lượt UBND xã Bình Phú, vướng từ /);
    expect(items[1]?.[1]).toMatch(/Quốc lộ 14E .*: 24,115$/);
    expect(items[1]?.[2]).toMatch(/^Còn 8 ngày \(30\/06\)\. .*Chậm nhất 04\/10\/2023 phải gỡ xong/);
    expect(items[2]?.[1]).toMatch(/^Đường nối .*: 42,376$/);
    expect(text).toContain('Xếp theo tiền × độ gấp: quá hạn nhân 3, đến hạn trước thư tuần sau nhân 2');
    expect(letter.subject).toContain('2 quá hạn');
  });

  it('names the office that sent nothing', () => {
    expect(text).toMatch(
      /CHƯA CÓ TIN: KHÔNG PHẢI LÀ 0\nUBND xã Bình Dương, báo cáo giải ngân: chưa gửi; chưa có số nào được duyệt\./,
    );
  });

  it('says the same on the page that leaders open, and only of what they may see', async () => {
    const leader = await api.signedIn('leader@thongvon.test');
    const reply = await leader.get('/api/digest/week').expect(200);
    const page = reply.body as WeekDigestView;
    expect(page).toMatchObject({
      week: WEEK,
      rate: '52.18',
      planned: '428137000000',
      disbursed: '223422000000',
      change: '11141531000',
      changePoints: '2.60',
      heldProjects: 7,
      owed: 2,
      fulfilled: 1,
      silent: [{ office: 'UBND xã Bình Dương', kind: 'disbursement' }],
    });
    expect(page.decisions.slice(0, 2)).toMatchObject([
      { amount: '26305629000', unit: 'UBND xã Bình Phú', daysOverdue: 22, factor: 3, weight: '78916887000' },
      { daysOverdue: -8, factor: 2, latest: { state: 'known', on: '2023-10-04', weeks: 17 } },
    ]);
    const earlier = await leader.get('/api/digest/week?week=2023-06-15').expect(200);
    expect(earlier.body).toMatchObject({ week: '2023-06-15', disbursed: '212280469000' });
    await leader.get('/api/digest/week?week=2023-06-16').expect(404);
    await (await api.signedIn('board@thongvon.test')).get('/api/digest/week').expect(403);
  });

  it('says the same as HTML and as text, which alone has all that items say', () => {
    const words = (said: string): string[] =>
      said
        .replace(/http:\S+/g, ' ')
        .toLowerCase()
        .match(/\p{L}+|\p{N}+(?:[,./:]\p{N}+)*/gu) ?? [];
    const shown = html
      .slice(html.indexOf('<body'))
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#9632;|&nbsp;/g, ' ')
      .replaceAll('&amp;', '&');
    const inHtml = new Set(words(shown));
    const besidesItems = text.replace(/^ {3}.*$/gm, '');
    expect(words(besidesItems).filter((word) => !inHtml.has(word))).toEqual([]);
    const inText = new Set(words(`${text} ${letter.subject ?? ''}`));
    expect(words(shown).filter((word) => !inText.has(word))).toEqual([]);
  });

  it('is small, needs nothing from elsewhere, and leads to the pages of the public address', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).not.toMatch(/<img|<link|@import|url\(|fonts\.googleapis/);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.filter((href) => !href.startsWith(`${PUBLIC}/`))).toEqual([]);
    expect(links).toContain(`${PUBLIC}/lanh-dao?week=${WEEK}`);
    expect(links.some((href) => /\/vuong-mac\/[0-9a-f-]{36}$/.test(href))).toBe(true);
  });

  it('uses nothing that mail programs lack and a reader would miss', () => {
    const script = path.join(__dirname, 'support/client-support.mjs');
    const { stdout, status } = spawnSync(process.execPath, [script], { input: html, encoding: 'utf8' });
    expect(status).toBe(0);
    const lacking = JSON.parse(stdout) as Record<string, string[]>;
    expect(Object.keys(lacking).length).toBeGreaterThan(10);
    const missed = Object.entries(lacking).map(([client, titles]) => [
      client,
      titles.filter((title) => !NOT_MISSED.has(title)),
    ]);
    expect(missed.filter(([, titles]) => (titles?.length ?? 0) > 0)).toEqual([]);
  });

  it('brings everything as a workbook', () => {
    const [attachment] = letter.attachments;
    expect(attachment?.filename).toBe(`giai-ngan-tuan-${WEEK}.xlsx`);
    const book = openWorkbook(attachment?.content ?? Buffer.alloc(0));
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Việc cần quyết',
      'Dự án',
      'Vướng mắc',
      'Đơn vị báo cáo',
      'Cảnh báo',
    ]);
  });

  it('is what the command would write to files, which sends nothing', async () => {
    const folder = path.join(api.environment.DATA_DIR, 'letters');
    const week = plainDate(WEEK);
    expect(await writeLetters(api.environment, api.clock, { week, folder })).toEqual({ week, count: 1 });
    const [eml = '', page = ''] = (await readdir(folder)).toSorted();
    expect([path.extname(eml), path.extname(page)]).toEqual(['.eml', '.html']);
    const written = await simpleParser(await readFile(path.join(folder, eml)));
    expect(written.text).toBe(letter.text);
    expect(written.html).toBe(letter.html);
    expect((await readFile(path.join(folder, page), 'utf8')).trim()).toBe(html.trim());
    const unknown = { week: plainDate('2023-06-21'), folder };
    await expect(writeLetters(api.environment, api.clock, unknown)).rejects.toMatchObject({
      code: 'SNAPSHOT-NOT-FOUND',
    });
    const taken = { week, folder: path.join(folder, eml) };
    await expect(writeLetters(api.environment, api.clock, taken)).rejects.toThrow(/không ghi được|can't be/i);
  });

  it('can be looked at by finance and administrator as it is sent, but not ended by them', async () => {
    const finance = await api.signedIn('finance@thongvon.test');
    const list = await finance.get('/api/digest/letters').expect(200);
    const { items } = list.body as { items: { userId: string; name: string }[] };
    expect(items.map(({ name }) => name)).toEqual(['Lãnh đạo']);
    const one = await finance.get(`/api/digest/letters/${items[0]?.userId}?week=${WEEK}`).expect(200);
    const seen = one.body as { subject: string; html: string; text: string };
    expect(seen.subject).toBe(letter.subject);
    const withoutLink = (said: string): string => said.replace(/\S+unsubscription\S+/, `${PUBLIC}/`).trim();
    expect(seen.text.trim()).toBe(withoutLink(text));
    expect(seen.html).toContain('52,18');
    expect(seen.html + seen.text).not.toContain('token=');
    const page = await finance.get(`/api/digest/letters/${items[0]?.userId}/page?week=${WEEK}`).expect(200);
    expect(page.text.replace('<base target="_blank">', '')).toBe(seen.html);
    const policy = page.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox(;|$)/);
    expect(policy).not.toContain('script');

    await api.user('stranger@example.test', 'finance-officer', await api.organization('UBND huyện khác'));
    const stranger = await api.signedIn('stranger@example.test');
    expect((await stranger.get('/api/digest/letters').expect(200)).body).toMatchObject({ items: [] });
    await stranger.get(`/api/digest/letters/${items[0]?.userId}`).expect(404);
    await stranger.get(`/api/digest/letters/${items[0]?.userId}/page`).expect(404);
  });

  it('comes once, for the latest week alone, whatever two workers do', async () => {
    await nothingLeftToDo();
    await startWorker(api.environment, api.clock).then((third) => third.close());
    const mails = await letters();
    expect(mails.map(({ to }) => (Array.isArray(to) ? to : [to]).map((each) => each?.text))).toEqual([
      ['leader@thongvon.test'],
    ]);
    const weeks = await api.app
      .get(DataSource)
      .query<{ week: string }[]>('SELECT week FROM snapshots.weekly_snapshot ORDER BY week');
    expect(weeks.length).toBeGreaterThanOrEqual(5);
  });

  it('ends with one click from the letter, without signing in, and administrators are informed once', async () => {
    const header = letter.headers.get('list') as { unsubscribe: { url: string } };
    const link = header.unsubscribe.url.replace(PUBLIC, '');
    expect(letter.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain(
      'List-Unsubscribe=One-Click',
    );
    const anyone = api.anyone();
    const page = await anyone.get(link).expect(200);
    expect(page.text).toContain('<button');
    const style = /<style>([^]*)<\/style>/.exec(page.text)?.[1] ?? '';
    expect(page.headers['content-security-policy']).toContain(
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    );
    const oneClick = () =>
      anyone.post(link).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    await oneClick();
    await oneClick();
    expect((await anyone.get(link).expect(200)).text).not.toContain('<button');
    const reported = async (): Promise<ParsedMail[]> =>
      (await server.read()).filter(({ subject }) => subject?.startsWith('Thôi nhận thư tuần'));
    await eventually(reported, (read) => read.length > 0);
    await nothingLeftToDo();
    expect((await reported()).map(({ subject }) => subject)).toEqual([
      'Thôi nhận thư tuần: Lãnh đạo (UBND huyện Thăng Bình)',
    ]);
    await anyone.post(`${link}x`).expect(404);
    await anyone.get('/api/digest/unsubscription').expect(400);
  });

  it('goes to whom the administrator chooses, of organisations that they may see', async () => {
    const admin = await api.signedIn('admin@thongvon.test');
    const list = async () =>
      (await admin.get('/api/digest/recipients').expect(200)).body as {
        userId: string;
        receives: boolean;
        origin: string;
        organizationIds: string[] | null;
      }[];
    const [leader] = await list();
    expect(leader).toMatchObject({ receives: false, origin: 'unsubscribed', organizationIds: null });
    const organizations = (await admin.get('/api/organizations').expect(200)).body as {
      items: { id: string; name: string }[];
    };
    const board = organizations.items.find(({ name }) => name.startsWith('Ban Quản lý'))?.id ?? '';
    const path = `/api/digest/recipients/${leader?.userId ?? ''}`;
    await admin
      .put(path)
      .send({ receives: true, organizationIds: [board] })
      .expect(200);
    expect(await list()).toMatchObject([
      { receives: true, origin: 'administrator', organizationIds: [board] },
    ]);
    const elsewhere = await api.organization('UBND huyện Khác');
    const refused = await admin
      .put(path)
      .send({ receives: true, organizationIds: [elsewhere] })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'DIGEST-SCOPE' });
    await admin.put(path).send({ receives: 'yes' }).expect(400);
  });
});
