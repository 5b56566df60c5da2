import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Runs a share of the tests that start the system, as tests of the calling file: its code is loaded once for all. */
export function runTogether(share: number, shares: number): void {
  const files = jest.requireActual<readonly string[]>('../together/which.cjs');
  for (const [index, file] of files.entries()) {
    if (index % shares !== share) continue;
    describe(file, () => {
      jest.requireActual(path.join(root, file));
    });
  }
}
