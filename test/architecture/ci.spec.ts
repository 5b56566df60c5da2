import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = path.resolve(__dirname, '../..');

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly minutes?: number;
  readonly ifScript?: string;
  readonly countsTests?: boolean;
  readonly lane?: string;
}

const node = (code: string): string[] => [process.execPath, '-e', code];
const says = (text: string, exit = 0): string[] =>
  node(`console.log(${JSON.stringify(text)}); process.exitCode = ${exit}`);

describe('the CI runner', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thongvon-ci-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function stepsFile(steps: readonly Step[], totalMinutes = 1): string {
    const file = path.join(folder, 'steps.mjs');
    const complete = steps.map((step) => ({ minutes: 1, ...step }));
    writeFileSync(
      file,
      `export const TOTAL_MINUTES = ${totalMinutes}; export const STEPS = ${JSON.stringify(complete)};`,
    );
    return file;
  }

  function run(steps: readonly Step[], totalMinutes?: number) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.join(root, 'scripts/ci/run.mjs'), stepsFile(steps, totalMinutes)],
      { encoding: 'utf8' },
    );
    const lines = stdout.trimEnd().split('\n');
    return { lines, last: lines.at(-1), stderr, status };
  }

  it('adds up the tests of all test runs and one for each gate', () => {
    const { last, status } = run([
      { name: 'lint', command: says('clean') },
      { name: 'test', command: says('7 passed, 0 failed'), countsTests: true },
      { name: 'test:redis', command: says('2 passed, 0 failed'), countsTests: true },
    ]);
    expect([last, status]).toEqual(['10 passed, 0 failed', 0]);
  });

  it('runs every step even if an earlier one failed, and fails', () => {
    const { lines, last, status } = run([
      { name: 'lint', command: says('untidy', 1) },
      { name: 'test', command: says('3 passed, 2 failed', 1), countsTests: true },
      { name: 'build', command: says('built') },
    ]);
    expect([last, status]).toEqual(['4 passed, 3 failed', 1]);
    expect(lines).toEqual(expect.arrayContaining(['untidy', 'built']));
  });

  it('says the time of each step', () => {
    const { lines } = run([{ name: 'lint', command: says('clean') }]);
    expect(lines).toContainEqual(expect.stringMatching(/^lint: ok, \d+\.\d s$/));
  });

  it('prints only one line of the form "N passed, N failed", the last', () => {
    const { lines } = run([{ name: 'test', command: says('7 passed, 0 failed'), countsTests: true }]);
    expect(lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line))).toEqual(['7 passed, 0 failed']);
  });

  it.each([
    ['breaks after its tests', says('7 passed, 0 failed', 1), '7 passed, 1 failed'],
    ['says nothing', says(''), '0 passed, 1 failed'],
    ['has no tests', says('0 passed, 0 failed'), '0 passed, 1 failed'],
    ['is not there', ['/nowhere/jest'], '0 passed, 1 failed'],
  ])('counts one failure for a test run that %s', (_, command, expected) => {
    const { last, status } = run([{ name: 'test', command, countsTests: true }]);
    expect([last, status]).toEqual([expected, 1]);
  });

  it('fails when there is nothing to run', () => {
    expect(run([])).toMatchObject({ last: '0 passed, 0 failed', status: 1 });
  });

  it('leaves out a step whose script is not there yet', () => {
    const { last } = run([
      { name: 'later', command: says('x', 1), ifScript: 'no-such-script' },
      { name: 'now', command: says('x'), ifScript: 'build' },
    ]);
    expect(last).toBe('1 passed, 0 failed');
  });

  it('ends a step that takes too long, with all it started, and goes on', async () => {
    const beats = path.join(folder, 'beats');
    const heart = `setInterval(() => require('fs').appendFileSync(${JSON.stringify(beats)}, '.'), 10)`;
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(heart)}]); setInterval(() => {}, 1e3)`;
    const { last, lines } = run([
      { name: 'endless', command: node(parent), minutes: 1 / 60 },
      { name: 'next', command: says('x') },
    ]);
    expect(last).toBe('1 passed, 1 failed');
    expect(lines).toContainEqual(expect.stringMatching(/^endless: FAILED \(ended: no time left\)/));
    const atTheEnd = readFileSync(beats).length;
    await wait(200);
    expect(atTheEnd).toBeGreaterThan(0);
    expect(readFileSync(beats)).toHaveLength(atTheEnd);
  });

  it('runs lanes beside one another, the steps of a lane in order, and prints each step in one piece', () => {
    const meets = (mine: string, other: string) =>
      node(
        `const fs = require('fs'); const dir = ${JSON.stringify(folder)} + '/'; console.log('${mine} begins'); fs.writeFileSync(dir + '${mine}', '');
         setInterval(() => { if (fs.existsSync(dir + '${other}')) { console.log('${mine} ends'); process.exit(); } }, 10)`,
      );
    const { lines, last } = run([
      { name: 'left', command: meets('left', 'right'), lane: 'left' },
      { name: 'after left', command: says('later'), lane: 'left' },
      { name: 'right', command: meets('right', 'left'), lane: 'right' },
      { name: 'alone', command: says('x') },
    ]);
    expect(last).toBe('4 passed, 0 failed');
    for (const side of ['left', 'right'])
      expect(lines[lines.indexOf(`${side} begins`) + 1]).toBe(`${side} ends`);
    expect(lines.indexOf('later')).toBeGreaterThan(lines.indexOf('left ends'));
    expect(lines.indexOf('=== alone')).toBeGreaterThan(lines.indexOf('later'));
  });

  it('counts as failed what has no time left', () => {
    const { last } = run(
      [
        { name: 'slow', command: node('setInterval(() => {}, 1e3)') },
        { name: 'late', command: node('setInterval(() => {}, 1e3)') },
      ],
      1 / 60,
    );
    expect(last).toBe('0 passed, 2 failed');
  });

  it('ends the running step and still sums up when it is asked to stop', async () => {
    const child = spawn(process.execPath, [
      path.join(root, 'scripts/ci/run.mjs'),
      stepsFile([{ name: 'endless', command: node('console.log("up"); setInterval(() => {}, 1e3)') }]),
    ]);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    while (!output.includes('up')) await wait(20);
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, output.trimEnd().split('\n').at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });

  it('is what .ci/run starts, with steps that exist', () => {
    expect(readFileSync(path.join(root, '.ci/run'), 'utf8')).toContain(
      'exec node scripts/ci/run.mjs </dev/null',
    );
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const print = `import('./scripts/ci/steps.mjs').then((m) => console.log(JSON.stringify(m.STEPS)))`;
    const steps = JSON.parse(
      execFileSync(process.execPath, ['-e', print], { cwd: root, encoding: 'utf8' }),
    ) as Step[];
    const called = steps
      .filter(({ command, ifScript }) => command[0] === 'npm' && command[1] === 'run' && !ifScript)
      .map(({ command }) => command[3]);
    expect(called).toEqual([
      'typecheck',
      'build',
      'format:check',
      'boundaries',
      'unused',
      'test',
      'lint',
      'bench',
    ]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(called));
  });
});
