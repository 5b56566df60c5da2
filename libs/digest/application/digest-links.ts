import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment, publicAddress } from '@thongvon/platform';
import { unsubscribeToken, userOfToken } from '../domain/unsubscribe-token';
import type { LetterLinks } from '../domain/write-letter';

/** Where the letter's links lead, and whose letter a link ends. */
@Injectable()
export class DigestLinks {
  private key: Promise<Buffer> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  async of(userId: string): Promise<LetterLinks> {
    const token = unsubscribeToken(await this.signingKey(), userId);
    const { address } = this.withoutToken();
    return { address, unsubscribe: address(`/api/digest/unsubscription?token=${token}`) };
  }

  /** For others than the one who gets the letter: the token in its link would let them end it. */
  withoutToken(): LetterLinks {
    const address = (path: string): string => publicAddress(this.environment, path);
    return { address, unsubscribe: address('/') };
  }

  /** Undefined when it isn't a token of ours. */
  async userOf(token: string): Promise<string | undefined> {
    return userOfToken(await this.signingKey(), token);
  }

  /** It never changes; a failed look is not kept. */
  private signingKey(): Promise<Buffer> {
    this.key ??= this.readKey().catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }

  private async readKey(): Promise<Buffer> {
    const [row] = await this.dataSource.query<{ key: Buffer }[]>('SELECT key FROM digest.digest_signing_key');
    if (!row) throw new Error('this installation has no signing key');
    return row.key;
  }
}
