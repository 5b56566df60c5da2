import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
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

/** How much structure a JSON body may have. The largest that a contract describes, a mapping of 20 tables, has 6.000 members. */
export const JSON_LIMITS = { depth: 16, members: 8_000 } as const;

export type JsonBound = keyof typeof JSON_LIMITS;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING: readonly number[] = [0x7b, 0x5b];
const CLOSING: readonly number[] = [0x7d, 0x5d];

/**
 * Which limit the JSON text breaks, found in one pass over its bytes before anything is built of it: nesting, or members
 * (fields of objects and items of lists, counted together). What is no JSON is left to the parser.
 */
export function brokenJsonLimit(
  bytes: Uint8Array,
  { depth: deepest, members: most }: Readonly<Record<JsonBound, number>> = JSON_LIMITS,
): JsonBound | undefined {
  let depth = 0;
  let members = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) {
      inText = true;
    } else if (OPENING.includes(byte)) {
      if ((depth += 1) > deepest) return 'depth';
      members += 1;
    } else if (CLOSING.includes(byte)) {
      depth -= 1;
    } else if (byte === COMMA) {
      members += 1;
    }
    if (members > most) return 'members';
  }
  return undefined;
}
