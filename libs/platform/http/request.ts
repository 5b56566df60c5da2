import type { Request } from 'express';
import { createParamDecorator, type ExecutionContext, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Role } from '@thongvon/api-contract';
import { businessDate, type Clock, plainDate, type PlainDate } from '@thongvon/kernel';
import { problems } from './messages';

/// <reference types="multer" />

/** Who is calling, as far as guards and limits ask; `Callers` finds out. */
export interface Caller {
  readonly actor: {
    readonly userId: string;
    readonly role: Role;
    /** Whether their office has none above it. */
    readonly atTop?: boolean;
  };
  /** What a call without an `Origin` must bring along. */
  readonly csrfToken: string;
}

/** A request as our own guards and middleware have prepared it. */
export interface ApiRequest extends Request {
  /** Names the request in the log, in `X-Request-Id` and in problem documents. */
  requestId: string;
  signedIn?: Caller;
  /** Where a file that it brings is put. */
  incomingFolder?: string;
}

/** The path that was asked for, as a whole and without its query, which may hold what someone searched for. */
export function requestedPath({ originalUrl }: Pick<Request, 'originalUrl'>): string {
  return originalUrl.replace(/\?.*$/s, '');
}

/** Who sent a request to a handler that has `@Allow(…)`. */
export function callerOf({ signedIn }: ApiRequest): Caller {
  if (!signedIn) throw new Error('who is calling is known where the handler has @Allow(…)');
  return signedIn;
}

/** The signed-in person, as a parameter of a handler that has `@Allow(…)`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller['actor'] =>
    callerOf(context.switchToHttp().getRequest<ApiRequest>()).actor,
);

/** The path's `:id`. What is no UUID can't be the id of anything: 404 NOT-FOUND. */
export function Id(): ParameterDecorator {
  return Param('id', new ParseUUIDPipe({ exceptionFactory: problems.idUnknown }));
}

/** What of `T` may be left out, but not given as undefined. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** `fields` without those that are undefined: a field that a caller left out is left out. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** The day that a query asks for; without one, today. */
export function askedDay(asOf: string | undefined, clock: Clock): PlainDate {
  return asOf === undefined ? businessDate(clock.now()) : plainDate(asOf);
}

/** The files that a request brought, once they have been read. */
export const filesOf = ({ file, files }: ApiRequest): Express.Multer.File[] => [
  ...(file ? [file] : []),
  ...(Array.isArray(files) ? files : []),
];
