/// <reference types="multer" />
import type { Request } from 'express';
import type { SignedIn } from '@thongvon/organizations';

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
