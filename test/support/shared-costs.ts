import type * as argon2 from '@node-rs/argon2';
import type * as workbookIo from '@thongvon/workbook-io';

// What each of hundreds of systems would pay for anew, and no test looks at (docs/adr/0245).

/**
 * Passwords are hashed with the least memory and one pass: a hash is slow on purpose. It says itself how it was made, so that
 * comparing stays as it is. What a program stores, in a process of its own, is as dear as ever: test/e2e/create-admin.spec.ts.
 */
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, hash: (password: string) => real.hash(password, { memoryCost: 8, timeCost: 1 }) };
});

const endings: (() => Promise<void>)[] = [];

/**
 * The processes that open workbooks are those of the file, not of each system in it: to start three loads the reader three
 * times. A pool with limits of its own is its own: there they are what is tested.
 */
jest.mock('@thongvon/workbook-io', () => {
  const real = jest.requireActual<typeof workbookIo>('@thongvon/workbook-io');
  const kept = new Map<string, workbookIo.ReadingPool<unknown, unknown>>();
  const createReadingPool = (options: workbookIo.ReadingPoolOptions): unknown => {
    const { entry, size, ...limits } = options;
    if (Object.keys(limits).length > 0) return real.createReadingPool(options);
    const key = `${size} of ${entry}`;
    const pool = kept.get(key) ?? real.createReadingPool<unknown, unknown>(options);
    if (!kept.has(key)) endings.push(() => pool.close());
    kept.set(key, pool);
    return partOf(pool);
  };
  return { ...real, createReadingPool };
});

/** As a pool of its own: once closed it takes nothing, and what it was reading is rejected. */
function partOf(pool: workbookIo.ReadingPool<unknown, unknown>): workbookIo.ReadingPool<unknown, unknown> {
  const closing = new AbortController();
  const { signal } = closing;
  const closed = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the reading pool was closed')));
  });
  closed.catch(() => undefined);
  return {
    run: (bytes, options) => (signal.aborted ? closed : Promise.race([pool.run(bytes, options), closed])),
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
  };
}

afterAll(() => Promise.all(endings.map((end) => end())));
