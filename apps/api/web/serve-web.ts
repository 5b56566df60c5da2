import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

/** Where the build puts the web application: dist/web, seen from dist/apps/api/web. */
export const WEB_FOLDER = path.resolve(__dirname, '..', '..', '..', 'web');

/** Compressed copies that the build made, best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

const PAGE = 'index.html';

/**
 * Answers with the web application's files: assets, whose names carry a hash of their content, are kept by browsers for
 * good; every other address is the page itself, which asks for what that address names. Leaves /api, and everything
 * while there is no build, to others.
 */
export function serveWeb(folder: string): RequestHandler {
  return (request, response, next) => {
    const isPageCall = request.method === 'GET' || request.method === 'HEAD';
    const isApi = request.path === '/api' || request.path.startsWith('/api/');
    if (!isPageCall || isApi || !existsSync(path.join(folder, PAGE))) {
      next();
      return;
    }
    const asked = fileName(request.path);
    const isAsset = asked.startsWith(`assets${path.sep}`);
    const isThere = asked !== '' && path.extname(asked) !== '' && existsSync(path.join(folder, asked));
    if (isAsset && !isThere) {
      next();
      return;
    }
    const file = isThere ? asked : PAGE;
    const encoding = ENCODINGS.find(
      ({ name, ending }) =>
        request.acceptsEncodings(name) !== false && existsSync(path.join(folder, file + ending)),
    );
    response.type(path.extname(file)).vary('Accept-Encoding');
    if (encoding) response.setHeader('Content-Encoding', encoding.name);
    response.setHeader('Cache-Control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.sendFile(file + (encoding?.ending ?? ''), { root: folder, cacheControl: false }, (error) => {
      // The caller has gone: nobody is left to tell.
      if (error && !response.headersSent) next(error);
    });
  };
}

/** The path below the folder that an address names; '' for one that is badly written or leads out of it. */
function fileName(address: string): string {
  try {
    const name = path.normalize(decodeURIComponent(address)).replace(/^[/\\]+/, '');
    return name.startsWith('..') || name.includes('\0') ? '' : name;
  } catch {
    return '';
  }
}
