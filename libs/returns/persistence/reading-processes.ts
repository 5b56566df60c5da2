import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createReturnReader,
  createWindowReader,
  type Reading,
  type ReadingOptions,
  type ReturnReader,
  type SheetWindow,
  type WindowReader,
  type WindowRequest,
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

/** The process that shows cells of kept files. It is started when somebody first looks at one. */
@Injectable()
export class WindowProcess implements OnApplicationShutdown {
  private reader: WindowReader | undefined;

  /** `sha256` names the bytes. Rejects with a `WorkbookRefused`. */
  read(sha256: string, bytes: Uint8Array, request: WindowRequest): Promise<SheetWindow | undefined> {
    this.reader ??= createWindowReader();
    return this.reader.readWindow(bytes, { key: sha256, ...request });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close();
  }
}
