// CI: runs every step, says what each took, and ends with one line, `N passed, N failed`: the tests of all test runs
// and one for each other step. Exit code 1 if anything failed or nothing passed.
//   node scripts/ci/run.mjs [STEPS.mjs]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runStep } from './run-step.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const stepsFile = path.resolve(process.argv[2] ?? path.join(root, 'scripts/ci/steps.mjs'));
process.chdir(root);

const { STEPS, TOTAL_MINUTES } = await import(pathToFileURL(stepsFile).href);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const steps = STEPS.filter(({ ifScript }) => ifScript === undefined || ifScript in scripts);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interruption.abort());
const stop = AbortSignal.any([interruption.signal, AbortSignal.timeout(TOTAL_MINUTES * 60_000)]);

/** What a step adds to the totals. A test run that fails without a failed test, or says nothing, is one failure. */
function score({ countsTests = false }, { ok, count }) {
  if (!countsTests) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const { passed, failed } = count ?? { passed: 0, failed: 0 };
  const sound = ok && passed + failed > 0;
  return { passed, failed: failed > 0 || sound ? failed : 1 };
}

/** Neighbours that name a lane run at the same time, those of one lane in order; a step without a lane runs alone. */
function stagesOf(all) {
  const stages = [];
  for (const step of all) {
    const last = stages.at(-1);
    if (step.lane === undefined || last?.alone !== false)
      stages.push({ alone: step.lane === undefined, lanes: new Map() });
    const { lanes } = stages.at(-1);
    lanes.set(step.lane, [...(lanes.get(step.lane) ?? []), step]);
  }
  return stages.map(({ lanes }) => [...lanes.values()]);
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const begun = performance.now();
const summary = [];
const total = { passed: 0, failed: 0 };

/** Runs a step, and says what became of it; where others run next to it, all at once when it has ended. */
async function take(step, isAlone) {
  let kept = '';
  const write = isAlone ? (text) => process.stdout.write(text) : (text) => (kept += text);
  write(`\n=== ${step.name}\n`);
  const stepBegun = performance.now();
  const limit = AbortSignal.any([stop, AbortSignal.timeout(step.minutes * 60_000)]);
  const result = await runStep(step, limit, write);
  const { passed, failed } = score(step, result);
  total.passed += passed;
  total.failed += failed;
  const verdict = failed === 0 ? 'ok' : `FAILED (${result.why})`;
  const tests = step.countsTests ? `, ${passed} tests passed and ${failed} failed` : '';
  summary.push(`${step.name}: ${verdict}${tests}, ${seconds(stepBegun)}`);
  write(`--- ${summary.at(-1)}\n`);
  process.stdout.write(kept);
}

for (const lanes of stagesOf(steps)) {
  const isAlone = lanes.length === 1;
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) await take(step, isAlone);
    }),
  );
}

process.stdout.write(`\n=== ${steps.length} steps in ${seconds(begun)}\n${summary.join('\n')}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
