import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  compiledModule,
  createReadingPool,
  type Marking,
  type ReadingPool,
  type WrittenWorkbook,
} from '@thongvon/workbook-io';

/** Marks workbooks in a process that can be ended, as files of others are always opened; started by the first one. */
@Injectable()
export class MarkingProcesses implements OnApplicationShutdown {
  private pool: ReadingPool<Marking, WrittenWorkbook> | undefined;

  /** Rejects with a `WorkbookRefused` for a file that can't be marked. */
  mark(bytes: Uint8Array, marking: Marking): Promise<WrittenWorkbook> {
    this.pool ??= createReadingPool({ entry: compiledModule(__dirname, 'marking-thread-entry'), size: 1 });
    return this.pool.run(bytes, marking);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }
}
