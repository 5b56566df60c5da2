import { Injectable } from '@nestjs/common';
import type { Reading, ReadingOptions } from '@thongvon/reading';

@Injectable()
export class ReturnReader {
  read(_bytes: Uint8Array, _options: ReadingOptions): Promise<Reading> {
    throw new Error('pending');
  }
}
