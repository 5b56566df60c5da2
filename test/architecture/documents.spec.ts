import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
/** Files and folders of ours that a text names in code marks. */
const named = (text: string): string[] =>
  [...text.matchAll(/`((?:apps|libs|test|docs|scripts|bench)\/[\w./-]+)`/g)].map(([, name = '']) => name);
const missing = (text: string): string[] =>
  [...new Set(named(text))].filter((name) => !existsSync(path.join(root, name)));

const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
const documents = tracked.filter((name) => name.endsWith('.md') && existsSync(path.join(root, name)));
/** Each file by its name alone and with any of the folders that it stands in before it: `c.ts`, `b/c.ts`, `a/b/c.ts`. */
const endings = new Set(
  tracked.flatMap((name) => {
    const parts = name.split('/');
    return parts.map((_, index) => parts.slice(index).join('/'));
  }),
);
/** Names of examples, of what a command writes, and of what a decision did away with. */
const NO_FILES = new Set(['features/administration/fields.tsx', 'shared/form-field.tsx']);
/** Part of a name that stands for any: `src/features/NAME/NAME-page.tsx`, `share-N.spec.ts`, `1700000000NNN-what-it-does.ts`. */
const ANY = /(?:^|[/\d-])(?:NAME|ROOM|N+)(?=[/.-])/;
const sources = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]*\w\.(?:tsx?|mjs|cjs))`/g)].map(([, name = '']) => name);
const unknownSources = (text: string): string[] => [
  ...new Set(sources(text).filter((name) => !endings.has(name) && !NO_FILES.has(name) && !ANY.test(name))),
];

describe('documents that lead through the house', () => {
  it.each(['README.md', 'docs/architecture.md'])('%s names only what is there', (document) => {
    const text = readFileSync(path.join(root, document), 'utf8');
    expect(named(text).length).toBeGreaterThan(10);
    expect(missing(text)).toEqual([]);
  });

  it('are noticed when they name what is gone', () => {
    expect(missing('It starts in `libs/nowhere/index.ts`.')).toEqual(['libs/nowhere/index.ts']);
  });

  it('name no file of source text that isn’t there, nor by its name alone', () => {
    const texts = documents.map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
    expect(texts.flatMap(({ text }) => sources(text)).length).toBeGreaterThan(100);
    const unknown = texts.flatMap(({ name, text }) => unknownSources(text).map((file) => `${name}: ${file}`));
    expect(unknown).toEqual([]);
  });

  it('are noticed when they name such a file', () => {
    const text =
      '`nowhere.ts`, `documents.spec.ts`, `nowhere/documents.spec.ts` and `architecture/documents.spec.ts`';
    expect(unknownSources(text)).toEqual(['nowhere.ts', 'nowhere/documents.spec.ts']);
  });

  it('have a README of at most 150 lines', () => {
    expect(readFileSync(path.join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(150);
  });
});
