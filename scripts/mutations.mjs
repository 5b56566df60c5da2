// Switches each rule of test/mutations/rules.json off, in memory, and runs the test that must notice.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { runJest } from './jest.mjs';

/** Runs a spec, whole or only the tests of a name, with one rule switched off or none; what its tests came to. */
async function runSpec(spec, mutation, pattern) {
  const args = ['--config', 'test/mutations/jest.config.cjs', '--runInBand', '--runTestsByPath', spec];
  const env = {
    ...process.env,
    MUTATION: mutation === undefined ? '' : JSON.stringify(mutation),
    MUTATED_SPEC: spec,
  };
  const { results } = await runJest(pattern === undefined ? args : [...args, '-t', pattern], env, 'ignore');
  const ran = results !== undefined && results.numRuntimeErrorTestSuites === 0;
  return { ran, tests: results?.testResults.flatMap((file) => file.assertionResults) ?? [] };
}

/** The full names, as jest makes them, of the test that a rule names: "describe > it %s". */
function patternOf(test) {
  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `^${test
    .split(' > ')
    .join(' ')
    .split(/%[a-z]/)
    .map(literal)
    .join('.*')}$`;
}

const named = (tests, pattern) => tests.filter(({ fullName }) => new RegExp(pattern).test(fullName));

/** What became of one rule whose test passes as long as nothing is switched off. */
async function mutate({ rule, file, search, replace, spec }, pattern) {
  const { ran, tests } = await runSpec(spec, { file, search, replace }, pattern);
  const outcome = !ran
    ? 'failed to run'
    : named(tests, pattern).some(({ status }) => status === 'failed')
      ? 'killed'
      : 'survived';
  if (outcome !== 'killed') process.stdout.write(`mutations: ${outcome}: ${rule}\n`);
  return outcome;
}

/** Every rule, spec by spec; what `scripts/test-long.mjs` prints and keeps. */
export async function runMutations(seed, most = Infinity) {
  const rules = JSON.parse(readFileSync(path.join(root, 'test', 'mutations', 'rules.json'), 'utf8'));
  const counts = { killed: 0, survived: 0, 'failed before': 0, 'failed to run': 0 };
  const chosen = rules.slice(0, most);
  for (const spec of new Set(chosen.map((rule) => rule.spec))) {
    const whole = await runSpec(spec);
    for (const rule of chosen.filter((one) => one.spec === spec)) {
      const pattern = patternOf(rule.test);
      const before = named(whole.tests, pattern);
      if (before.length > 0 && before.every(({ status }) => status === 'passed'))
        counts[await mutate(rule, pattern)] += 1;
      else {
        counts['failed before'] += 1;
        process.stdout.write(`mutations: failed before: ${rule.rule}\n`);
      }
    }
  }
  return {
    tried: [{ name: 'rules that stop or ask', seed, runs: chosen.length, counts }],
    good: counts.killed === chosen.length,
  };
}
