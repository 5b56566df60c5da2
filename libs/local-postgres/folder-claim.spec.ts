import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { claimFolder, processTag } from './folder-claim';
import { StartFailure } from './messages';

describe('claiming a data folder', () => {
  let parent: string;
  let folder: string;
  const others: ChildProcess[] = [];

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'thongvon-claim-'));
    folder = path.join(parent, 'data');
  });

  afterEach(async () => {
    for (const other of others.splice(0)) other.kill('SIGKILL');
    await rm(parent, { recursive: true });
  });

  /** Another process that holds the folder. */
  async function heldByOther(): Promise<ChildProcess> {
    const other = spawn('sleep', ['60']);
    others.push(other);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `in-use-by-${processTag(other.pid)}`), '');
    return other;
  }

  it('makes the folder and leaves nothing in it when released', async () => {
    const claim = await claimFolder(folder);
    expect(claim.folder).toBe(folder);
    expect(await readdir(folder)).toHaveLength(1);
    await claim.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused while another process has it, in one sentence that names the process', async () => {
    const other = await heldByOther();
    const refused = claimFolder(folder, 0);
    await expect(refused).rejects.toThrow(StartFailure);
    await expect(refused).rejects.toMatchObject({
      sentence: {
        vi: expect.stringContaining(`tiến trình ${other.pid}`) as string,
        en: expect.stringContaining(`process ${other.pid}`) as string,
      },
    });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is refused to a process that has it already', async () => {
    const claim = await claimFolder(folder);
    await expect(claimFolder(folder, 0)).rejects.toThrow(`process ${process.pid}`);
    await claim.release();
  });

  it('waits for a process that is just about to end', async () => {
    const other = await heldByOther();
    setTimeout(() => other.kill('SIGKILL'), 300);
    await (await claimFolder(folder)).release();
  });

  it('sweeps away the marks of the dead, also when their number has been given to another process', async () => {
    await mkdir(folder);
    await writeFile(path.join(folder, `in-use-by-${process.ppid}-0123456789ab`), '');
    const claim = await claimFolder(folder, 0);
    expect(await readdir(folder)).toEqual([`in-use-by-${processTag()}`]);
    await claim.release();
  });

  it('says in one sentence that a folder cannot be used', async () => {
    await writeFile(folder, 'a file');
    await expect(claimFolder(folder)).rejects.toThrow(/can't be written to \(EEXIST\)/);
    await expect(claimFolder(path.join(folder, 'below'))).rejects.toThrow(/can't be written to \(ENOTDIR\)/);
  });
});
