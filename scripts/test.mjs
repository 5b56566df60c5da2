// `npm test`: installs and builds what is missing, runs every test that needs no more than this machine, and ends with
// one line, `N passed, N failed`. Further arguments go to jest, which then runs each file by itself.
import { checkMachine, ensureInstalled } from './install.mjs';
import { count, runJest } from './jest.mjs';

checkMachine();
ensureInstalled();
const { build } = await import('./build.mjs');
await build();

const asked = process.argv.slice(2);
const { code, results } = await runJest(
  asked.length > 0 ? asked : ['--config', 'test/together/jest.config.cjs'],
);
const { passed, failed } = count(results);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(code);
