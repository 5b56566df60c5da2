import type { Page } from 'playwright-core';
import type { CurveView, CurveWeekView } from '@thongvon/api-contract';
import { seriousFaults } from './support/accessibility';
import { closeBrowser, faultsOf, openAs, PHONE } from './support/browser';

const courseOf = async (page: Page): Promise<CurveView> =>
  (await page.request.get('/api/disbursements/curve?planYear=2023')).json() as Promise<CurveView>;

const slider = (page: Page) => page.getByRole('slider', { name: 'Tuần trên biểu đồ' });
/** The readout as it stands: the week, and what is said of each line. */
const readout = async (page: Page): Promise<string[]> =>
  (await page.locator('.cv-readout dd').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));

const vietnamese = (day: string): string => day.split('-').toReversed().join('/');
const percent = (rate: string): string => `${rate.replace('.', ',')} %`;
/** Whole đồng in tỷ with three decimals, half up. */
const billions = (dong: string): string =>
  ((BigInt(dong) + 500_000n) / 1_000_000n).toString().replace(/(\d{3})$/, ',$1');

/** What the API says of a week, as the readout writes it; undefined: in words, why there is no number. */
function written({ on, actual, expected, needed, forecast }: CurveWeekView): (string | undefined)[] {
  return [
    vietnamese(on),
    actual === null ? undefined : `${percent(actual.rate ?? '')} (${billions(actual.disbursed)} tỷ)`,
    expected === null ? undefined : percent(expected),
    undefined,
    needed === null ? undefined : percent(needed),
    forecast === null
      ? undefined
      : `${(forecast[0] ?? '').replace('.', ',')} đến ${percent(forecast.at(-1) ?? '')}`,
  ];
}

/** Where a week stands on the screen. */
async function placeOf(page: Page, { planYear, lastDay }: CurveView, day: string) {
  const box = await page.locator('.cv-hot').boundingBox();
  if (box === null) throw new Error('no chart');
  const [from, to] = [Date.parse(`${planYear}-01-01`), Date.parse(lastDay)];
  return { x: box.x + ((Date.parse(day) - from) / (to - from)) * box.width, y: box.y + box.height / 2 };
}

describe('the curve of the year', () => {
  afterAll(closeBrowser);

  it('says in every week what the API says of it, as the keyboard goes through them', async () => {
    const page = await openAs('finance', '/tong-quan');
    const { weeks } = await courseOf(page);
    expect(weeks).toHaveLength(57);
    // As the drawing of the mockup reckoned them, from the same workbooks by another program.
    expect(weeks.at(25)?.forecast?.filter((_, step) => step % 2 === 0)).toEqual(['53.33', '54.06', '54.79']);
    expect(weeks.at(-1)?.forecast?.filter((_, step) => step % 2 === 0)).toEqual(['59.82', '81.16', '85.91']);
    expect(await readout(page)).toEqual([
      '21/06/2023',
      '52,18 % (223,422 tỷ)',
      '42,53 %',
      'chưa có số',
      'từ 28/06',
      'từ 28/06',
    ]);
    await slider(page).focus();
    await page.keyboard.press('Home');
    for (const week of weeks) {
      const shown = await readout(page);
      written(week).forEach((value, index) => {
        if (value === undefined) expect(shown[index]).not.toMatch(/\d %/);
        else expect(shown[index]).toBe(value);
      });
      await page.keyboard.press('ArrowRight');
    }
    expect((await readout(page))[0]).toBe('31/01/2024');
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(
      /^Tuần đến 31\/01\/2024\. .*Cần để đạt 95\s%: 95,00\s%\. Dự báo \(thấp đến cao\): 59,82 đến 85,91\s%$/,
    );
    expect(await seriousFaults(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
  });

  it('is read under the pointer, and is that of the figures again when it leaves', async () => {
    const page = await openAs('finance', '/tong-quan');
    const course = await courseOf(page);
    const { x, y } = await placeOf(page, course, '2023-06-07');
    await page.mouse.move(x + 3, y);
    expect((await readout(page)).slice(0, 2)).toEqual(['07/06/2023', '46,98 % (201,139 tỷ)']);
    await page.locator('.cv-mark').waitFor();
    await page.mouse.move(x, y - 600);
    await page.locator('.cv-mark').waitFor({ state: 'detached' });
    expect((await readout(page))[0]).toBe('21/06/2023');
  });

  it('has a slider whose every place is the week above it', async () => {
    const page = await openAs('finance', '/tong-quan');
    const course = await courseOf(page);
    for (const week of ['2023-01-04', '2023-05-24', '2023-09-13', '2024-01-31']) {
      const { x, y } = await placeOf(page, course, week);
      await page.mouse.move(x, y);
      expect((await readout(page))[0]).toBe(vietnamese(week));
      const box = await slider(page).boundingBox();
      await page.mouse.move(x, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await page.locator('.cv-mark').waitFor({ state: 'detached' });
      await page.mouse.down();
      await page.mouse.up();
      expect((await readout(page))[0]).toBe(vietnamese(week));
    }
  });

  it('is read under a finger on a phone, where all can be hit', async () => {
    const page = await openAs('finance', '/tong-quan', PHONE);
    const course = await courseOf(page);
    const touch = await page.context().newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.locator('.cv').scrollIntoViewIfNeeded();
    const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', day?: string): Promise<void> => {
      const touchPoints = day === undefined ? [] : [await placeOf(page, course, day)];
      await touch.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await finger('touchStart', '2023-06-14');
    expect((await readout(page)).slice(0, 2)).toEqual(['14/06/2023', '49,58 % (212,280 tỷ)']);
    await finger('touchMove', '2023-12-27');
    await finger('touchEnd');
    await page.locator('.cv-readout', { hasText: '27/12/2023' }).waitFor();
    expect((await readout(page)).at(-1)).toMatch(/^59,36 đến 84,97 %$/);
    expect((await slider(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('draws no line through weeks without figures, and no forecast as what has been', async () => {
    const page = await openAs('finance', '/tong-quan');
    const course = await courseOf(page);
    expect(await page.locator('.cv-unknown').count()).toBe(1);
    expect(await page.locator('.cv-actual[d]').count()).toBeGreaterThan(0);
    expect(await page.locator('.cv > .cv-band').count()).toBe(4);
    expect(course.blockedProjects).toBe(7);
    const look = (name: string): Promise<string[]> =>
      page.evaluate<string[]>(
        `['stroke', 'strokeWidth', 'strokeDasharray'].map((key) => getComputedStyle(document.querySelector('.cv > .${name}'))[key])`,
      );
    const [actual, forecast] = [await look('cv-actual'), await look('cv-forecast')];
    expect(forecast[0]).not.toBe(actual[0]);
    expect(actual[2]).toBe('none');
    expect(forecast[2]).not.toBe('none');
    await page.locator('.cv').getByText('45 % đến 30/06').waitFor();
  });
});
