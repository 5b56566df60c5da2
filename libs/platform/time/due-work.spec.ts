import { Logger } from '@nestjs/common';
import { DueWork } from './due-work';

describe('work that falls due', () => {
  let due: DueWork;
  beforeEach(() => {
    jest.useFakeTimers();
    due = new DueWork();
  });
  afterEach(async () => {
    await due.beforeApplicationShutdown();
    jest.useRealTimers();
  });

  it('is looked for at start and every minute, until the process stops', async () => {
    let looks = 0;
    due.register('count', () => Promise.resolve(void (looks += 1)));
    await due.start();
    expect(looks).toBe(1);
    await jest.advanceTimersByTimeAsync(180_000);
    expect(looks).toBe(4);
    await due.beforeApplicationShutdown();
    await jest.advanceTimersByTimeAsync(180_000);
    expect(looks).toBe(4);
  });

  it('is not kept from others by one look that fails, and that one is tried again', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const seen: string[] = [];
    due.register('broken', () => {
      seen.push('broken');
      return Promise.reject(new Error('no database'));
    });
    due.register('whole', () => Promise.resolve(void seen.push('whole')));
    await due.start();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual(['broken', 'whole', 'broken', 'whole']);
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('broken: Error: no database'));
    logged.mockRestore();
  });

  it('is not looked for again while a look is under way', async () => {
    let looks = 0;
    let finish = (): void => undefined;
    due.register('slow', () => {
      looks += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    });
    const started = due.start();
    await jest.advanceTimersByTimeAsync(180_000);
    await started;
    expect(looks).toBe(1);
    finish();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(2);
    finish();
  });
});
