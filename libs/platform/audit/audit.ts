import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditAction, AuditSubjectKind } from '@thongvon/api-contract';
import { SystemClock } from '../time/system-clock';

/** The audit trail: who did what to which subject. Written in the transaction of the action; never personal data in details. */
@Injectable()
export class Audit {
  constructor(private readonly clock: SystemClock) {}

  /** `subject` is "kind:id", as in "return:3f0c…". `actorId` is null for the system itself. */
  async record(
    manager: EntityManager,
    actorId: string | null,
    action: AuditAction,
    subject: `${AuditSubjectKind}:${string}`,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await manager.query(
      `INSERT INTO audit.audit_entry (at, actor_id, action, subject, details) VALUES ($1, $2, $3, $4, $5)`,
      [this.clock.realNow(), actorId, action, subject, JSON.stringify(details)],
    );
  }
}

/** The action of the audit entry that says that the demo's data is all loaded; it is written last. */
export const DEMO_LOADED = 'demo.load';

/** What it is written of: which illustrative data the database holds. */
export const DEMO_SUBJECTS = { demo: 'demo:returns', province: 'demo:province' } as const;

/** What runs SQL and gives the rows: a DataSource, an EntityManager, or a plain connection. */
interface Asked {
  query(sql: string, parameters: unknown[]): Promise<object[]>;
}

/** Which illustrative data has been loaded; undefined: none. */
export async function loadedDemo(database: Asked): Promise<keyof typeof DEMO_SUBJECTS | undefined> {
  const sql = 'SELECT subject FROM audit.audit_entry WHERE action = $1 ORDER BY id LIMIT 1';
  const [row] = await database.query(sql, [DEMO_LOADED]);
  return row && 'subject' in row && row.subject === DEMO_SUBJECTS.province ? 'province' : row && 'demo';
}

/** Whether some has been loaded: then all that the system says is illustrative. */
export async function isDemo(database: Asked): Promise<boolean> {
  return (await loadedDemo(database)) !== undefined;
}
