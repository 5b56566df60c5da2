import { randomUUID } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import { diskStorage } from 'multer';
import type { Observable } from 'rxjs';
import { IdempotencyInterceptor } from './idempotency';
import { unstorableFields } from './request-limits';
import { UploadsUnderWay } from './uploads';
import type { ApiRequest } from './request';
import { MOST_FIELDS, validationProblem } from './validation';

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

/** A file as the answer to a request, to be saved under its name, which may hold Vietnamese letters. */
export function attachment(
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
  type = 'application/octet-stream',
): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    length: bytes.length,
  });
}

/** The media type of .xlsx. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Refuses a form whose fields or file name hold what the database can't. After what reads the form. */
@Injectable()
export class StorableForm implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const form: unknown[] = [request.body, { fileName: request.file?.originalname }];
    const fields = form.flatMap((part) => unstorableFields(part, MOST_FIELDS + 1));
    if (fields.length > 0) throw validationProblem(fields.map((field) => ({ field, rule: 'storableText' })));
    return next.handle();
  }
}
