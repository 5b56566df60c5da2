import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONFORMING_TREE, VIOLATIONS, type Tree } from './violations';

const root = path.resolve(__dirname, '../..');

interface Objection {
  readonly rule: string;
  /** "from → to" */
  readonly edge: string;
}

/** What the rules object to in `trees`, tree by tree, in the order of the rules' names. */
function cruise(trees: readonly string[]): Objection[][] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(__dirname, 'cruise.mjs')], {
    input: JSON.stringify(trees),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Objection[][];
}

/** Packages are empty stand-ins: only their names and their place in package.json matter to the rules. */
const PACKAGES = ['typeorm', 'pg', '@nestjs/common', '@nestjs/swagger', 'class-validator'];
const DEV_PACKAGES = ['fast-check', 'supertest'];

function write(folder: string, tree: Tree): string {
  const files: Tree = {
    ...tree,
    'tsconfig.json': readFileSync(path.join(root, 'tsconfig.json'), 'utf8'),
    'package.json': JSON.stringify({
      dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])),
      devDependencies: Object.fromEntries(DEV_PACKAGES.map((name) => [name, '1.0.0'])),
    }),
    ...Object.fromEntries(
      [...PACKAGES, ...DEV_PACKAGES].flatMap((name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
        [`node_modules/${name}/index.js`, ''],
      ]),
    ),
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

describe('the boundaries between libs, contexts and apps', () => {
  const names = Object.keys(VIOLATIONS);
  let folder: string;
  let conforming: Objection[] | undefined;
  let real: Objection[] | undefined;
  let actual: Record<string, Objection[]>;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thongvon-boundaries-'));
    const trees = names.map((name, i) =>
      write(path.join(folder, String(i)), { ...CONFORMING_TREE, ...VIOLATIONS[name]?.tree }),
    );
    const [first, second, ...rest] = cruise([
      root,
      write(path.join(folder, 'conforming'), CONFORMING_TREE),
      ...trees,
    ]);
    real = first;
    conforming = second;
    actual = Object.fromEntries(names.map((name, i) => [name, rest[i] ?? []]));
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('hold in this repository', () => {
    expect(real).toEqual([]);
  });

  it('allow everything that the design allows', () => {
    expect(conforming).toEqual([]);
  });

  it('are each shown to fail by an example', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string; severity: string }[] }>(
      '../../.dependency-cruiser.cjs',
    );
    expect(forbidden.map((rule) => rule.name).sort()).toEqual([...names].sort());
    expect(forbidden.filter((rule) => rule.severity !== 'error')).toEqual([]);
  });

  it.each(names)('%s stops its example', (name) => {
    const { found = [], also = [] } = VIOLATIONS[name] ?? {};
    const objections = actual[name] ?? [];
    expect(objections.filter(({ rule }) => rule === name).map(({ edge }) => edge)).toEqual(found);
    expect([...new Set(objections.map(({ rule }) => rule))]).toEqual([...also, name].sort());
  });
});
