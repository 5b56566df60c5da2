import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { OrganizationsModule } from '@thongvon/organizations';
import { AccessGuard } from './access.guard';
import { IdempotencyInterceptor, JsonIdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { KeptReplies } from './idempotency/kept-replies';
import { ProblemFilter } from './problem.filter';
import { SameOriginGuard } from './same-origin.guard';
import { SessionCookies } from './session-cookies';
import { SessionGuard } from './session.guard';
import { validationPipe } from './validation.pipe';

/** What every request passes, in this order: who is it, is it ours, may they, was it answered before, is it well formed. */
@Global()
@Module({
  imports: [OrganizationsModule],
  providers: [
    KeptReplies,
    IdempotencyInterceptor,
    SessionCookies,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: JsonIdempotencyInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
  exports: [KeptReplies, SessionCookies],
})
export class HttpModule {}
