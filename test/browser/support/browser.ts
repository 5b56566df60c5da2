import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
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
  const context = await browser.newContext({ baseURL: systemUrl(), viewport: size, locale: 'vi-VN' });
  const page = await context.newPage();
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
  await page.waitForLoadState('networkidle');
  return page;
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
