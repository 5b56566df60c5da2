import { randomUUID } from 'node:crypto';
import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import { diskStorage } from 'multer';
import type { ApiRequest } from './api-request';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { StorableForm } from './limits/storable-form';
import { UploadsUnderWay } from './limits/uploads-under-way';

/** The largest file that is taken, in bytes (contract, section 4). */
export const LARGEST_FILE = 20 * 1024 * 1024;

const onDisk = diskStorage({
  destination: (request, _, done) => {
    const { incomingFolder } = request as ApiRequest;
    if (incomingFolder === undefined) done(new Error('UploadsUnderWay comes before the file'), '');
    else done(null, incomingFolder);
  },
  filename: (_, __, done) => done(null, randomUUID()),
});

/**
 * Takes one file of at most 20 MB from the multipart field `field`, and the form's few short other fields. The file
 * lies on the disk until the request is answered; its bytes are had from `UploadedFiles`.
 */
export function ReceivesFile(field: string): MethodDecorator & ClassDecorator {
  const upload = FileInterceptor(field, {
    storage: onDisk,
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 1000 },
    // Else Vietnamese file names arrive as Latin-1.
    defParamCharset: 'utf8',
  });
  return applyDecorators(
    UseInterceptors(UploadsUnderWay, upload, StorableForm, IdempotencyInterceptor),
    ApiConsumes('multipart/form-data'),
  );
}
