import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';

/** The largest file that is taken, in bytes (contract, section 4). */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Takes one file of at most 20 MB from the multipart field `field`, and the form's few short other fields. */
export function ReceivesFile(field: string): MethodDecorator & ClassDecorator {
  const upload = FileInterceptor(field, {
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 1000 },
    // Else Vietnamese file names arrive as Latin-1.
    defParamCharset: 'utf8',
  });
  return applyDecorators(UseInterceptors(upload, IdempotencyInterceptor), ApiConsumes('multipart/form-data'));
}
