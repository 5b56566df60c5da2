import { type EntityManager, QueryFailedError } from 'typeorm';

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because `constraint` (a constraint or unique index) already holds such a row. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === UNIQUE_VIOLATION && cause.constraint === constraint;
}

/** Below this, a plan made for a handful of rows does no harm. */
const MANY = 1000;

/**
 * Tells the planner of `written` rows that this transaction has put into the tables. Autovacuum would tell it a minute
 * after the commit at best; until then it takes thousands of rows for a handful and compares each with each (20,000 rows:
 * minutes instead of a second). A table may be followed by the columns that queries choose by, in brackets: those that hold
 * amounts and cells take twice as long as all others and tell it nothing.
 */
export async function analyzeTables(
  manager: EntityManager,
  written: number,
  tables: readonly string[],
): Promise<void> {
  if (written >= MANY) await manager.query(`ANALYZE ${tables.join(', ')}`);
}
