import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Environment } from '@thongvon/platform';

const DOCS = '/api/docs';

/**
 * What browsers may do with our answers: nothing from other hosts, no framing, and the API's answers are not kept.
 * The page of the API's documentation alone has a style sheet in its HTML.
 */
export function securityHeaders({ PUBLIC_URL }: Environment): RequestHandler[] {
  const https = PUBLIC_URL?.startsWith('https:') ?? false;
  const strict = policy(https, ["'self'"]);
  const docs = policy(https, ["'self'", "'unsafe-inline'"]);
  const headers: RequestHandler = (request, response, next) =>
    (request.path.startsWith(DOCS) ? docs : strict)(request, response, next);
  return [headers, apiNotStored];
}

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

function apiNotStored(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  next();
}
