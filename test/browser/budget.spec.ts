import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { closeBrowser, openPage, signIn } from './support/browser';

/** Kilobytes (1000 bytes) of JavaScript, gzip, from a cold load of `/tong-quan`. `npm run budget` says what is left. */
const SIGN_IN = 120;
const OVERVIEW = 350;

/** What the page has been sent of JavaScript so far, as gzip would send it, in kB. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response: Response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

function say(what: string, used: number, budget: number): void {
  process.stderr.write(`${what}: ${used.toFixed(1)} kB of ${budget} kB JavaScript (gzip)\n`);
}

describe('a cold load', () => {
  afterAll(closeBrowser);

  it(`transfers at most ${SIGN_IN} kB to the sign-in page and ${OVERVIEW} kB until the overview is there`, async () => {
    const page = await openPage();
    const scripts = countScripts(page);
    await page.goto('/tong-quan');
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    const atSignIn = await scripts();
    await signIn(page, 'finance');
    await page.locator('.big-rate').waitFor();
    // The curve itself; the first one is its sign in the legend.
    await page.locator('.cv-actual').last().waitFor();
    await page.locator('.ov-table tr.total').waitFor();
    await page.waitForLoadState('networkidle');
    const atOverview = await scripts();
    say('sign-in page', atSignIn, SIGN_IN);
    say('overview', atOverview, OVERVIEW);
    expect(atSignIn).toBeGreaterThan(0);
    expect(atSignIn).toBeLessThanOrEqual(SIGN_IN);
    expect(atOverview).toBeGreaterThan(atSignIn);
    expect(atOverview).toBeLessThanOrEqual(OVERVIEW);
  });
});
