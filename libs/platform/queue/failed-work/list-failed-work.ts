import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FailedJobState } from '@thongvon/api-contract';
import { QueueFailures, type Failure } from './queue-failures';

interface Intent {
  readonly id: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
  readonly relayAfter: Date;
  readonly relays: number;
}

/** Work that failed, with what became of it since. */
export interface FailedWork extends Failure {
  readonly state: FailedJobState;
  readonly askedAt: Date | null;
  readonly nextAt: Date | null;
}

/**
 * Work whose job failed at its last attempt. The queue says what failed and why; the wish in the database says
 * whether it is still wanted (docs/adr/0075).
 */
@Injectable()
export class ListFailedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly failures: QueueFailures,
  ) {}

  /** The latest failure first. Throws QUEUE-UNREACHABLE. */
  async all(): Promise<FailedWork[]> {
    return withState(this.dataSource.manager, await this.failures.all());
  }
}

async function withState(manager: EntityManager, failures: readonly Failure[]): Promise<FailedWork[]> {
  const rows = await manager.query<Intent[]>(
    `SELECT id, created_at AS "askedAt", done_at AS "doneAt", relay_after AS "relayAfter", relays
     FROM platform.work_intent WHERE id = ANY($1::bigint[])`,
    [failures.map(({ intent }) => intent)],
  );
  const intents = new Map(rows.map((row) => [row.id, row]));
  return failures.map((failure) => {
    const intent = intents.get(failure.intent);
    const state = stateOf(failure, intent);
    return {
      ...failure,
      state,
      askedAt: intent?.askedAt ?? null,
      nextAt: state === 'waiting' && intent ? intent.relayAfter : null,
    };
  });
}

/** Giving up ends the wish before the job fails; a later job ends it afterwards. */
function stateOf({ lastNth, failedAt }: Failure, intent: Intent | undefined): FailedJobState {
  if (intent === undefined) return 'done';
  if (intent.doneAt !== null) return intent.doneAt <= failedAt ? 'given-up' : 'done';
  return intent.relays - 1 > lastNth ? 'running' : 'waiting';
}
