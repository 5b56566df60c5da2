import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLine, isRunning, pidOfTag, processTag } from './folder-claim';

describe('the tag of a process', () => {
  it('stays the same while the process runs, and names its number', () => {
    const tag = processTag() ?? '';
    expect(processTag()).toBe(tag);
    expect(isRunning(tag)).toBe(true);
    expect(pidOfTag(tag)).toBe(process.pid);
  });

  it('tells a process from an earlier one that had the same number', () => {
    expect(isRunning(`${process.pid}-0123456789ab`)).toBe(false);
  });

  it('is not running any more once the process has ended', async () => {
    const child = spawn('sleep', ['60']);
    const tag = processTag(child.pid) ?? '';
    expect(isRunning(tag)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isRunning(tag)).toBe(false);
  });

  it('does not take a zombie for a running process', async () => {
    // The shell becomes a program that never asks how its child has ended.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    const tag = processTag(Number(pid)) ?? '';
    expect(isRunning(tag)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(isRunning(tag)).toBe(false);
    parent.kill('SIGKILL');
  });

  it.each(['', 'x', '12', '0-0123456789ab', '-1-0123456789ab'])('is never a text like "%s"', (text) => {
    expect(isRunning(text)).toBe(false);
  });

  it('comes with the way the process was called', async () => {
    const child = spawn('sleep', ['61.5']);
    await once(child, 'spawn');
    expect(commandLine(child.pid ?? 0)).toBe('sleep 61.5');
    child.kill('SIGKILL');
  });
});
