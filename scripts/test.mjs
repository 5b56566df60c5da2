// `npm test`: installs and builds what is missing, runs every test that needs no more than this machine, and ends with
// one line, `N passed, N failed`. Further arguments go to jest.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { checkMachine, ensureInstalled, root } from './install.mjs';

checkMachine();
ensureInstalled();
const { build } = await import('./build.mjs');
await build();

const scratch = mkdtempSync(path.join(tmpdir(), 'thongvon-results-'));
const results = path.join(scratch, 'results.json');
const jest = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));

jest.on('exit', (code, signal) => {
  const { passed, failed } = count();
  rmSync(scratch, { recursive: true });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(code ?? 128 + constants.signals[signal]);
});

/** A file that couldn't even be run counts as one failure. */
function count() {
  try {
    const all = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: all.numPassedTests, failed: all.numFailedTests + all.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
