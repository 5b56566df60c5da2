import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import express from 'express';
import type { RequestHandler, Response } from 'express';
import type { Observable } from 'rxjs';
import { ApiExtension } from '@nestjs/swagger';
import { Problem } from '../problems/problem';
import { problems } from './messages';
import type { ApiRequest } from './request';
import { MOST_FIELDS, validationProblem } from './problem-documents';

/** More parameters than any address of ours takes. */
const MOST_PARAMETERS = 50;

/**
 * Reads the JSON body once guards have let the caller through, within the handler's limits, and refuses what no handler
 * can use: too many parameters, text that can't be stored, a change of nothing. Before validation, whose cost grows with
 * what was sent. Multipart bodies are read by `@ReceivesFile()`.
 */
@Injectable()
export class RequestLimitsInterceptor implements NestInterceptor {
  private readonly parsers = new Map<number, RequestHandler>();

  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const { method, params } = request;
    const query = request.query;
    if (Object.values(query).flat().length > MOST_PARAMETERS) throw problems.tooManyParameters();
    if (method !== 'GET' && method !== 'HEAD')
      await this.readJson(request, http.getResponse<Response>(), jsonLimitOf(this.reflector, context));
    const body: unknown = request.body;
    const unstorable = [params, query, body].flatMap((part) => unstorableFields(part, MOST_FIELDS + 1));
    if (unstorable.length > 0)
      throw validationProblem(unstorable.map((field) => ({ field, rule: 'storableText' })));
    if (method === 'PATCH' && isEmpty(body)) throw problems.nothingToChange();
    return next.handle();
  }

  private readJson(request: ApiRequest, response: Response, limit: number): Promise<void> {
    const parser = this.parsers.get(limit) ?? jsonParser(limit);
    this.parsers.set(limit, parser);
    return new Promise((resolve, reject) => {
      void parser(request, response, (error?: unknown) =>
        error === undefined ? resolve() : reject(bodyFailure(error, limit)),
      );
    });
  }
}

function jsonParser(limit: number): RequestHandler {
  return express.json({
    limit,
    verify: (_, __, bytes) => {
      const broken = brokenJsonLimit(bytes);
      if (broken === 'depth') throw problems.bodyTooDeep(JSON_LIMITS.depth);
      if (broken === 'members') throw problems.bodyTooManyMembers(JSON_LIMITS.members);
    },
  });
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0);

/** What an error of Express's body parser is to the caller; the parser names its errors by `type`. */
function bodyFailure(error: unknown, limit: number): Error {
  if (error instanceof Problem) return error;
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: unknown;
    status?: unknown;
  };
  switch (type) {
    case 'entity.too.large':
      return problems.bodyTooLarge(limit);
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return problems.bodyMalformed();
    default:
      if (status === 415) return problems.mediaType();
      if (status === 400) return problems.bodyMalformed();
      return error instanceof Error ? error : new Error(String(error));
  }
}

/** Half of a surrogate pair: JavaScript holds it, UTF-8 doesn't. */
const HALF = /\p{Surrogate}/u;

/** PostgreSQL holds neither U+0000 nor halves of surrogate pairs, in text as little as in jsonb. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && !HALF.test(text);
}

/** Paths of at most `most` texts in `value` that the database can't hold; also of names of fields. */
export function unstorableFields(value: unknown, most: number): string[] {
  const found: string[] = [];
  const look = (part: unknown, path: string): void => {
    if (found.length >= most) return;
    if (typeof part === 'string') {
      if (!isStorable(part)) found.push(path);
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        if (!isStorable(name)) found.push(path);
        else look(inner, path === '' ? name : `${path}.${name}`);
      }
    }
  };
  look(value, '');
  return found;
}

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

function jsonLimitOf(reflector: Reflector, context: Pick<ExecutionContext, 'getHandler'>): number {
  return reflector.get<number | undefined>(KEY, context.getHandler()) ?? USUAL_JSON;
}

/** How much structure a JSON body may have. The largest that a contract describes, a mapping of 20 tables, has 6.000 members. */
const JSON_LIMITS = { depth: 16, members: 8_000 } as const;

type JsonBound = keyof typeof JSON_LIMITS;

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
