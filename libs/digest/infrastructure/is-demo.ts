import type { EntityManager } from 'typeorm';

/** Whether the demo's data has been loaded: then all it says is said to be illustrative. */
export async function isDemo(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<object[]>(`SELECT FROM audit_entry WHERE action = 'demo.load' LIMIT 1`);
  return rows.length > 0;
}
