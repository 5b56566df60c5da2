import { Logger } from '@nestjs/common';
import { Entries } from '../registry/registry';
import { type DueLook, DueWork } from './due-work';

describe('work that falls due', () => {
  let due: DueWork;
  const looking = (looks: Record<string, DueLook['look']>): DueWork => {
    const sources = Object.entries(looks).map(([name, look]) => [name, { instance: { look } }] as const);
    return (due = new DueWork(new Entries(new Map(sources))));
  };
  beforeEach(() => jest.useFakeTimers());
  afterEach(async () => {
    await due.beforeApplicationShutdown();
    jest.useRealTimers();
  });

  it('is looked for at start and every minute, until the process stops', async () => {
    let looks = 0;
    await looking({ count: () => Promise.resolve(void (looks += 1)) }).start();
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
    const broken = (): Promise<void> => {
      seen.push('broken');
      return Promise.reject(new Error('no database'));
    };
    await looking({ broken, whole: () => Promise.resolve(void seen.push('whole')) }).start();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual(['broken', 'whole', 'broken', 'whole']);
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('broken: Error: no database'));
    logged.mockRestore();
  });

  it('is not looked for again while a look is under way', async () => {
    let looks = 0;
    let finish = (): void => undefined;
    const slow = (): Promise<void> => {
      looks += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    };
    const started = looking({ slow }).start();
    await jest.advanceTimersByTimeAsync(180_000);
    await started;
    expect(looks).toBe(1);
    finish();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(2);
    finish();
  });
});
