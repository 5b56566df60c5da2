import type { Request } from 'express';
import { createParamDecorator, type ExecutionContext, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor, SignedIn } from '@thongvon/organizations';
import { problems } from './messages';

/// <reference types="multer" />

/** A request as our own guards and middleware have prepared it. */
export interface ApiRequest extends Request {
  /** Names the request in the log, in `X-Request-Id` and in problem documents. */
  requestId: string;
  signedIn?: SignedIn;
  /** Where a file that it brings is put. */
  incomingFolder?: string;
}

/** The path that was asked for, as a whole and without its query, which may hold what someone searched for. */
export function requestedPath({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  return originalUrl.replace(/\?.*$/s, '');
}

function signedInOf(context: ExecutionContext): SignedIn {
  const { signedIn } = context.switchToHttp().getRequest<ApiRequest>();
  if (!signedIn) throw new Error('@CurrentActor() needs a handler with @Allow(…)');
  return signedIn;
}

/** The signed-in person, as a parameter of a handler that has `@Allow(…)`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(context).actor,
);

/** The same with account and CSRF token, for the session's own calls. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context),
);

/** The path's `:id`. What is no UUID can't be the id of anything: 404 NOT-FOUND. */
export function Id(): ParameterDecorator {
  return Param('id', new ParseUUIDPipe({ exceptionFactory: problems.idUnknown }));
}
