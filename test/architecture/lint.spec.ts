import { spawnSync } from 'node:child_process';
import path from 'node:path';

const LIB = 'libs/kernel/text.ts';
const SPEC = 'test/architecture/lint.spec.ts';

/** [what is written, where, the code, the rules that must object] */
type Case = readonly [what: string, file: string, code: string, rules: readonly string[]];

const CASES: readonly Case[] = [
  ['any', LIB, 'export const a = (x: any): number => Number(x);', ['@typescript-eslint/no-explicit-any']],
  [
    'a non-null !',
    LIB,
    'export const a = (x: string[]): string => x[0]!;',
    ['@typescript-eslint/no-non-null-assertion'],
  ],
  ['a default export', LIB, 'const a = 1; export { a as default };', ['no-restricted-exports']],
  ['process.env', LIB, 'export const a = process.env;', ['no-restricted-properties']],
  ['env out of process', LIB, 'export const { env } = process;', ['no-restricted-properties']],
  ['an import of env', LIB, `export { env } from 'node:process';`, ['no-restricted-imports']],
  ['new Date()', LIB, 'export const a = new Date();', ['no-restricted-syntax']],
  ['Date.now', LIB, 'export const a = (now = Date.now): number => now();', ['no-restricted-syntax']],
  [
    'a group that is copied for each item',
    LIB,
    'export const a = (m: Map<string, number[]>): unknown => m.set("", [...(m.get("") ?? []), 1]);',
    ['no-restricted-syntax'],
  ],
  ['a date that is given', LIB, 'export const a = new Date(0);', []],
  ['synchronize: true', SPEC, 'export const a = { synchronize: true };', ['no-restricted-syntax']],
  [
    'a date input of the browser',
    'apps/web/src/shared/list/search-box.tsx',
    'export const a = <input type="date" />;',
    ['no-restricted-syntax'],
  ],
  [
    'a sum of amounts in the browser',
    'apps/web/src/shared/list/search-box.tsx',
    'export const a = (x: readonly bigint[]): bigint => x.reduce((b, c) => b + c, 0n);',
    ['house/no-sums-in-web'],
  ],
  [
    'a difference of two amounts in the browser',
    'apps/web/src/shared/list/search-box.tsx',
    'export const a = (x: string, y: string): bigint => BigInt(x) - BigInt(y);',
    ['house/no-sums-in-web'],
  ],
  [
    'a share of two amounts in the browser',
    'apps/web/src/shared/list/search-box.tsx',
    `import { formatRate } from '@thongvon/kernel';\nexport const a = formatRate(1n, 2n);`,
    ['house/no-sums-in-web'],
  ],
  [
    'one rate less another in the browser',
    'apps/web/src/shared/list/search-box.tsx',
    'export const a = (rate: string, due: string): number => Number(rate) - Number(due);',
    ['house/no-sums-in-web'],
  ],
  [
    'an amount by another, read as numbers before, in the browser',
    'apps/web/src/shared/list/search-box.tsx',
    'export const a = (x: string, y: string): number => { const whole = Number(y); return parseFloat(x) / whole; };',
    ['house/no-sums-in-web'],
  ],
  [
    'how long a bar is drawn',
    'apps/web/src/shared/drawing.ts',
    'export const a = (x: bigint, y: bigint): number => Number((x * 10_000n) / y) / 10_000;',
    [],
  ],
  [
    'the larger of two amounts in the browser',
    'apps/web/src/shared/list/search-box.tsx',
    'export const a = (x: bigint, y: bigint): bigint => (x > y ? x : y);',
    [],
  ],
  ['console', LIB, `console.warn('a');`, ['no-console']],
  [
    'a promise that nobody awaits',
    LIB,
    'export function a(): void { Promise.resolve(1); }',
    ['@typescript-eslint/no-floating-promises'],
  ],
  ['more than 300 lines', LIB, 'export {};\n'.repeat(301), ['max-lines']],
  ['comments and blank lines', LIB, `export {};\n${'// why\n\n'.repeat(200)}`, []],
  [
    'a disabled rule that would not object',
    LIB,
    '// eslint-disable-next-line no-console\nexport {};',
    ["Unused eslint-disable directive (no problems were reported from 'no-console')."],
  ],
  ['a clock that asks the machine', 'libs/kernel/clock.ts', 'export const a = Date.now();', []],
  ['process.env in the settings', 'libs/platform/config/environment.ts', 'export const a = process.env;', []],
  ['output at an entry point', 'apps/standalone/main.ts', `console.log('a');`, []],
  ['a long test with real time', SPEC, `export const a = Date.now();\n${'export {};\n'.repeat(301)}`, []],
];

describe('lint', () => {
  let found: string[][];

  beforeAll(() => {
    const input = JSON.stringify(CASES.map(([, file, code]) => ({ file, code })));
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(__dirname, 'lint.mjs')], {
      input,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    found = JSON.parse(stdout) as string[][];
  }, 60_000);

  it.each(CASES.map((one, i) => [one[0], one[1], one[3].join(', ') || 'allowed', i] as const))(
    'sees %s in %s: %s',
    (_what, _file, _verdict, i) => {
      expect(found[i]).toEqual(CASES[i]?.[3]);
    },
  );
});
