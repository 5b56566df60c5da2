// How long someone at an old computer waits for a page, cold: Chromium with its processor slowed down four times.
import { DESKTOP, signIn, withDemo } from '../scripts/demo-browser.mjs';
import { median } from './measure.mjs';
import { ms, reported } from './results.mjs';

const SLOWER = 4;
/** Milliseconds until the overview answers. */
const GOAL = 1500;
const ROUNDS = 5;

/** Each page with who opens it and what must be there before it counts as shown. */
const PAGES = [
  { name: 'overview', person: 'finance', path: '/tong-quan', shown: ['.big-rate', '.cv-actual', 'tr.total'] },
  { name: "leader's page", person: 'leader', path: '/lanh-dao', shown: ['.big-rate', '.cv-actual'] },
  { name: 'blockers', person: 'leader', path: '/vuong-mac', shown: ['.ch-strip', 'tbody a'] },
];

export async function benchPages() {
  return withDemo(async ({ url, browser }) => {
    const results = [];
    for (const page of PAGES) {
      const cookies = await cookiesOf(browser, url, page.person);
      const times = [];
      const work = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const slow = await open(browser, cookies, url, page, SLOWER);
        const quick = await open(browser, cookies, url, page, 1);
        // The first ones find the server cold as well.
        if (round === 0) continue;
        times.push(slow.interactive);
        work.push(quick.busy * SLOWER);
      }
      const interactive = median(times);
      const measured = `${ms(interactive)} (the page's own work: ${ms(median(work))})`;
      const what = `${page.name}, cold, until it answers, processor ${SLOWER} × slower`;
      if (page.name === 'overview')
        results.push({
          what,
          goal: `≤ ${ms(GOAL)}`,
          measured,
          verdict: interactive <= GOAL ? 'met' : 'missed',
        });
      else results.push(reported(what, measured));
    }
    return results;
  });
}

async function cookiesOf(browser, url, person) {
  const context = await browser.newContext();
  await signIn(await context.newPage(), url, person);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/**
 * `interactive`: milliseconds from asking for the page until all that is named is shown and the last long task before
 * that has ended. `busy`: milliseconds of processor that the page itself took for it, which other programs on the machine
 * hardly prolong; it means something only where the processor isn't slowed down, which is done by keeping it busy.
 */
async function open(browser, cookies, url, { path, shown }, rate) {
  const context = await browser.newContext({ viewport: DESKTOP });
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(watch, shown);
    await page.goto(url + path);
    const interactive = await page.waitForFunction(() => globalThis.interactive, undefined, { polling: 100 });
    const { metrics } = await devtools.send('Performance.getMetrics');
    const { value } = metrics.find(({ name }) => name === 'TaskDuration');
    return { interactive: await interactive.jsonValue(), busy: value * 1000 };
  } finally {
    await context.close();
  }
}

/** Runs in the page: sets `interactive` half a second after the last long task. */
function watch(selectors) {
  let shownAt;
  let busyUntil = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) busyUntil = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const now = performance.now();
    if (selectors.every((selector) => globalThis.document.querySelector(selector))) shownAt ??= now;
    const at = Math.max(shownAt ?? Infinity, busyUntil);
    if (now - at > 500) globalThis.interactive = at;
    else globalThis.requestAnimationFrame(look);
  };
  globalThis.requestAnimationFrame(look);
}
