import { AbstractLogger, type DataSource } from 'typeorm';

/** A question to PostgreSQL, as it was asked. */
export interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

class KeepsStatements extends AbstractLogger {
  readonly kept: Asked[] = [];

  override logQuery(sql: string, parameters: readonly unknown[] = []): void {
    if (/^\s*(?:SELECT|WITH)\b/.test(sql)) this.kept.push({ sql, parameters });
  }

  protected override writeLog(): void {
    // Nothing is to be said.
  }
}

/** The statements that an answer takes. */
export async function statementsOf(data: DataSource, ask: () => Promise<unknown>): Promise<readonly Asked[]> {
  const before = data.logger;
  const keeps = new KeepsStatements('all');
  Object.assign(data, { logger: keeps });
  try {
    await ask();
  } finally {
    Object.assign(data, { logger: before });
  }
  return keeps.kept;
}
