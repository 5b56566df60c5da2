import path from 'node:path';

const root = path.resolve(__dirname, '../..');

type Kind = 'system' | 'pure';

/** Runs a share of the tests of a kind, as tests of the calling file: its code is loaded once for all. */
export function runTogether(kind: Kind, share: number, shares: number): void {
  const files = jest.requireActual<Readonly<Record<Kind, readonly string[]>>>('../together/which.cjs')[kind];
  for (const [index, file] of files.entries()) {
    if (index % shares !== share) continue;
    describe(file, () => {
      jest.requireActual(path.join(root, file));
    });
  }
}
