import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { problems } from './problems';

const WINDOW = 15 * 60;
const FAILURES_OF_A_PAIR = 10;
const FAILURES_OF_AN_ADDRESS = 100;

/** One attempt that has been let through. */
export interface SignInAttempt {
  /** Takes back that it counted as a failure. */
  succeeded(): Promise<void>;
}

/**
 * Slows down guessing: 10 failures in 15 minutes (real clock) for an account from one address, 100 for an address.
 * Others are not kept out: neither the owner of the account elsewhere nor colleagues behind the same address.
 */
@Injectable()
export class SignInLimit {
  private readonly pairs: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        schemaName: 'organizations',
        tableName: 'sign_in_limit',
        tableCreated: true,
        keyPrefix,
        points,
        duration: WINDOW,
      });
    this.pairs = limiter('pair', FAILURES_OF_A_PAIR);
    this.addresses = limiter('address', FAILURES_OF_AN_ADDRESS);
  }

  /** Throws SIGN-IN-LIMIT when the address has used up its failures, whatever it would send; counts nothing. */
  async refuseAddress(address: string): Promise<void> {
    const used = await this.addresses.get(digest(address));
    if (used && used.remainingPoints <= 0) throw tooMany(used);
  }

  /**
   * Counts the attempt as failed before the password is looked at, so that guesses sent all at once are counted too.
   * Throws the problem SIGN-IN-LIMIT. An attempt that the pair's limit stops doesn't weigh on the address.
   */
  async begin(email: string, address: string): Promise<SignInAttempt> {
    // The table is to hold neither e-mail addresses nor network addresses.
    const pair = digest(`${email} ${address}`);
    const place = digest(address);
    await consume(this.pairs, pair);
    await consume(this.addresses, place);
    return {
      succeeded: async () => {
        await this.pairs.delete(pair);
        await this.addresses.reward(place);
      },
    };
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.consume(key).catch((reason: unknown) => {
    throw reason instanceof RateLimiterRes ? tooMany(reason) : reason;
  });
}

const tooMany = ({ msBeforeNext }: RateLimiterRes) => problems.tooManySignIns(Math.ceil(msBeforeNext / 1000));

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
