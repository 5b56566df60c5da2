// The demo as `npm start` shows it, on a folder and a port of its own, and Debian's Chromium (or CHROMIUM=/path) before it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, startProgram } from '../bench/program.mjs';
import { buildWeb } from './build-web.mjs';
import { build } from './build.mjs';

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

const PASSWORD = 'xem-thu-2023';
const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Dates in fields are written as the browser's own language writes them.
  env: { ...process.env, LANGUAGE: 'vi' },
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
};

/** Runs `work({ url, browser })` before a demo with fresh data; both are gone afterwards. */
export async function withDemo(work) {
  await build();
  await buildWeb();
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-demo-'));
  const port = await freePort();
  const env = { DATA_DIR: folder, PORT: String(port), DEMO_PASSWORD: PASSWORD };
  const program = startProgram('apps/standalone/main.js', env, 'is running at');
  try {
    await program.ready;
    const browser = await chromium.launch(CHROMIUM);
    try {
      return await work({ url: `http://127.0.0.1:${port}`, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await program.stop();
    await rm(folder, { recursive: true });
  }
}

/** A Chromium with a profile of its own, for tools that attach to a port. */
export async function withProfile(port, work) {
  const profile = await mkdtemp(path.join(tmpdir(), 'thongvon-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...CHROMIUM,
    args: [...CHROMIUM.args, `--remote-debugging-port=${port}`],
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true });
  }
}

/** Signs a demo account in on this page: 'board', 'commune', 'finance', 'finance-head', 'leader', 'admin'. */
export async function signIn(page, url, person) {
  await page.goto(url);
  await page.getByLabel('Thư điện tử').fill(`${person}@thongvon.test`);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation', { name: 'Chính' }).waitFor();
}
