import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { UploadedFiles } from './files';

const MIB = 1024 * 1024;

describe('files that came in', () => {
  let file: string;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thongvon-files-'));
    file = path.join(folder, 'file');
    await writeFile(file, 'abc');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are in memory only so many at once, and each gets its turn, also after one that failed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ mib: fc.integer({ min: 0, max: 20 }), fails: fc.boolean() }), { maxLength: 30 }),
        async (uploads) => {
          const files = new UploadedFiles();
          let held = 0;
          let most = 0;
          const order: number[] = [];
          const done = await Promise.allSettled(
            uploads.map(({ mib, fails }, index) =>
              files.use({ path: file, size: mib * MIB }, async (bytes) => {
                order.push(index);
                held += mib;
                most = Math.max(most, held);
                await new Promise((resolve) => setImmediate(resolve));
                held -= mib;
                if (fails) throw new Error('no room');
                return bytes.toString();
              }),
            ),
          );
          expect(most).toBeLessThanOrEqual(40);
          expect(order).toHaveLength(uploads.length);
          expect(done.map(({ status }) => status === 'rejected')).toEqual(uploads.map(({ fails }) => fails));
        },
      ),
      { numRuns: 30 },
    );
  });
});
