const { readdirSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const FOLDERS = ['test/e2e', 'test/integration'];
/** Its snapshot lies next to the file that is run. */
const ALONE = ['test/e2e/access-table.spec.ts'];

/** Files whose tests are run by the shares, as paths from the root: what a share runs, jest must not run by itself. */
module.exports = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => `${folder}/${name}`)
    .sort(),
).filter((file) => !ALONE.includes(file));
