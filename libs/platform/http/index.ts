import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard, SameOriginGuard, SessionGuard } from './access';
import { IdempotencyInterceptor, JsonIdempotencyInterceptor, KeptReplies } from './idempotency';
import { RequestLimitsInterceptor } from './request-limits';
import { StorableForm, UploadedFiles, UploadsUnderWay } from './files';
import { ProblemFilter, validationPipe } from './problem-documents';
import { ReadingInterceptor } from './reading';

/** What every request passes: who is it, is it ours, may they, is it within limits, was it answered before, is it well formed. */
@Module({
  providers: [
    KeptReplies,
    IdempotencyInterceptor,
    StorableForm,
    UploadedFiles,
    UploadsUnderWay,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RequestLimitsInterceptor },
    { provide: APP_INTERCEPTOR, useClass: JsonIdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
  exports: [KeptReplies, UploadedFiles, UploadsUnderWay],
})
export class HttpModule {
  /** `callers`: the module that exports `Callers`. */
  static with(callers: Type): DynamicModule {
    return { module: HttpModule, global: true, imports: [callers] };
  }
}

export * from './access';
export * from './files';
export { HealthModule } from './health.controller';
export { ANYBODYS_JSON, JsonLimit, LONG_JSON, USUAL_JSON } from './request-limits';
export { problems } from './messages';
export { FromPrimary } from './reading';
export * from './request';
export { Statements } from './statements';
