// How long each page's call takes over HTTP, warm and with one reader, and an approval, as projects and weeks grow; next to a page the
// same rows by a bare lookup in SQL; then the disk and the memory that all of it takes. `--projects=N` and `--weeks=W` name one size, `--country` is 100 000 × 156; else both sizes below.
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client.mjs';
import { footprintOf } from './footprint.mjs';
import { median, percentile } from './measure.mjs';
import { load, startProgram } from './program.mjs';
import { makeLedgers, PASSWORD, startApi } from './province.mjs';
import { ms, reported } from './results.mjs';
import { sized } from './rehearsal.mjs';
import { startDatabase } from './system.mjs';

const SIZES = sized(
  [
    { projects: 1_000, weeks: 52 },
    { projects: 10_000, weeks: 52 },
  ],
  [{ projects: 120, weeks: 4 }],
);
const COUNTRY = { projects: 100_000, weeks: 156 };
const WARM_UP = 3;
const ROUNDS = sized(30, 1);
/** Milliseconds after which a slow call has been measured often enough, from five rounds on. */
const PATIENCE = 20_000;
const LEAST = sized(5, 1);

/** Rows of the returns that are approved, as near as there are offices with so many projects; how many of them. */
const APPROVED_ROWS = 300;
const APPROVALS = sized(7, 1);
/** Milliseconds between two looks at whether the sums are right. */
const POLL = 20;
/** Milliseconds until they are, with the country's projects (issue 8). */
const APPROVAL_GOAL = 300;

/** Milliseconds at the 95th percentile, by projects (issue 8). */
const GOALS = { 1_000: 15, 100_000: 50 };

export async function benchScale() {
  const results = [];
  for (const size of sizesAsked()) results.push(...(await measure(size)));
  return results;
}

function sizesAsked() {
  if (process.argv.includes('--country')) return [COUNTRY];
  const option = (name) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]);
  const projects = option('projects');
  return projects ? [{ projects, weeks: option('weeks') || 52 }] : SIZES;
}

async function measure(size) {
  const started = [];
  try {
    const { databaseUrl, folder } = await startDatabase((close) => started.push(close));
    const made = await makeLedgers(databaseUrl, { ...size, workbooks: 1 });
    const name = `${size.projects.toLocaleString('en')} projects × ${size.weeks} weeks`;
    const filled = `${ms(made.filling)} for ${made.figures.toLocaleString('en')} figures, ${ms(made.deriving)} for deriving`;
    const api = await startApi(databaseUrl, folder, made.now, (close) => started.push(close));
    const reader = await Client.signIn(api.url, 'finance@thongvon.test', PASSWORD);
    process.stderr.write(`  ${name}: ${filled}\n`);
    const results = [reported(`${name}: filling the ledgers`, filled)];
    for (const { what, calls, sql } of await callsOf(reader, made)) {
      const { p50, p95 } = await timesOf(async () => {
        for (const call of calls) await reader.get(call);
      });
      const bare = await bareTimes(databaseUrl, sql);
      const goal = GOALS[size.projects];
      results.push({
        what: `${name}: ${what}`,
        goal: goal === undefined ? '' : `≤ ${ms(goal)}, ≤ 3 × bare`,
        measured: `p50 ${ms(p50)}, p95 ${ms(p95)}; bare lookup p95 ${ms(bare.p95)}`,
        verdict: goal === undefined ? '' : p95 <= goal && p95 <= 3 * bare.p95 ? 'met' : 'missed',
      });
      process.stderr.write(`  ${what}: p50 ${ms(p50)}, p95 ${ms(p95)}, bare ${ms(bare.p95)}\n`);
    }
    const env = { DATABASE_URL: databaseUrl, DATA_DIR: folder, NOW: made.now.toISOString() };
    const worker = startProgram('apps/worker/main.js', env, '');
    started.push(worker.stop);
    const approval = await timeApprovals(api.url, reader, made);
    const processes = { 'the API': api.pid, 'the worker': worker.pid };
    const goal = size.projects === COUNTRY.projects ? APPROVAL_GOAL : undefined;
    return [
      ...results,
      {
        what: `${name}: approval of a return of ${approval.rows} rows in the mean, until the sums are right`,
        goal: goal === undefined ? '' : `≤ ${ms(goal)}`,
        measured: `median ${ms(approval.time)} of ${approval.returns}`,
        verdict: goal === undefined ? '' : approval.time <= goal ? 'met' : 'missed',
      },
      ...(await footprintOf(name, databaseUrl, processes)),
    ];
  } finally {
    for (const close of started.reverse()) await close();
  }
}

/** Milliseconds of the approvals of the last week by the offices whose returns have about 300 rows, until no figure is being computed. */
async function timeApprovals(api, finance, { province, workbooks: [on], emails }) {
  const { returnWorkbook } = load('apps/standalone/demo/province/workbooks');
  const rows = new Map();
  for (const { office } of province.projects) rows.set(office, (rows.get(office) ?? 0) + 1);
  const rowsOf = (office) => rows.get(office) ?? 0;
  const offices = [...province.offices.keys()]
    .sort((one, other) => Math.abs(rowsOf(one) - APPROVED_ROWS) - Math.abs(rowsOf(other) - APPROVED_ROWS))
    .slice(0, APPROVALS);
  const times = [];
  for (const office of offices) {
    const sender = await Client.signIn(api, emails[office], PASSWORD);
    const { id } = await sender.upload('/api/returns', await returnWorkbook(province, office, on), {});
    await sender.followToEnd(`/api/returns/${id}/events`);
    await sender.post(`/api/returns/${id}/submission`);
    const start = performance.now();
    await finance.post(`/api/returns/${id}/approval`);
    while ((await finance.get(`/api/disbursements/summary?planYear=2026&asOf=${on.day}`)).stale)
      await wait(POLL);
    times.push(performance.now() - start);
  }
  const mean = Math.round(offices.reduce((sum, office) => sum + rowsOf(office), 0) / offices.length);
  return { time: median(times), returns: times.length, rows: mean };
}

/** What each page asks for, and the bare lookup that it is held against. */
async function callsOf(reader, { day, project }) {
  const asked = `planYear=2026&asOf=${day}`;
  const table = `/api/disbursements/standings?${asked}&limit=50`;
  const one = `SELECT * FROM projects.project WHERE id = '${project.id}'`;
  const page = 'SELECT * FROM projects.project ORDER BY name_key, id LIMIT 50';
  const office = (await reader.get(`/api/projects/${project.id}`)).owner.id;
  const sorts = [
    ...['name', 'planned', 'disbursed', 'completed', 'advance'],
    ...['remaining', 'rate', 'weekChange', 'shortfall', 'asOf'],
  ];
  const tables = [
    ...sorts.map((sort) => ({ what: `table by ${sort}`, call: `${table}&sort=${sort}` })),
    { what: 'table of one kind', call: `${table}&kind=road` },
    { what: 'table of one owner', call: `${table}&owner=${office}` },
    { what: 'table of what is below the milestone', call: `${table}&concern=below-target&target=60` },
    { what: 'table, search', call: `${table}&q=${encodeURIComponent('cau so 7')}` },
  ];
  return [
    { what: 'summary', calls: [`/api/disbursements/summary?${asked}`], sql: one },
    { what: 'facets', calls: [`/api/disbursements/facets?${asked}`], sql: one },
    { what: 'facets with concerns', calls: [`/api/disbursements/facets?${asked}&target=60`], sql: one },
    { what: 'facets of one kind', calls: [`/api/disbursements/facets?${asked}&kind=road`], sql: one },
    { what: 'curve', calls: [`/api/disbursements/curve?${asked}`], sql: one },
    ...tables.map(({ what, call }) => ({ what, calls: [call], sql: page })),
    {
      what: 'project page, its four calls one after another',
      calls: [
        `/api/projects/${project.id}`,
        `/api/projects/${project.id}/provenance?${asked}`,
        `/api/land-clearance/projects/${project.id}`,
        `${table}&q=${project.code}`,
      ],
      sql: one,
    },
  ];
}

/** Milliseconds of a lookup over one connection, nothing around it. */
async function bareTimes(databaseUrl, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await timesOf(() => client.query(sql));
  } finally {
    await client.end();
  }
}

async function timesOf(work) {
  for (let round = 0; round < WARM_UP; round += 1) await work();
  const times = [];
  const begun = performance.now();
  while (times.length < ROUNDS && (times.length < LEAST || performance.now() - begun < PATIENCE)) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
