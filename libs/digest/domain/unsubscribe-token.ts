import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A token that ends one person's weekly letter, and does nothing else. It never expires: letters are kept for years. */
export function unsubscribeToken(key: Buffer, userId: string): string {
  return `${userId}.${signature(key, userId)}`;
}

/** Whose letter the token ends; undefined when we didn't sign it. */
export function userOfToken(key: Buffer, token: string): string | undefined {
  const [userId = '', given = ''] = token.split('.');
  if (!UUID.test(userId)) return undefined;
  const [ours, theirs] = [Buffer.from(signature(key, userId)), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? userId : undefined;
}

const signature = (key: Buffer, userId: string): string =>
  createHmac('sha256', key).update(`unsubscribe:weekly-digest:${userId}`).digest('base64url');
