import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Client } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner, type ReplicationMode } from 'typeorm';

/** A state of the primary, by its write-ahead log, and whose it is. */
interface PrimaryState {
  readonly position: string;
  /** PostgreSQL's number of a cluster; a physical replica has that of its primary. */
  readonly system: string;
}

/** The replica as it serves one request: not older than the primary was when the request came. */
interface Reading {
  readonly replica: DataSource;
  readonly since: PrimaryState;
}

const readings = new AsyncLocalStorage<Reading>();

/** A data source whose connections are those of the replica while `ReadReplica` serves a request. */
export class PrimaryDataSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const reading = readings.getStore();
    return reading ? runnerOf(reading) : super.createQueryRunner(mode);
  }
}

/** For how long the replica isn't asked after it was found behind, and after it failed. Milliseconds. */
const REST_WHEN_BEHIND = 500;
const REST_AFTER_FAILURE = 5000;

/**
 * The replica at DATABASE_READER_URL, from which readers' requests are answered: never from a state older than the primary's was when
 * the request came. Where the replica is behind, out of reach or none of this primary, the primary answers (docs/adr/0197).
 */
@Injectable()
export class ReadReplica {
  private readonly logger = new Logger('ReadReplica');
  private opened: DataSource | undefined;
  private opening: Promise<void> | undefined;
  private restsUntil = 0;
  /** What was said last, which isn't said again. */
  private said = '';

  /** `open` connects to the replica; undefined where the installation has none. */
  constructor(
    private readonly primary: DataSource,
    private readonly open: (() => Promise<DataSource>) | undefined,
  ) {}

  /** The way in which a request that has just come is read from the replica; undefined when the primary is to answer. */
  async now(): Promise<(<T>(ask: () => T) => T) | undefined> {
    if (!this.open || performance.now() < this.restsUntil) return undefined;
    const replica = this.opened;
    if (!replica) {
      this.opening ??= this.openAside(this.open);
      return undefined;
    }
    try {
      const since = await stateOf(this.primary);
      return (ask) => readings.run({ replica, since }, ask);
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  /** The replica gave no answer to what was asked, for this reason: it is left alone for a moment. */
  failed(error: unknown, asked = ''): void {
    const reason: unknown = error instanceof QueryFailedError ? error.driverError : error;
    const isBehind = reason instanceof ReplicaBehind;
    this.restsUntil = performance.now() + (isBehind ? REST_WHEN_BEHIND : REST_AFTER_FAILURE);
    if (!isBehind) this.say(`the primary answers instead of the replica: ${asked} ${String(reason)}`);
  }

  async close(): Promise<void> {
    await this.opening;
    await this.opened?.destroy();
  }

  /** No request waits for it, and none fails when it can't be had. */
  private async openAside(open: () => Promise<DataSource>): Promise<void> {
    try {
      this.opened = await open();
      this.say('readers are answered from the replica');
    } catch (error) {
      this.failed(error);
    } finally {
      this.opening = undefined;
    }
  }

  private say(sentence: string): void {
    if (sentence !== this.said) this.logger.warn(sentence);
    this.said = sentence;
  }
}

/** The replica hasn't replayed what the primary had when the request came. */
class ReplicaBehind extends Error {}

/** What is committed is visible once it is in the log on disk, or, where commits don't wait for that, in the log at all. */
async function stateOf(primary: DataSource): Promise<PrimaryState> {
  const [state] = await primary.query<PrimaryState[]>(
    `SELECT (CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END)::text
         AS position,
       system_identifier::text AS system
     FROM pg_control_system()`,
  );
  if (!state) throw new Error('the primary names no position');
  return state;
}

/** A connection of the replica, asked anew each time how far it is: an address may lead to another server every time. */
function runnerOf({ replica, since }: Reading): QueryRunner {
  const runner = replica.createQueryRunner();
  const connect = runner.connect.bind(runner) as () => Promise<Client>;
  let caughtUp: Promise<Client> | undefined;
  runner.connect = () =>
    (caughtUp ??= connect().then(async (client) => {
      try {
        await catchUp(client, since);
        return client;
      } catch (error) {
        // It may still be waiting for an answer: the pool is not to give it to anybody.
        if (!(error instanceof ReplicaBehind)) void client.end();
        throw error;
      }
    }));
  return runner;
}

/** How long the replica is waited for, again and again. Milliseconds: what streaming usually takes is less than the first. */
const PATIENCE = [5, 10, 20];
const ANSWERS_WITHIN = 2000;

async function catchUp(client: Client, { position, system }: PrimaryState): Promise<void> {
  const question = {
    text: `SELECT system_identifier::text = $2 AS "isOurs", pg_is_in_recovery() AS "isReplica",
             pg_last_wal_replay_lsn() >= $1::pg_lsn AS "isCaughtUp"
           FROM pg_control_system()`,
    values: [position, system],
    query_timeout: ANSWERS_WITHIN,
  };
  for (const pause of [...PATIENCE, undefined]) {
    const { rows } = await client.query<{ isOurs: boolean; isReplica: boolean; isCaughtUp: boolean }>(
      question,
    );
    const [state] = rows;
    if (!state?.isOurs || !state.isReplica)
      throw new Error('the server at DATABASE_READER_URL is no physical replica of the one at DATABASE_URL');
    if (state.isCaughtUp) return;
    if (pause !== undefined) await wait(pause);
  }
  throw new ReplicaBehind();
}
