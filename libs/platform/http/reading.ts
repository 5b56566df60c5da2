import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, type Observable, throwError } from 'rxjs';
import { ReadReplica } from '../database/read-replica';
import { Problem } from '../problems/problem';
import { type ApiRequest, requestedPath } from './request';

/** A GET handler that must be asked of the primary: what goes on after its answer, or writes. */
export const FromPrimary = Reflector.createDecorator<boolean>();

/**
 * Reads what signed-in people ask for by GET from the replica, where the installation has one (docs/adr/0197). What isn't an answer,
 * whatever the reason, is asked of the primary once more: such requests change nothing, so asking twice does no harm.
 */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly replica: ReadReplica,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { method, signedIn } = request;
    const isReading = (method === 'GET' || method === 'HEAD') && signedIn !== undefined;
    if (!isReading || this.reflector.get(FromPrimary, context.getHandler())) return next.handle();
    const read = await this.replica.now();
    if (!read) return next.handle();
    return read(() => next.handle()).pipe(
      catchError((error: unknown) => {
        if (error instanceof Problem || error instanceof HttpException) return throwError(() => error);
        this.replica.failed(error, requestedPath(request));
        return next.handle();
      }),
    );
  }
}
