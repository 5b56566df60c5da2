import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ApiRequest } from '../api-request';

/** SHA-256 of what a request asks for: its query, its fields and the bytes of its file. */
export async function requestHash({ originalUrl, body, file }: ApiRequest): Promise<string> {
  const hash = createHash('sha256')
    .update(originalUrl)
    .update('\n')
    .update(JSON.stringify(body ?? null));
  if (file) {
    hash.update('\n').update(file.originalname).update('\n');
    for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
