import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FindingView } from '@thongvon/api-contract';
import { each, expectFinding, MISTAKEN, UNREADABLE } from '../support/bad-file-findings';
import { badFiles } from '../support/bad-files';
import { ROOT } from '../support/program';

describe('bad input to check-return', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thongvon-bad-input-'));
    for (const [name, make] of Object.entries(badFiles))
      await writeFile(path.join(folder, `${name}.xlsx`), await make());
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs the command in the folder of bad files. */
  const checkReturn = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const program = path.join(ROOT, 'dist', 'apps', 'cli', 'check-return.js');
      const env = { PATH: process.env['PATH'] };
      const child = execFile(process.execPath, [program, ...args], { cwd: folder, env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });

  it.each([
    ['can not be read as a return', 2, UNREADABLE],
    ['has a mistake', 1, MISTAKEN],
  ] as const)('says what is wrong and what to do with each file that %s', async (_, code, files) => {
    const names = Object.keys(files).map((name) => `${name}.xlsx`);
    const checked = await checkReturn('--json', ...names);
    expect(checked.code).toBe(code);
    const lines = checked.out.trimEnd().split('\n');
    const readings = lines.map((line) => JSON.parse(line) as { file: string; findings: FindingView[] });
    expect(readings.map(({ file }) => file)).toEqual(names);
    for (const [index, [, expected]] of each(files).entries())
      expectFinding(readings[index]?.findings ?? [], expected);
  });

  it('names the limit of a file that is too large, and goes on with the next', async () => {
    const { code, out } = await checkReturn('tooLarge.xlsx', 'withoutADate.xlsx');
    expect(code).toBe(2);
    expect(out).toMatch(
      /tooLarge[^]*RET-LIMIT\s+Tệp lớn hơn 20 MB. Hãy xóa[^]*withoutADate[^]*RET-DATE-UNKNOWN/,
    );
  });

  it('says how it is used when no file is named, and which file is not there', async () => {
    expect(await checkReturn()).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/Cách dùng.*Usage/s),
    });
    const { code, out } = await checkReturn('quên.xlsx');
    expect(code).toBe(2);
    expect(out).toMatch(/quên.xlsx[^]*Không mở được tệp \(ENOENT\). Hãy kiểm tra tên tệp/);
  });
});
