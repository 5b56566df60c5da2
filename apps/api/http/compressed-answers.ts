import { gzip } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';

/** Shorter answers fit into the packets that their headers need anyway. Characters. */
const WORTH_IT = 1400;

/** Its answers hold a token: nothing that varies with a stranger's input may show how long it packs. */
const SECRET = '/api/session';

/**
 * Packs long JSON answers for who takes gzip: an office's line is slow, and lists shrink to a tenth. Event streams,
 * files and problem documents go out as they are.
 */
export function compressedAnswers(request: Request, response: Response, next: NextFunction): void {
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
