import { rm } from 'node:fs/promises';
import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';
import type { ApiRequest } from '../api-request';
import { problems } from '../messages';
import { UploadedFiles } from './uploaded-files';

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

  private end(account: string, { file }: ApiRequest): void {
    const left = (this.byAccount.get(account) ?? 1) - 1;
    if (left > 0) this.byAccount.set(account, left);
    else this.byAccount.delete(account);
    // Of a file that it refused, multer has removed what came, and the path.
    const { path }: Partial<Express.Multer.File> = file ?? {};
    if (path === undefined) return;
    rm(path, { force: true }).catch((error: unknown) =>
      this.logger.error(`an upload stays: ${String(error)}`),
    );
  }
}
