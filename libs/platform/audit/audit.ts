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
