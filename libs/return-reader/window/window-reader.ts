import { compiledModule, createReadingPool } from '@thongvon/workbook-io';
import type { SheetWindow, WindowRequest } from './sheet-window';

/** Says which file it is: the same key, the same bytes. */
export interface KeyedFile {
  readonly key: string;
}

export interface WindowReader {
  /** The part of the workbook; undefined when it has no such sheet. Rejects with a `WorkbookRefused` as the readings do. */
  readWindow(bytes: Uint8Array, request: KeyedFile & WindowRequest): Promise<SheetWindow | undefined>;
  close(): Promise<void>;
}

/** Shows cells of workbooks from a process of its own, under the limits of the readings. */
export function createWindowReader(): WindowReader {
  const pool = createReadingPool<KeyedFile & WindowRequest, SheetWindow | undefined>({
    entry: compiledModule(__dirname, 'thread-entry'),
    size: 1,
  });
  return {
    readWindow: (bytes, request) => pool.run(bytes, request),
    close: () => pool.close(),
  };
}
