import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
/** Files and folders of ours that a text names in code marks. */
const named = (text: string): string[] =>
  [...text.matchAll(/`((?:apps|libs|test|docs|scripts|bench)\/[\w./-]+)`/g)].map(([, name = '']) => name);
const missing = (text: string): string[] =>
  [...new Set(named(text))].filter((name) => !existsSync(path.join(root, name)));

describe('documents that lead through the house', () => {
  it.each(['README.md', 'docs/architecture.md'])('%s names only what is there', (document) => {
    const text = readFileSync(path.join(root, document), 'utf8');
    expect(named(text).length).toBeGreaterThan(10);
    expect(missing(text)).toEqual([]);
  });

  it('are noticed when they name what is gone', () => {
    expect(missing('It starts in `libs/nowhere/index.ts`.')).toEqual(['libs/nowhere/index.ts']);
  });

  it('have a README of at most 150 lines', () => {
    expect(readFileSync(path.join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
  });
});
