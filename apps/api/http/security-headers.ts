import { createHash } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Environment } from '@thongvon/platform';
import { UNSUBSCRIPTION_STYLE } from '../digest/unsubscription-page';

const DOCS = '/api/docs';
const UNSUBSCRIPTION = '/api/digest/unsubscription';
/** A weekly letter as a page, which our own pages show in a frame. */
const LETTER = /^\/api\/digest\/letters\/[^/]+\/page$/;

/**
 * What browsers may do with our answers: nothing from other hosts, no framing, and the API's answers are not kept.
 * Three pages have styles in their HTML: the end of the weekly letter, one known by its hash; the API's documentation;
 * and a letter, which may therefore do nothing else (ADR 0088).
 */
export function securityHeaders({ PUBLIC_URL }: Environment): RequestHandler[] {
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
