import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { PHONE } from './browser';

/** A browser with a folder of its own, which can be ended as a phone ends it: without a word. */
export interface KillableBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends it at once, whatever it was doing. */
  readonly kill: () => Promise<void>;
}

/** Starts one at phone size; the same `folder` again is the same browser, reopened. */
export async function startKillable(folder: string): Promise<KillableBrowser> {
  const process_ = spawn(
    process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...['--no-first-run', '--remote-debugging-port=0', '--lang=vi-VN', `--user-data-dir=${folder}`],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const browser = await chromium.connectOverCDP(await endpointOf(process_));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the browser has no context');
  const page = await context.newPage();
  await page.setViewportSize(PHONE);
  return {
    context,
    page,
    kill: async () => {
      const gone = once(process_, 'exit');
      // With all that it has started.
      if (process_.pid !== undefined) process.kill(-process_.pid, 'SIGKILL');
      await gone;
    },
  };
}

/** Where it listens, which it says as soon as it does. */
function endpointOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (endpoint !== undefined) resolve(endpoint);
    });
    stderr?.on('end', () => reject(new Error(`the browser ended: ${said}`)));
  });
}
