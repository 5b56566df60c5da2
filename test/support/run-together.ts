import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const FOLDERS = ['test/e2e', 'test/integration'];
/** Its snapshot lies beside the file that is run. */
const ALONE = ['test/e2e/access-table.spec.ts'];

/** Runs a share of the tests that start the system, as tests of the calling file: its code is loaded once for all. */
export function runTogether(share: number, shares: number): void {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => `${folder}/${name}`)
      .sort(),
  ).filter((file) => !ALONE.includes(file));
  for (const [index, file] of files.entries()) {
    if (index % shares !== share) continue;
    describe(file, () => {
      jest.requireActual(path.join(root, file));
    });
  }
}
