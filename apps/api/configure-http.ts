import { createHash, randomUUID } from 'node:crypto';
import { gzip } from 'node:zlib';
import { Logger, type NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Environment } from '@thongvon/platform';
import { UNSUBSCRIPTION_STYLE } from '@thongvon/digest/http';
import type { ApiRequest } from '@thongvon/platform/http';

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

const logger = new Logger('Request');

/**
 * Gives each request an id and logs one line when it is answered: method, route pattern, status, milliseconds, id.
 * Never the address itself, which may hold what someone searched for, nor bodies, cookies or people.
 */
function requestLog(request: Request, response: Response, next: NextFunction): void {
  const requestId = randomUUID();
  (request as ApiRequest).requestId = requestId;
  response.setHeader('X-Request-Id', requestId);
  const start = performance.now();
  response.once('close', () => {
    const { path: route = '-' } = (request.route ?? {}) as { path?: string };
    const status = response.writableFinished ? response.statusCode : 'aborted';
    const line = `${request.method} ${route} ${status} ${Math.round(performance.now() - start)} ms ${requestId}`;
    if (route.startsWith('/api/health/')) logger.debug(line);
    else logger.log(line);
  });
  next();
}

/** Shorter answers fit into the packets that their headers need anyway. Characters. */
const WORTH_IT = 1400;

/** Its answers hold a token: nothing that varies with a stranger's input may show how long it packs. */
const SECRET = '/api/session';

/**
 * Packs long JSON answers for who takes gzip: an office's line is slow, and lists shrink to a tenth. Event streams,
 * files and problem documents go out as they are.
 */
function compressedAnswers(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith(SECRET) || request.acceptsEncodings('gzip') === false) {
    next();
    return;
  }
  const asItIs = response.json.bind(response);
  response.json = (body: unknown) => {
    const text = JSON.stringify(body) as string | undefined;
    if (text === undefined || text.length < WORTH_IT) return asItIs(body);
    gzip(text, (error, bytes) => {
      if (response.destroyed) return;
      if (error) {
        next(error);
        return;
      }
      response.vary('Accept-Encoding').setHeader('Content-Encoding', 'gzip');
      if (!response.hasHeader('Content-Type')) response.type('json');
      response.send(bytes);
    });
    return response;
  };
  next();
}

const DOCS = '/api/docs';
const UNSUBSCRIPTION = '/api/digest/unsubscription';
/** A weekly letter as a page, which our own pages show in a frame. */
const LETTER = /^\/api\/digest\/letters\/[^/]+\/page$/;

/**
 * What browsers may do with our answers: nothing from other hosts, no framing, and the API's answers are not kept.
 * Three pages have styles in their HTML: the end of the weekly letter, one known by its hash; the API's documentation;
 * and a letter, which may therefore do nothing else (ADR 0088).
 */
function securityHeaders({ PUBLIC_URL }: Environment): RequestHandler[] {
  const https = PUBLIC_URL?.startsWith('https:') ?? false;
  const strict = policy(https, ["'self'"]);
  const docs = policy(https, ["'self'", "'unsafe-inline'"]);
  const unsubscription = policy(https, [`'sha256-${sha256(UNSUBSCRIPTION_STYLE)}'`]);
  const letter = letterPolicy(https);
  const policyOf = ({ path }: Request) => {
    if (path.startsWith(DOCS)) return docs;
    if (path === UNSUBSCRIPTION) return unsubscription;
    return LETTER.test(path) ? letter : strict;
  };
  const headers: RequestHandler = (request, response, next) => policyOf(request)(request, response, next);
  return [headers, apiNotStored];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function policy(https: boolean, styleSrc: string[]) {
  return helmet({
    // Over plain http, as on one machine, both would make browsers ask for an https that isn't there.
    strictTransportSecurity: https,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc,
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    xFrameOptions: { action: 'deny' },
  });
}

/** No script, nothing fetched, an origin of its own even when it is opened by itself; its links open in new tabs. */
function letterPolicy(https: boolean) {
  return helmet({
    strictTransportSecurity: https,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'self'"],
        imgSrc: ['data:'],
        sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'],
        styleSrc: ["'unsafe-inline'"],
      },
    },
    xFrameOptions: { action: 'sameorigin' },
  });
}

function apiNotStored(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  next();
}
