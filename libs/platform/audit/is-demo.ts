/** The audit entry that says that the demo's returns are all loaded; it is written last. */
export const DEMO_LOADED = { action: 'demo.load', subject: 'demo:returns' } as const;

/** What runs SQL and gives the rows: a DataSource, an EntityManager, or a plain connection. */
interface Asked {
  query(sql: string, parameters: unknown[]): Promise<object[]>;
}

/** Whether the demo's data has been loaded: then all that the system says is illustrative. */
export async function isDemo(database: Asked): Promise<boolean> {
  const { action, subject } = DEMO_LOADED;
  const sql = 'SELECT FROM audit.audit_entry WHERE action = $1 AND subject = $2 LIMIT 1';
  return (await database.query(sql, [action, subject])).length > 0;
}
