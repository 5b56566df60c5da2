import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { PASSWORD, systemUrl } from './system';

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };
export type Size = typeof DESKTOP;

export type Person = 'board' | 'commune' | 'finance' | 'finance-head' | 'leader' | 'admin';

let browser: Browser | undefined;

/** A page of its own, without cookies. What it logs as an error, or throws, is in `faultsOf`. */
export async function openPage(size: Size = DESKTOP): Promise<Page> {
  browser ??= await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    baseURL: systemUrl(),
    viewport: size,
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  countTraffic(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(systemUrl()) && !request.url().startsWith('data:'))
      faults.push(`asked another host: ${request.url()}`);
  });
  noted.set(page, faults);
  return page;
}

const noted = new WeakMap<Page, string[]>();

/** Errors of the page so far: scripts that failed, refused loads, requests to another host. */
export function faultsOf(page: Page): readonly string[] {
  return noted.get(page) ?? [];
}

/** Signs a demo account in on a page of its own, and opens `path`; waits until nothing loads any more. */
export async function openAs(person: Person, path = '/', size: Size = DESKTOP): Promise<Page> {
  const page = await openPage(size);
  const kept = sessions.get(person);
  if (kept) await page.context().addCookies(kept);
  await page.goto(path);
  if (!kept) {
    await signIn(page, person);
    sessions.set(person, await page.context().cookies());
  }
  await page.getByRole('navigation').first().waitFor();
  await settled(page);
  return page;
}

/**
 * Waits until nothing loads any more: no request is open, the page has done all that it had to do with the answers, has
 * asked for nothing new and shows no sign of waiting. Playwright's `networkidle` waits half a second after the last request.
 */
export async function settled(page: Page): Promise<void> {
  const traffic = traffics.get(page);
  if (traffic === undefined) throw new Error('not a page of openPage');
  await page.waitForLoadState();
  for (let calm = 0, begun = -1; calm < CALM_LOOKS;) {
    const isComplete = await page.evaluate<boolean>(COMPLETE_AT_LEISURE);
    calm = isComplete && traffic.open.size === 0 && traffic.begun === begun ? calm + 1 : 0;
    begun = traffic.begun;
  }
}

/** How often in a row a page must be found at leisure with nothing asked in between. */
const CALM_LOOKS = 3;
/** Settles when the page has drawn itself and nothing waits to be done, to whether it says nowhere that something is to come. */
const COMPLETE_AT_LEISURE = `new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)))
  .then(() => document.querySelector('main .waiting') === null)`;

/** The requests of a page: those without an answer, and how many it has made. */
interface Traffic {
  readonly open: Set<Request>;
  begun: number;
}

const traffics = new WeakMap<Page, Traffic>();

/** Keeps count of what the page asks for; what follows events stays open as long as the page. */
function countTraffic(page: Page): void {
  const traffic: Traffic = { open: new Set(), begun: 0 };
  traffics.set(page, traffic);
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') return;
    traffic.begun += 1;
    traffic.open.add(request);
  });
  const answered = (request: Request): boolean => traffic.open.delete(request);
  page.on('requestfinished', answered).on('requestfailed', answered);
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Signing in costs most of a second, on purpose: once a person and file is enough. */
const sessions = new Map<Person, Cookies>();

/** Fills in the sign-in page and sends it off. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(`${person}@thongvon.test`);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** For `afterAll` of every file. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}
