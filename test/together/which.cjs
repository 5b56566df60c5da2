const { readdirSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** Tests that start the system, and tests that start nothing. */
const SYSTEM = ['test/e2e', 'test/integration'];
const PURE = ['libs', 'apps/web/src'];

/** They run by themselves: by the reason. */
const ALONE = [
  // Its snapshot lies next to the file that is run.
  'test/e2e/access-table.spec.ts',
  // They start and kill processes, servers too.
  'libs/local-postgres/',
  'libs/workbook-io/processes/',
  // It replaces the clock of the process.
  'libs/platform/time/due-work.spec.ts',
];

const specsIn = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.spec.ts') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((file) => !ALONE.some((alone) => file.startsWith(alone)));

/** Files whose tests are run by the shares, as paths from the root: what a share runs, jest must not run by itself. */
module.exports = {
  system: SYSTEM.flatMap(specsIn).sort(),
  pure: PURE.flatMap(specsIn).sort(),
};
