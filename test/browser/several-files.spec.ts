import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { isTooWide, seriousFaults } from './support/accessibility';
import { closeBrowser, DESKTOP, faultsOf, openAs, PHONE } from './support/browser';
import { type Dropped, dropFiles } from './support/drop-files';

const QUESTION = 'Một báo cáo gồm nhiều tệp, hay mỗi tệp một báo cáo?';
const NAMES = ['Giải ngân.csv', 'GPMB.csv'] as const;

/** The board's week, a table a file; `mark` makes them files of their own. */
async function week(mark: string): Promise<{ name: string; buffer: Buffer }[]> {
  const folder = path.resolve(__dirname, '../fixtures/formats');
  return Promise.all(
    ['giai-ngan', 'gpmb'].map(async (sheet, i) => {
      const bytes = await readFile(path.join(folder, `board-weekly-2023-06-21-${sheet}.csv`));
      return { name: NAMES[i] ?? '', buffer: Buffer.concat([bytes, Buffer.from(`\r\n;${mark}\r\n`)]) };
    }),
  );
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();

async function dropAndAnswer(page: Page, files: readonly Dropped[], answer: string | RegExp) {
  await dropFiles(page, files);
  await page.getByRole('heading', { name: QUESTION }).waitFor();
  await press(page, answer);
}

describe('several files on the page of returns', () => {
  afterAll(closeBrowser);

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('asks once what they are, by name, with the focus on the question, on %s', async (_, size) => {
    const page = await openAs('board', '/bao-cao', size);
    await dropFiles(page, await week('hoi'));
    const question = page.getByRole('region', { name: QUESTION });
    await question.waitFor();
    expect(await question.getByRole('listitem').allInnerTexts()).toEqual([...NAMES]);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(QUESTION);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await press(page, 'Hủy, chưa nạp tệp nào');
    await question.waitFor({ state: 'detached' });
  });

  it('makes one return of them, whose page names its files and hands each out as it came', async () => {
    const page = await openAs('board', '/bao-cao');
    const files = await week('mot');
    await dropAndAnswer(page, files, 'Một báo cáo gồm 2 tệp');
    await page.getByText('Báo cáo gồm 2 tệp').waitFor();
    await page.getByText('Tệp đánh dấu là danh sách kết quả kiểm tra theo tệp và ô').waitFor();
    for (const { name, buffer } of files) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      expect(await readFile(await (await download).path())).toEqual(buffer);
    }
    const all = page.waitForEvent('download');
    await page.getByRole('link', { name: 'tải tất cả (.zip)' }).click();
    expect((await all).suggestedFilename()).toBe('Giải ngân.csv và 1 tệp khác.zip');
    expect(await seriousFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);

    // One of them doesn't silently stand for both.
    await dropFiles(page, files.slice(0, 1));
    await page.getByText('Báo cáo đang xem gồm 2 tệp, bạn đưa vào một tệp').waitFor();
    await press(page, 'Hủy, chưa nạp tệp nào');
    const address = page.url();
    await dropFiles(page, await week('mot, đã sửa'));
    await page.getByText('Báo cáo thay cho báo cáo đang xem gồm tất cả, hay chỉ một tệp?').waitFor();
    await press(page, 'Một báo cáo gồm 2 tệp');
    await page.waitForURL((url) => url.searchParams.get('thay') !== null);
    expect(page.url()).not.toBe(address);
    await page.getByText('Báo cáo gồm 2 tệp').waitFor();
  });

  it('takes the right number for a cell of one of its files', async () => {
    const page = await openAs('board', '/bao-cao');
    await dropAndAnswer(page, await week('đính chính'), 'Một báo cáo gồm 2 tệp');
    await page.getByText('Báo cáo gồm 2 tệp').waitFor();
    await page.getByRole('button', { name: 'Gửi phòng Tài chính' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const declared = await page.evaluate<number>(
      `fetch('/api/returns/${id}/corrections', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: ${JSON.stringify(
          JSON.stringify({
            corrections: [{ sheet: NAMES[0], cell: 'A1', value: 'Đã xem', reason: 'thử trên trang' }],
          }),
        )} }).then(({ status }) => status)`,
    );
    expect(declared).toBe(202);
    const corrections = page.getByRole('region', { name: 'Số đính chính' });
    await corrections.getByText(`Trang “${NAMES[0]}”, ô A1`).waitFor();
    await press(page, 'Lấy lại số đính chính');
    await corrections.waitFor({ state: 'detached' });
  });

  it('makes a return of each, and says of each file that is not taken why', async () => {
    const page = await openAs('board', '/bao-cao');
    const files = [...(await week('riêng')), { name: 'qua-lon.xlsx', size: 21 << 20 }];
    await dropAndAnswer(page, files, '3 báo cáo, mỗi tệp một báo cáo');
    await page.getByText('Đã nạp 2 tệp; xem ở danh sách bên dưới.').waitFor();
    await page.getByText('qua-lon.xlsx', { exact: true }).waitFor();
    await page.getByText('Tệp lớn hơn 20 MB nên chưa tải lên').waitFor();
  });

  it('says before the upload that files are too large together, or which one is', async () => {
    const page = await openAs('board', '/bao-cao');
    const half = (name: string) => ({ name, size: 11 << 20 });
    await dropAndAnswer(page, [half('a.xlsx'), half('b.xlsx')], 'Một báo cáo gồm 2 tệp');
    await page.getByText('Cả 2 tệp cộng lại lớn hơn 20 MB').waitFor();
    await dropAndAnswer(page, [half('a.xlsx'), { name: 'c.xlsx', size: 21 << 20 }], 'Một báo cáo gồm 2 tệp');
    await page.getByText('Tệp “c.xlsx” lớn hơn 20 MB').waitFor();
  });

  it('names the file that can not be opened among several', async () => {
    const page = await openAs('board', '/bao-cao');
    const [first] = await week('hỏng');
    const broken = { name: 'thu.pdf', buffer: Buffer.from('%PDF-1.7\n') };
    await dropAndAnswer(page, first ? [first, broken] : [], 'Một báo cáo gồm 2 tệp');
    await page
      .getByText(/Tệp “thu.pdf”/)
      .first()
      .waitFor();
  });

  it('names every kind of file that the chooser takes', async () => {
    const page = await openAs('board', '/bao-cao');
    const accepted = (await page.locator('input[type=file]').getAttribute('accept'))?.split(',') ?? [];
    expect(accepted).toContain('.xlsb');
    const hint = await page.locator('.rt-drop').innerText();
    expect(accepted.filter((ending) => !hint.includes(ending))).toEqual([]);
  });
});
