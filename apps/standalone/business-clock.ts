import { Client } from 'pg';
import { SystemClock, type Environment } from '@thongvon/platform';
import { DEMO_NOW } from './demo/demo-plan';

/**
 * The clock of a standalone system: from `NOW`, or from the demo's Friday when the demo weeks are loaded, else real
 * time. The demo's never starts before what has been recorded: else what is approved today would come before what was
 * approved in an earlier run.
 */
export async function businessClock(environment: Environment): Promise<SystemClock> {
  if (environment.NOW !== undefined) return new SystemClock(new Date(environment.NOW));
  if (environment.DEMO_DATA !== 'demo') return new SystemClock();
  const latest = await latestRecorded(environment.DATABASE_URL ?? '');
  return new SystemClock(latest && latest > DEMO_NOW ? latest : DEMO_NOW);
}

async function latestRecorded(url: string): Promise<Date | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: Date | null }>('SELECT max(at) AS at FROM return_event');
    return rows[0]?.at ?? undefined;
  } finally {
    await client.end();
  }
}
