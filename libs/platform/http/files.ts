import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
  type OnModuleDestroy,
  StreamableFile,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor, FilesInterceptor } from '@nestjs/platform-express';
import type { MulterOptions } from '@nestjs/platform-express/multer/interfaces/multer-options.interface';
import { ApiConsumes } from '@nestjs/swagger';
import { diskStorage } from 'multer';
import { finalize, type Observable } from 'rxjs';
import { IdempotencyInterceptor } from './idempotency';
import { problems } from './messages';
import { type ApiRequest, filesOf } from './request';
import { unstorableFields } from './request-limits';
import { MOST_FIELDS, validationProblem } from './problem-documents';

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
  return takesUploads(FileInterceptor(field, uploads(1)));
}

/** The same for several files in one field, of at most 20 MB together. */
export function ReceivesFiles(field: string, most: number): MethodDecorator & ClassDecorator {
  return takesUploads(FilesInterceptor(field, most, uploads(most)));
}

const uploads = (files: number): MulterOptions => ({
  storage: onDisk,
  limits: { fileSize: LARGEST_FILE, files, fields: 10, fieldSize: 1000 },
  // Else Vietnamese file names arrive as Latin-1.
  defParamCharset: 'utf8',
});

function takesUploads(upload: Type<NestInterceptor>): MethodDecorator & ClassDecorator {
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
    const names = filesOf(request).map(({ originalname }) => ({ fileName: originalname }));
    const form: unknown[] = [request.body, ...names];
    const fields = form.flatMap((part) => unstorableFields(part, MOST_FIELDS + 1));
    if (fields.length > 0) throw validationProblem(fields.map((field) => ({ field, rule: 'storableText' })));
    return next.handle();
  }
}

type OnDisk = Pick<Express.Multer.File, 'path' | 'size'>;

/** How many bytes of uploaded files one process holds at once; keeping them takes about three times as much. */
const IN_MEMORY = 40 * 1024 * 1024;

/**
 * Uploads wait on the disk. Their bytes are in memory only while they are kept in the database, and of all uploads
 * together only so many; the rest wait in order of their arrival.
 */
@Injectable()
export class UploadedFiles implements OnModuleDestroy {
  private made: Promise<string> | undefined;
  private held = 0;
  /** Ends when everybody who came before has got room. */
  private turn: Promise<void> = Promise.resolve();
  private freed: () => void = () => undefined;

  /** This process's own folder for files that are coming in; nobody else on the machine can look into it. */
  folder(): Promise<string> {
    return (this.made ??= mkdtemp(path.join(tmpdir(), 'thongvon-incoming-')));
  }

  async onModuleDestroy(): Promise<void> {
    if (this.made) await rm(await this.made, { recursive: true, force: true });
  }

  /** Runs `work` with the file's bytes, which nothing may hold on to afterwards. */
  use<T>(file: OnDisk, work: (bytes: Buffer) => Promise<T>): Promise<T> {
    return this.useAll([file], ([bytes = Buffer.alloc(0)]) => work(bytes));
  }

  /** The same with those of several files. Throws FILE-TOO-LARGE where they are too much together. */
  async useAll<T>(files: readonly OnDisk[], work: (bytes: readonly Buffer[]) => Promise<T>): Promise<T> {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > LARGEST_FILE) throw problems.fileTooLarge();
    this.turn = this.turn.then(() => this.take(size));
    await this.turn;
    try {
      return await work(await Promise.all(files.map(({ path }) => readFile(path))));
    } finally {
      this.held -= size;
      this.freed();
    }
  }

  /** Only one waits here at a time: the others wait for their turn. */
  private async take(size: number): Promise<void> {
    while (this.held > 0 && this.held + size > IN_MEMORY)
      await new Promise<void>((resolve) => (this.freed = resolve));
    this.held += size;
  }
}

/** How many files one account may be sending at once, to one API process. */
export const UPLOADS_AT_ONCE = 3;

/**
 * Refuses a fourth file that an account sends while three are under way, before anything of it is read: 429
 * UPLOADS-UNDER-WAY. Removes the file from the disk when the request is answered, or was broken off.
 */
@Injectable()
export class UploadsUnderWay implements NestInterceptor {
  private readonly logger = new Logger('Uploads');
  private readonly byAccount = new Map<string, number>();

  constructor(private readonly files: UploadedFiles) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const account = request.signedIn?.actor.userId ?? '';
    request.incomingFolder = await this.files.folder();
    const before = this.byAccount.get(account) ?? 0;
    if (before >= UPLOADS_AT_ONCE) throw problems.tooManyUploads(UPLOADS_AT_ONCE);
    this.byAccount.set(account, before + 1);
    return next.handle().pipe(finalize(() => this.end(account, request)));
  }

  private end(account: string, request: ApiRequest): void {
    const left = (this.byAccount.get(account) ?? 1) - 1;
    if (left > 0) this.byAccount.set(account, left);
    else this.byAccount.delete(account);
    // Of a file that it refused, multer has removed what came, and the path.
    for (const { path } of filesOf(request) as Partial<Express.Multer.File>[]) {
      if (path === undefined) continue;
      rm(path, { force: true }).catch((error: unknown) =>
        this.logger.error(`an upload stays: ${String(error)}`),
      );
    }
  }
}
