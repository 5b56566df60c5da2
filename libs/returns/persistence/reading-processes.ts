import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createReturnReader,
  type Reading,
  type ReadingOptions,
  type ReturnReader,
} from '@thongvon/return-reader';

/** The processes that read workbooks. They are started by the first reading, so that an API process has none. */
@Injectable()
export class ReadingProcesses implements OnApplicationShutdown {
  private reader: ReturnReader | undefined;

  read(bytes: Uint8Array, options: ReadingOptions): Promise<Reading> {
    return this.started().readReturn(bytes, options);
  }

  /** Starts them before the first return comes, so that it need not wait. */
  warmUp(): void {
    this.started();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close();
  }

  private started(): ReturnReader {
    this.reader ??= createReturnReader();
    return this.reader;
  }
}
