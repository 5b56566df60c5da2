import { Client } from 'pg';
import { claimFolder, runningLocalPostgres, startLocalPostgres } from '@thongvon/local-postgres';
import {
  assertMigrated,
  databaseUrl,
  type Environment,
  loadedDemo,
  migrate,
  SystemClock,
} from '@thongvon/platform';
import { DEMO_NOW } from './demo/demo-plan';
import { PROVINCE_NOW } from './demo/province/make-province';

/**
 * The clock of a standalone system: from `NOW`, or from the demo's Friday when a demo's weeks are loaded, else real time. A
 * database that holds the other demo keeps its clock. The demo's never starts before what has been recorded: else what is approved
 * today would come before what was approved in an earlier run.
 */
export async function businessClock(environment: Environment): Promise<SystemClock> {
  const { DEMO_DATA: wanted } = environment;
  return clockOf(environment, async () =>
    wanted === 'demo' || wanted === 'province'
      ? ((await connected(databaseUrl(environment), loadedDemo)) ?? wanted)
      : undefined,
  );
}

/**
 * The clock of a system that is there already, for a command next to it: from `NOW`, which is to be the system's; else the
 * demo's if the database holds a demo's weeks, whatever DEMO_DATA says here; else real time.
 */
export async function clockOfRunningSystem(environment: Environment): Promise<SystemClock> {
  return clockOf(environment, () => connected(databaseUrl(environment), loadedDemo));
}

/** When the clock of each demo starts. */
const STARTS = { demo: DEMO_NOW, province: PROVINCE_NOW };

async function clockOf(
  environment: Environment,
  asDemo: () => Promise<keyof typeof STARTS | undefined>,
): Promise<SystemClock> {
  if (environment.NOW !== undefined) return new SystemClock(new Date(environment.NOW));
  const demo = await asDemo();
  if (demo === undefined) return new SystemClock();
  const latest = await latestRecorded(databaseUrl(environment));
  return new SystemClock(latest && latest > STARTS[demo] ? latest : STARTS[demo]);
}

/** What people and jobs record at an instant of the business clock, by table and column. */
export const RECORDED = {
  at: ['returns.return_event', 'returns.return_effect', 'capital.reconciliation_note'],
  recorded_at: [
    ...[
      'alerts.alert_event',
      'alerts.alert_rule_setting',
      'reporting_duties.reporting_duty',
      'returns.correction',
      'returns.reading_word_entry',
      'capital.decision',
    ],
    ...[
      'blockers.blocker',
      'blockers.blocker_action',
      'blockers.blocker_merger',
      'blockers.unit_match',
      'works_contracts.closing_entry',
      'blockers.remark_decision',
    ],
    ...['reallocation.proposal', 'reallocation.proposal_entry'],
    ...['organizations.escalation_entry', 'tasks.conclusion', 'tasks.conclusion_number', 'tasks.task_event'],
    ...[
      'land_clearance.clearance_figure',
      'land_clearance.clearance_step_entry',
      'land_clearance.clearance_advance_entry',
    ],
    ...[
      'works_contracts.contract_advance_entry',
      'works_contracts.guarantee_entry',
      'capital.paid_before',
      'capital.past_course',
      'capital.spending_plan',
    ],
    ...['projects.project_former_holder'],
  ],
  ended_at: ['projects.project_handover_ended'],
};

async function latestRecorded(url: string): Promise<Date | undefined> {
  const each = Object.entries(RECORDED).flatMap(([column, tables]) =>
    tables.map((table) => `(SELECT max(${column}) FROM ${table})`),
  );
  const [latest] = await connected(url, (database) =>
    database.query<{ at: Date | null }>(`SELECT greatest(${each.join(', ')}) AS at`),
  );
  return latest?.at ?? undefined;
}

interface Connection {
  query<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** What is asked over a connection of its own, that no system has opened yet. */
async function connected<Answer>(
  url: string,
  ask: (database: Connection) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask({
      query: async <Row extends object>(sql: string, parameters?: unknown[]) =>
        (await client.query<Row>(sql, parameters)).rows,
    });
  } finally {
    await client.end();
  }
}

type Settings = Pick<Environment, 'DATABASE_URL' | 'DATA_DIR'>;

/**
 * Gives `work` the address of the system's database: DATABASE_URL, else the one that a running `npm start` has in
 * DATA_DIR, else one started for as long as the work takes.
 */
export async function withDatabase<T>(
  { DATABASE_URL, DATA_DIR }: Settings,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const running = DATABASE_URL ?? (await runningLocalPostgres(DATA_DIR));
  if (running !== undefined) {
    await assertMigrated(running);
    return work(running);
  }
  const claim = await claimFolder(DATA_DIR);
  try {
    const database = await startLocalPostgres(claim);
    try {
      await migrate(database.url);
      return await work(database.url);
    } finally {
      await database.close();
    }
  } finally {
    await claim.release();
  }
}
