import { createHash } from 'node:crypto';
import type { ApiRequest } from '../api-request';

/** SHA-256 of what a request asks for: its query, its fields and the bytes of its file. */
export function requestHash({ originalUrl, body, file }: ApiRequest): string {
  const hash = createHash('sha256')
    .update(originalUrl)
    .update('\n')
    .update(JSON.stringify(body ?? null));
  if (file) hash.update('\n').update(file.originalname).update('\n').update(file.buffer);
  return hash.digest('hex');
}
