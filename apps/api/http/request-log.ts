import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { ApiRequest } from './api-request';

const logger = new Logger('Request');

/**
 * Gives each request an id and logs one line when it is answered: method, route pattern, status, milliseconds, id.
 * Never the address itself, which may hold what someone searched for, nor bodies, cookies or people.
 */
export function requestLog(request: Request, response: Response, next: NextFunction): void {
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
