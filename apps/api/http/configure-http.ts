import type { NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { Environment } from '@thongvon/platform';
import { compressedAnswers } from './compressed-answers';
import { requestLog } from './request-log';
import { securityHeaders } from './security-headers';

/** Bodies are read by interceptors, once it is known who sends them; a failed start is the caller's to report. */
export const API_OPTIONS: NestApplicationOptions = { bodyParser: false, abortOnError: false };

/**
 * What comes before every handler: log, headers, cookies, packing. Unless
 * TRUST_PROXY says otherwise the caller's address is the one that connects: anyone can send X-Forwarded-… headers.
 */
export function configureHttp(app: NestExpressApplication, environment: Environment): void {
  app.setGlobalPrefix('api');
  app.set('trust proxy', environment.TRUST_PROXY);
  // Entity tags are the handlers' own affair: they stand for versions, not for bytes.
  app.disable('etag');
  app.use(requestLog, ...securityHeaders(environment), cookieParser(), compressedAnswers);
}
