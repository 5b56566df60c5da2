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

/** What people and jobs record at an instant of the business clock, by table and column. */
export const RECORDED = {
  at: ['return_event', 'return_effect', 'reconciliation_note'],
  recorded_at: [
    ...['alert_event', 'alert_rule_setting', 'reporting_duty', 'reading_word_entry', 'decision'],
    ...['blocker', 'blocker_action', 'blocker_merger', 'closing_entry'],
    ...['clearance_figure', 'clearance_step_entry', 'clearance_advance_entry'],
    ...['contract_advance_entry', 'guarantee_entry', 'paid_before', 'past_course', 'spending_plan'],
  ],
};

async function latestRecorded(url: string): Promise<Date | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const each = Object.entries(RECORDED).flatMap(([column, tables]) =>
    tables.map((table) => `(SELECT max(${column}) FROM ${table})`),
  );
  try {
    const { rows } = await client.query<{ at: Date | null }>(`SELECT greatest(${each.join(', ')}) AS at`);
    return rows[0]?.at ?? undefined;
  } finally {
    await client.end();
  }
}
