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
