// `npm run lighthouse [path…]`: what Lighthouse says of the main pages of a fresh demo, as on a desktop and as on a phone,
// each the lowest of five runs; fails where one is below 95. Lighthouse weighs 190 MB, so it is fetched when this is run and is no
// dependency (docs/adr/0081).
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../bench/program.mjs';
import { signIn, withDemo, withProfile } from './demo-browser.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const LEAST = 95;
const RUNS = 5;
const TRIES = 3;

/** Nobody opens the sign-in page. */
const PAGES = [
  { person: undefined, address: '/' },
  { person: 'leader', address: '/lanh-dao' },
  { person: 'finance', address: '/tong-quan' },
  { person: 'leader', address: '/vuong-mac' },
  { person: 'board', address: '/bao-cao' },
  { person: 'finance', address: '/duyet' },
];
const FORMS = { desktop: ['--preset=desktop'], phone: [] };
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const asked = process.argv.slice(2);
let failed = false;
await withDemo(async ({ url }) => {
  const port = await freePort();
  await withProfile(port, async (context) => {
    const [page] = context.pages();
    for (const { person, address } of PAGES) {
      if (asked.length > 0 && !asked.includes(address)) continue;
      await context.clearCookies();
      if (person !== undefined) await signIn(page, url, person);
      await page.goto('about:blank');
      for (const [form, options] of Object.entries(FORMS)) {
        const runs = [];
        for (let run = 0; run < RUNS; run += 1) runs.push(await measured(url + address, port, options));
        const scores = CATEGORIES.map((category) =>
          Math.round(100 * Math.min(...runs.map((run) => run[category]))),
        );
        failed ||= scores.some((score) => score < LEAST);
        const words = CATEGORIES.map((category, index) => `${category} ${scores[index]}`).join(', ');
        process.stdout.write(`${address} (${person ?? 'signed out'}), ${form}: ${words}\n`);
      }
    }
  });
});
process.exit(failed ? 1 : 0);

/** Now and then Chromium's trace comes without its beginning, which says nothing of the page. */
async function measured(...asked) {
  for (let rest = TRIES - 1; ; rest -= 1) {
    try {
      return await report(...asked);
    } catch (error) {
      if (rest === 0 || !String(error.stderr).includes('NO_NAVSTART')) throw error;
    }
  }
}

/** Scores from 0 to 1 by category. */
async function report(address, port, options) {
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-lighthouse-'));
  const file = path.join(folder, 'report.json');
  try {
    await promisify(execFile)('npm', [
      ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', address, `--port=${port}`],
      // The session's cookie is what makes it the page of someone.
      ...['--disable-storage-reset', '--quiet', '--output=json', `--output-path=${file}`],
      `--only-categories=${CATEGORIES.join(',')}`,
      ...options,
    ]);
    const { categories } = JSON.parse(await readFile(file, 'utf8'));
    return Object.fromEntries(CATEGORIES.map((name) => [name, categories[name].score ?? 0]));
  } finally {
    await rm(folder, { recursive: true });
  }
}
