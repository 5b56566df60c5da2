import {
  compiledModule,
  createReadingPool,
  WorkbookRefused,
  type ReadingPoolOptions,
} from '@thongvon/workbook-io';
import type { ReadingOptions } from './options';
import type { Reading } from './reading';
import { refusedReading } from './refused-reading';

export interface ReturnReader {
  /** Reads the bytes of a return. Never rejects for what is in the file: a file that can't be opened is a reading with that finding. */
  readReturn(bytes: Uint8Array, options?: ReadingOptions): Promise<Reading>;
  /** Ends its processes. */
  close(): Promise<void>;
}

/** Reads returns in processes of their own, which end when a file takes too long or too much memory. */
export function createReturnReader(limits: Omit<ReadingPoolOptions, 'entry'> = {}): ReturnReader {
  const pool = createReadingPool<ReadingOptions, Reading>({
    entry: compiledModule(__dirname, 'thread-entry'),
    ...limits,
  });
  return {
    async readReturn(bytes, options = {}) {
      try {
        return await pool.run(bytes, options);
      } catch (error) {
        if (error instanceof WorkbookRefused) return refusedReading(error);
        throw error;
      }
    },
    close: () => pool.close(),
  };
}
