import { applyDecorators, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';

/** What a JSON body may weigh where the handler says nothing. Bytes. */
export const USUAL_JSON = 16 * 1024;

/** For lists that people fill in: answers about many rows, mappings of tables. Bytes. */
export const LONG_JSON = 100 * 1024;

/** For what anybody may call, signed in or not. Bytes. */
export const ANYBODYS_JSON = 4 * 1024;

const KEY = 'json-limit';

/** The most that the handler's JSON body may weigh, in bytes; heavier ones are refused with 413 BODY-TOO-LARGE. */
export function JsonLimit(bytes: number): MethodDecorator {
  return applyDecorators(SetMetadata(KEY, bytes), ApiExtension('x-max-bytes', bytes));
}

export function jsonLimitOf(reflector: Reflector, context: Pick<ExecutionContext, 'getHandler'>): number {
  return reflector.get<number | undefined>(KEY, context.getHandler()) ?? USUAL_JSON;
}
