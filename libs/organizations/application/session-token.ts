import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret that can't be guessed, as text for a cookie or header. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What the database keeps of a session's token: whoever reads the table can't sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
