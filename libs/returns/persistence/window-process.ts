import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createWindowReader,
  type SheetWindow,
  type WindowReader,
  type WindowRequest,
} from '@thongvon/return-reader';

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
