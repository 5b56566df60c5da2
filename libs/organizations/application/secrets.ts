import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Hashes and compares passwords with Argon2id at the library's defaults, which are OWASP's: 19 MiB, two passes. */
@Injectable()
export class Passwords {
  private readonly nobody = hash('no account has this password');

  hash(password: string): Promise<string> {
    return hash(password);
  }

  /**
   * Whether `password` made `passwordHash`. Without a hash (no such account) it works as long and says no, so that the
   * time of an answer doesn't tell which addresses have accounts.
   */
  async match(passwordHash: string | undefined, password: string): Promise<boolean> {
    const same = await verify(passwordHash ?? (await this.nobody), password);
    return same && passwordHash !== undefined;
  }
}

const BYTES = 32;

/** A secret that can't be guessed, as text for a cookie or header. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What the database keeps of a session's token: whoever reads the table can't sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
