import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import type { Page } from 'playwright-core';
import type { CurveView, ListOf, StandingView, WeekDigestView } from '@thongvon/api-contract';
import { addDays, closedWeek, instantAt, plainDate } from '@thongvon/kernel';
import { FreezeMissingWeeks } from '@thongvon/snapshots';
import { SystemClock } from '@thongvon/platform';
import { createApi } from '../../apps/api/start-api';
import { serveWeb } from '../../apps/api/web/serve-web';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { recompute, weeklyTotals, type Recomputed } from '../support/demo-recomputed';
import { LabelledNumbers } from '../support/labelled-numbers';
import { startTestApi, type TestApi } from '../support/test-api';
import { closeBrowser, openAs, settled } from './support/browser';
import { PASSWORD, shareSystem } from './support/system';

/** The demo's own morning, a Monday, three weeks of silence, and the January in which the plan year still runs. */
const DAYS = ['2023-06-23', '2023-06-26', '2023-07-14', '2024-01-12'] as const;
const ROOT = path.resolve(__dirname, '../..');

/** The demo's own clock until it is moved: its returns get the times that they would have had. */
class DemoClock extends SystemClock {
  private moved: Date | undefined;

  override now(): Date {
    return this.moved ?? super.now();
  }

  moveTo(instant: Date): void {
    this.moved = instant;
  }
}

interface Shown {
  readonly figure: string;
  readonly reckoning: string;
  readonly text: string;
}

/** What the pages show: the same label has one value for one reckoning (contract, section 2), the workbooks' own. */
describe('the labelled numbers of the pages', () => {
  const clock = new DemoClock(instantAt(plainDate('2023-06-23'), '08:00'));
  let api: TestApi;
  let front: Server;
  let page: Page;

  beforeAll(async () => {
    api = await startTestApi({ DEMO_PASSWORD: PASSWORD }, createApi, clock);
    await loadDemo(api.environment, api.clock, ROOT);
    const app = express();
    app.use(serveWeb(path.join(ROOT, 'dist', 'web')));
    app.use(api.app.getHttpAdapter().getInstance());
    front = app.listen(0, '127.0.0.1');
    await once(front, 'listening');
    shareSystem(`http://127.0.0.1:${(front.address() as AddressInfo).port}`, api.environment.DATA_DIR);
    page = await openAs('finance', '/tai-khoan');
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    front.closeAllConnections();
    front.close();
    await api.close();
  });

  const get = async <T>(url: string): Promise<T> => (await page.request.get(url)).json() as Promise<T>;

  async function open(address: string): Promise<string> {
    await page.goto(address);
    await page.locator('main').waitFor();
    await settled(page);
    return page.locator('main').innerText();
  }

  /** All numbers with a name on the page that is open. */
  const shown = (on = page): Promise<Shown[]> =>
    on.evaluate<Shown[]>(`[...document.querySelectorAll('[data-figure]')].map(({ dataset, textContent }) => ({
      figure: dataset.figure, reckoning: dataset.reckoning, text: textContent }))`);

  it.each(DAYS)('are on %s one for each name, and what the workbooks come to', async (day) => {
    clock.moveTo(instantAt(plainDate(day), '08:00'));
    await api.app.get(FreezeMissingWeeks, { strict: false }).run();
    const week = closedWeek(plainDate(day));
    const course = await get<CurveView>('/api/disbursements/curve?planYear=2023');
    const { reckoning } = course;
    const live = { week: null, businessDay: day, asOf: reckoning.asOf };
    const frozen = { week, businessDay: week, asOf: week };
    const seen = new LabelledNumbers();
    const collect = async (place: string): Promise<void> => {
      for (const { figure, reckoning: key, text } of await shown()) {
        const [of = '', businessDay = '', asOf = ''] = key.split('/');
        seen.add({ week: of || null, businessDay, asOf: asOf || null }, figure, numberIn(text), place);
      }
    };

    const overview = await open('/tong-quan');
    await collect('overview');
    addSentences(seen, live, overview, 'overview');
    // The heading begins with the age of old figures, and the weeks since then are hatched.
    expect(overview.includes('Số liệu cũ')).toBe(reckoning.stale);
    expect(await page.locator('.cv-unknown').count()).toBe(reckoning.stale ? 2 : 1);
    if (reckoning.stale)
      await page
        .locator('.cv')
        .getByText(`hôm nay ${shortDate(day)}`)
        .waitFor();
    await addForecast(seen, live, page, 'overview');
    const leader = await open('/lanh-dao');
    await collect("leader's page");
    addSentences(seen, frozen, leader, "leader's page");
    await addForecast(seen, frozen, page, "leader's page");
    const blockers = await open('/vuong-mac');
    await collect('blockers');
    addSentences(seen, live, blockers, 'blockers');

    const query = `planYear=2023&asOf=${reckoning.asOf}&businessDay=${day}&sort=remaining&order=descending&limit=2`;
    const { items } = await get<ListOf<StandingView>>(`/api/disbursements/standings?${query}`);
    let alerts = 0;
    for (const { id } of items) {
      await open(`/du-an/${id}`);
      await collect('project');
      // Days overdue of a frozen week stand next to those of today: each line names its week.
      for (const line of await page.locator('.al-lines > li').allInnerTexts()) {
        expect(line).toMatch(/\(tuần chốt \d\d\/\d\d/);
        alerts += 1;
      }
    }
    expect(alerts).toBeGreaterThan(0);

    const before = addDays(week, -7);
    const past = await recompute(before, true);
    const ofWeek = await recompute(week, true);
    const compared = await open('/so-sanh');
    await collect('week comparison');
    seen.add({ week: before, businessDay: before, asOf: before }, 'rate', comma(past.rate), 'the workbooks');
    if (past.disbursed === ofWeek.disbursed) {
      expect(compared).toContain('Chưa có số liệu mới từ 21/06');
      expect(await page.locator('[data-figure^="change since"]').count()).toBe(0);
    } else {
      const moved = (BigInt(ofWeek.disbursed) - BigInt(past.disbursed)).toString();
      seen.add(frozen, `change since the week of ${before}`, `+${inBillions(moved)}`, 'the workbooks');
      expect(await page.locator('[data-figure^="change since"]').count()).toBe(1);
    }

    const { owed, fulfilled } = await get<WeekDigestView>(`/api/digest/week?week=${week}`);
    const review = await open('/duyet');
    const [, unsent] = /(\d+) đơn vị chưa gửi/.exec(review) ?? [];
    seen.add(frozen, 'offices that have not sent', unsent ?? '0', 'review');
    seen.add(frozen, 'offices that have not sent', owed - fulfilled, "leader's page");

    const board = await openAs('board', '/bao-cao');
    for (const { figure, reckoning: key, text } of await shown(board)) {
      const [, businessDay = '', asOf = ''] = key.split('/');
      seen.add({ week: null, businessDay, asOf }, figure, numberIn(text), 'returns');
    }
    for (const { asOf, disbursed, rate } of await weeklyTotals()) {
      const days = { week: null, businessDay: asOf, asOf };
      seen.add(days, 'return: disbursed', inBillions(disbursed), 'the workbooks');
      seen.add(days, 'return: rate', comma(rate), 'the workbooks');
    }
    expect(await board.locator('[data-figure="return: disbursed"]').count()).toBe(5);
    await board.close();

    addRecomputed(seen, live, await recompute(day, false), new Set(items.map(({ code }) => code ?? '')));
    addRecomputed(seen, frozen, await recompute(week, true), new Set());
    seen.add(live, 'due by the figures', course.expected?.replace('.', ','), 'API');
    expect(seen.contradictions()).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });
});

/** The number that a text begins with; null where it says in words that there is none. */
function numberIn(text: string): string | null {
  const [found] = /^[+−-]?[\d.]+(?:,\d+)?/.exec(text.trim()) ?? [];
  return found ?? null;
}

/** `YYYY-MM-DD` as dd/mm. */
const shortDate = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;

const comma = (rate: string): string => rate.replace('.', ',');

type Days = Parameters<LabelledNumbers['add']>[0];

/** Numbers inside sentences, by the words around them. */
function addSentences(seen: LabelledNumbers, days: Days, text: string, place: string): void {
  const words: readonly (readonly [string, RegExp])[] = [
    ['held share', /([\d,]+)\s%\ssố vốn còn lại nằm ở/],
    ['held share', /, bằng ([\d,]+)\s% số vốn còn phải giải ngân/],
    ['blocked projects', /số vốn còn lại nằm ở (\d+) dự án/],
    ['blocked projects', /còn kẹt ở (\d+) dự án/],
    ['held', /vướng mắc đang giữ ([\d.,]+) /],
    ['remaining', /Vốn còn phải giải ngân ([\d.]+,\d+)\stỷ/],
    ['remaining', /Trong ([\d.,]+) còn phải giải ngân/],
    ['held, overdue', /vướng, quá hạn\s+([\d.]+,\d+)/],
    ['held, due soon', /vướng, sắp đến hạn \(đến [\d/]+\)\s+([\d.]+,\d+)/],
  ];
  for (const [label, expression] of words) {
    const [, value] = expression.exec(text) ?? [];
    if (value !== undefined) seen.add(days, label, value, place);
  }
}

/**
 * What the course of the year leads to, and what a column of the same word sums to: "hụt" is one amount, to the target. Nothing is
 * forecast where the heading says so.
 */
async function addForecast(seen: LabelledNumbers, days: Days, page: Page, place: string): Promise<void> {
  const course = (await page.locator('.cv-frame').allTextContents()).join(' ');
  const found = (expression: RegExp): string | null => expression.exec(course)?.[1] ?? null;
  seen.add(days, 'hụt', found(/còn hụt ([\d.,]+)/), `${place}, heading`);
  seen.add(days, 'hụt', found(/%, hụt\s([\d.]+,\d+)/), `${place}, chart`);
  seen.add(days, 'rate at the end', found(/(\d+,\d\d)\s%, hụt/), place);
  const columns = await page.locator('th').allInnerTexts();
  const cell = page.locator('td[data-figure="shortfall"]');
  if ((await cell.count()) === 0) return;
  const label = columns.some((title) => /^hụt/i.test(title.trim())) ? 'hụt' : 'shortfall';
  seen.add(days, label, numberIn(await cell.innerText()), `${place}, sum of the column`);
}

function addRecomputed(
  seen: LabelledNumbers,
  days: Days,
  recomputed: Recomputed,
  codes: ReadonlySet<string>,
): void {
  const add = (label: string, value: string | number | null): void =>
    seen.add(days, label, value, 'the workbooks');
  for (const label of ['planned', 'disbursed', 'remaining', 'held'] as const)
    add(label, inBillions(recomputed[label]));
  add('change', recomputed.change === null ? null : `+${inBillions(recomputed.change)}`);
  add('rate', recomputed.rate.replace('.', ','));
  add('held share', recomputed.heldShare.replace('.', ','));
  add('blocked projects', recomputed.heldProjects);
  add('held, overdue', inBillions(recomputed.overdue));
  add('held, due soon', inBillions(recomputed.dueSoon));
  const { shortfall, missing, rateAtEnd } = recomputed.pace;
  add('shortfall', shortfall === null ? null : inBillions(shortfall));
  add('hụt', missing === null ? null : inBillions(missing));
  add('rate at the end', rateAtEnd?.replace('.', ',') ?? null);
  for (const [code, { planned, disbursed }] of recomputed.projects) {
    if (!codes.has(code)) continue;
    add(`project ${code}: planned`, inBillions(planned));
    add(`project ${code}: disbursed`, inBillions(disbursed));
  }
}

/** As pages write it: tỷ with three decimals, half up, of an amount that isn't negative. */
function inBillions(dong: string): string {
  const thousandths = (BigInt(dong) + 500_000n) / 1_000_000n;
  const [whole, rest] = [thousandths / 1000n, thousandths % 1000n];
  return `${whole.toString().replace(/\B(?=(\d{3})+$)/g, '.')},${rest.toString().padStart(3, '0')}`;
}
