// Many people at once on the province's size: readers who open pages, offices that send their week, a finance office that approves.
// `--seconds=N` makes it shorter than three minutes.
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client.mjs';
import { percentile } from './measure.mjs';
import { load, startProgram } from './program.mjs';
import { makeLedgers, PASSWORD, startApi } from './province.mjs';
import { ms, reported } from './results.mjs';
import { isRehearsal, sized } from './rehearsal.mjs';
import { startDatabase } from './system.mjs';

const SIZE = { projects: sized(1_200, 120), weeks: sized(52, 4), workbooks: sized(2, 1) };
const READERS = sized(200, 4);
const UPLOADERS = 20;
const SECONDS = sized(180, 5);
/** Milliseconds that a reader looks at a page before opening the next, at most; half of it in the mean. */
const LOOKING = sized(40_000, 2_000);
/** Milliseconds at the 95th percentile of all pages (issue 8). */
const GOAL = 300;
/** How many a person reads at a time, as a browser does. */
const AT_ONCE = 6;

export async function benchCrowd() {
  const started = [];
  try {
    const { databaseUrl, folder } = await startDatabase((close) => started.push(close));
    const made = await makeLedgers(databaseUrl, SIZE);
    const files = await workbooksOf(made);
    const worker = startProgram(
      'apps/worker/main.js',
      { DATABASE_URL: databaseUrl, DATA_DIR: folder, NOW: made.now.toISOString() },
      '',
    );
    started.push(worker.stop);
    const { url } = await startApi(databaseUrl, folder, made.now, (close) => started.push(close));
    return resultsOf(await crowd(url, made, files));
  } finally {
    for (const close of started.reverse()) await close();
  }
}

/** What each office sends of the last weeks, in the order in which it is sent: by week. */
async function workbooksOf({ province, workbooks }) {
  const { returnWorkbook } = load('apps/standalone/demo/province/workbooks');
  const files = [];
  for (const on of workbooks)
    for (const office of province.offices.keys())
      files.push({ office, bytes: await returnWorkbook(province, office, on) });
  return files;
}

async function crowd(url, made, files) {
  const seconds = secondsAsked();
  const accounts = await Promise.all(
    ['finance', 'leader', 'finance-head'].map((name) =>
      Client.signIn(url, `${name}@thongvon.test`, PASSWORD),
    ),
  );
  const senders = new Map();
  for (const office of made.province.offices.keys())
    senders.set(office, await Client.signIn(url, made.emails[office], PASSWORD));
  const people = [];
  for (const client of [...accounts, ...senders.values()])
    people.push({ client, pages: await pagesOf(client, made) });
  const [{ client, pages }] = people;
  for (const page of pages) await open(client, page.calls);
  const seen = { times: Object.fromEntries(pages.map(({ name }) => [name, []])), sent: [], errors: [] };
  const end = performance.now() + seconds * 1000;
  const readers = Array.from({ length: READERS }, (_, nth) =>
    read(people[nth % people.length], nth, seen, end),
  );
  const uploaders = Array.from({ length: UPLOADERS }, (_, nth) =>
    upload(
      { senders, finance: accounts[0] },
      files.filter(({ office }) => office % UPLOADERS === nth),
      seen,
      end,
    ),
  );
  await Promise.all([...readers, ...uploaders]);
  return { ...seen, seconds };
}

const secondsAsked = () =>
  Number(process.argv.find((word) => word.startsWith('--seconds='))?.split('=')[1]) || SECONDS;

/** Opens one page after another until the end, the nth reader beginning with the nth page. */
async function read({ client, pages }, nth, { times, errors }, end) {
  for (let round = nth; ; round += 1) {
    await wait(Math.random() * LOOKING);
    if (performance.now() >= end) return;
    const page = pages[round % pages.length];
    const start = performance.now();
    try {
      await open(client, page.calls);
      times[page.name].push(performance.now() - start);
    } catch (error) {
      errors.push(error);
    }
  }
}

/** A page waits for all that it asks for, so many at a time. */
async function open(client, calls) {
  const left = [...calls];
  const next = async () => {
    for (let call = left.shift(); call; call = left.shift()) await client.get(call);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Sends one workbook after another, evenly over the time; the finance office approves what came. */
async function upload({ senders, finance }, files, { sent, errors }, end) {
  const pause = (end - performance.now()) / files.length;
  for (const { office, bytes } of files) {
    await wait(Math.random() * pause);
    const start = performance.now();
    if (start >= end) return;
    try {
      const sender = senders.get(office);
      const { id } = await sender.upload('/api/returns', bytes, {});
      await sender.followToEnd(`/api/returns/${id}/events`);
      await sender.post(`/api/returns/${id}/submission`);
      await finance.post(`/api/returns/${id}/approval`);
      sent.push(performance.now() - start);
    } catch (error) {
      errors.push(error);
    }
    await wait(Math.max(0, start + pause / 2 - performance.now()));
  }
}

/** What pages ask for, of a project that the person sees. */
async function pagesOf(client, { day }) {
  const [project] = (await client.get('/api/projects?limit=1')).items;
  const asked = `planYear=2026&asOf=${day}`;
  const due = `${asked}&figuresAsOf=${day}`;
  return [
    {
      name: 'overview',
      calls: [
        `/api/disbursements/summary?${asked}`,
        `/api/disbursements/summary?${asked}&basis=treasury`,
        `/api/disbursements/facets?${asked}`,
        `/api/disbursements/curve?${asked}`,
        `/api/disbursements/standings?${asked}&limit=50`,
        `/api/blockers?${due}&state=open&limit=50`,
        `/api/blockers/summary?${due}`,
      ],
    },
    {
      name: 'project page',
      calls: [
        `/api/projects/${project.id}`,
        `/api/projects/${project.id}/provenance?${asked}`,
        `/api/land-clearance/projects/${project.id}`,
        `/api/disbursements/standings?${asked}&q=${project.code}`,
      ],
    },
    { name: 'returns', calls: ['/api/returns?limit=50'] },
    { name: 'blockers', calls: [`/api/blockers?${due}&limit=50`, `/api/disbursements/curve?planYear=2026`] },
  ];
}

function resultsOf({ times, sent, errors, seconds }) {
  if (isRehearsal && errors.length > 0) throw errors[0];
  for (const error of errors.slice(0, 5)) process.stderr.write(`  ${error}\n`);
  const who = `${READERS} readers, each with a page every ${LOOKING / 2000} s, and ${UPLOADERS} uploaders, ${seconds} s`;
  const all = Object.values(times).flat();
  const p95 = percentile(all, 0.95);
  return [
    {
      what: `${who}: any page, all of its calls`,
      goal: `p95 ≤ ${ms(GOAL)}, 0 errors`,
      measured: `p95 ${ms(p95)} of ${all.length.toLocaleString('en')} pages, ${errors.length} errors`,
      verdict: p95 <= GOAL && errors.length === 0 ? 'met' : 'missed',
    },
    ...Object.entries(times).map(([name, ofPage]) =>
      reported(`${who}: ${name}`, `p50 ${ms(percentile(ofPage, 0.5))}, p95 ${ms(percentile(ofPage, 0.95))}`),
    ),
    reported(
      `${who}: a return, from upload to approval`,
      `${sent.length} returns, p50 ${ms(percentile(sent, 0.5))}, p95 ${ms(percentile(sent, 0.95))}`,
    ),
  ];
}
