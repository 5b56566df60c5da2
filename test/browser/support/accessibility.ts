import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical, one line each: rule, what it means, where. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy stays in force.
  await page.evaluate(await source);
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    );
}

/** Whether the page is wider than its window, so that it would have to be pushed sideways. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}

/** Tables whose frame is narrower than they are, by name. */
export function pushedSideways(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('main table')]
      .filter(({ parentElement: frame }) => frame.scrollWidth > frame.clientWidth)
      .map((table) => table.caption?.textContent ?? table.className)`,
  );
}

/** What Tab reaches, in order, by accessible text; stops when the focus leaves the page or comes round again. */
export async function tabStops(page: Page, most = 200): Promise<string[]> {
  const stops: string[] = [];
  // From the top, wherever somebody has clicked before.
  await page.evaluate(
    'document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex")',
  );
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<string | null>(FOCUSED);
    if (stop === null || (i > 0 && stop === stops[0])) break;
    stops.push(stop);
  }
  return stops;
}

const FOCUSED = `(() => {
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const text = e.tagName === 'IFRAME' ? e.title : e.textContent;
  return e.tagName.toLowerCase() + ': ' + (e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? text).trim();
})()`;
