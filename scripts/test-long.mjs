// `npm run test:long [-- PART…]`: the tests that try random inputs, in the numbers that CI has no time for; `npm test`
// runs a sample of each with a new seed. One part switches rules off instead (scripts/mutations.mjs).
// SEED=n repeats a run, RUNS=n tries so many of each (then nothing is kept).
// Prints a line for each thing that was tried, keeps the last results in docs/test-long.md, fails if anything is wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { checkMachine, ensureInstalled, root } from './install.mjs';
import { runJest } from './jest.mjs';
import { runMutations } from './mutations.mjs';

/**
 * A part runs spec files, whose tests ask test/long/long-run.ts how often to try, and hand it what they counted; or says
 * itself how it is run.
 */
const PARTS = {
  layouts: {
    about: 'invented workbooks: returns, Treasury statements, plans, land clearance',
    specs: [
      'libs/return-reader/layouts.spec.ts',
      'libs/return-reader/clearance-layouts.spec.ts',
      'libs/return-reader/plan-layouts.spec.ts',
    ],
  },
  portfolios: {
    about: 'every sum of random portfolios, against plain loops',
    specs: ['test/integration/portfolios.spec.ts'],
  },
  'plan-totals': {
    about: 'random plans, annexes, replacements and adjustments: no day’s plan falls without a reason',
    specs: ['test/integration/plan-totals.spec.ts'],
  },
  handovers: {
    about: 'random handovers by plans, reversions, replacements and changes by hand, against plain lists',
    specs: ['test/integration/handovers.spec.ts'],
  },
  histories: {
    about:
      'random approvals, reversions and freezes: ledgers, blockers and frozen weeks as a whole derivation makes them',
    specs: [
      'test/integration/ledgers.spec.ts',
      'test/integration/rebuilt-blockers.spec.ts',
      'test/integration/who-sees-blockers.spec.ts',
      'test/integration/frozen-as-known.spec.ts',
      'test/integration/figures-before.spec.ts',
    ],
  },
  fuzz: { about: 'requests to every operation of the API by every role', specs: ['test/e2e/fuzz.spec.ts'] },
  damages: { about: 'one mistake in an invented workbook', specs: ['libs/return-reader/damages.spec.ts'] },
  choices: {
    about: 'tables with columns that compete, each question answered at random',
    specs: ['libs/return-reader/behaviour/choosing-columns.spec.ts'],
  },
  kills: {
    about: 'the system killed at random moments of a month, and of its first start',
    specs: ['test/faults/killed-anywhere.spec.ts', 'apps/standalone/standalone.spec.ts'],
  },
  mutations: {
    about: 'each rule that stops a return or asks, switched off: its test must fail',
    run: runMutations,
  },
};

/** Outcomes that may not happen. */
const WRONG = /wrong|failed|unnoticed|survived/;

const page = path.join(root, 'docs', 'test-long.md');
const HEAD = `# The long tests

Written by \`npm run test:long\`: what each part found when it last ran whole. \`SEED=… npm run test:long -- PART\` repeats it.

| part | tried | date | seed | runs | outcomes |
| --- | --- | --- | --- | --- | --- |
`;

function usage() {
  process.stdout.write(
    'npm run test:long [-- PART…]    SEED=n repeats a run, RUNS=n tries so many of each\n',
  );
  for (const [name, { about }] of Object.entries(PARTS)) process.stdout.write(`  ${name}  ${about}\n`);
}

/** Runs a part; resolves to what its tests counted and whether nothing was wrong. */
async function run(name, seed) {
  if (PARTS[name].run)
    return PARTS[name].run(seed, process.env.RUNS === undefined ? undefined : Number(process.env.RUNS));
  const scratch = mkdtempSync(path.join(tmpdir(), 'thongvon-long-'));
  const file = path.join(scratch, 'results');
  writeFileSync(file, '');
  try {
    const env = { ...process.env, SEED: String(seed), LONG_RESULTS: file };
    const { code, results } = await runJest(
      ['--config', 'test/long/jest.config.cjs', ...PARTS[name].specs],
      env,
    );
    const failures = (results?.testResults ?? []).filter(({ message }) => message);
    for (const { message } of failures) process.stdout.write(`${message}\n`);
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const tried = lines.map((line) => JSON.parse(line)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const wrong = tried.some(({ counts }) => Object.entries(counts).some(([k, n]) => WRONG.test(k) && n > 0));
    return { tried, good: code === 0 && tried.length > 0 && !wrong };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const outcomes = (counts) =>
  Object.entries(counts)
    .map(([outcome, n]) => `${n} ${outcome}`)
    .join(', ');

/** Puts the rows of a part in place of those of its last run. */
async function keep(part, tried) {
  let rows = [];
  try {
    rows = readFileSync(page, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .filter((line) => line.split('|')[1].trim() !== part);
  } catch {
    // The first run writes the page.
  }
  const date = new Date().toISOString().slice(0, 10);
  for (const { name, seed, runs, counts } of tried)
    rows.push(`| ${part} | ${name} | ${date} | ${seed} | ${runs} | ${outcomes(counts)} |`);
  const text = `${HEAD}${rows.toSorted().join('\n')}\n`;
  writeFileSync(page, await format(text, { parser: 'markdown', printWidth: 110 }));
}

const asked = process.argv.slice(2);
if (asked.includes('--help')) {
  usage();
  process.exit(0);
}
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')}\n`);
  usage();
  process.exit(1);
}
checkMachine();
ensureInstalled();
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
process.stdout.write(`seed ${seed}\n`);
let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const started = Date.now();
  const { tried, good } = await run(name, seed);
  for (const one of tried)
    process.stdout.write(`${name}: ${one.name}: ${one.runs} runs: ${outcomes(one.counts)}\n`);
  process.stdout.write(
    `${name}: ${good ? 'good' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
  if (!good) failed += 1;
  if (process.env.RUNS === undefined) await keep(name, tried);
}
process.exit(failed === 0 ? 0 : 1);
