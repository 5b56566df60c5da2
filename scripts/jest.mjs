// Runs jest and says what it found. Signals that end us end it as well.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './install.mjs';

/**
 * Resolves to jest's exit code and its results, as `--json` gives them; undefined when it did not get that far. What it
 * says meanwhile goes to our own standard error, or nowhere.
 */
export async function runJest(args, env = process.env, says = 'inherit') {
  const scratch = mkdtempSync(path.join(tmpdir(), 'thongvon-results-'));
  const file = path.join(scratch, 'results.json');
  const bin = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const jest = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', bin, '--json', `--outputFile=${file}`, ...args],
    { cwd: root, env, stdio: ['inherit', 'ignore', says] },
  );
  const pass = (signal) => jest.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  const [code, signal] = await once(jest, 'exit');
  for (const name of ['SIGINT', 'SIGTERM']) process.off(name, pass);
  try {
    return { code: code ?? 128 + constants.signals[signal], results: JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { code: code ?? 128 + constants.signals[signal], results: undefined };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A file that couldn't even be run counts as one failure, and so does a run without results. */
export function count(results) {
  if (results === undefined) return { passed: 0, failed: 1 };
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
  };
}
