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
