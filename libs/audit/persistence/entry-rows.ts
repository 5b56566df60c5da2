import type { AuditAction, AuditActorView, AuditListQuery } from '@thongvon/api-contract';
import { addDays, instantAt, plainDate } from '@thongvon/kernel';
import { Conditions, type ListSource } from '@thongvon/platform';

/** An entry as it lies in the table. */
export interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: AuditActorView | null;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type AuditFilter = Omit<AuditListQuery, 'limit' | 'cursor'>;

/** The entries that a filter keeps of what people of `offices` did (undefined: of all), the newest first. */
export function entriesOf(filter: AuditFilter, offices: readonly string[] | undefined): ListSource {
  const where = conditionsOf(filter);
  if (offices) where.and((ids) => `u.organization_id = ANY(${ids}::uuid[])`, offices);
  return {
    columns: `e.id, e.at, e.action, e.subject, e.details,
      CASE WHEN u.id IS NULL THEN NULL
        ELSE jsonb_build_object('id', u.id, 'name', u.name, 'organizationName', o.name) END AS actor`,
    from: `audit.audit_entry e LEFT JOIN organizations.user_ref u ON u.id = e.actor_id LEFT JOIN organizations.organization_ref o ON o.id = u.organization_id`,
    where,
    sort: [{ sql: 'e.id', type: 'bigint' }],
    descending: true,
  };
}

function conditionsOf({ actorId, action, subjectKind, subjectId, from, to, q }: AuditFilter): Conditions {
  const where = new Conditions().matchingAny(['u.name_key', 'o.name_key'], q);
  if (actorId !== undefined) where.and((id) => `e.actor_id = ${id}::uuid`, actorId);
  if (action !== undefined) where.and((value) => `e.action = ${value}`, action);
  if (subjectKind !== undefined && subjectId !== undefined)
    where.and((value) => `e.subject = ${value}`, `${subjectKind}:${subjectId}`);
  else if (subjectKind !== undefined) where.and((value) => `e.subject LIKE ${value}`, `${subjectKind}:%`);
  if (from !== undefined) where.and((value) => `e.at >= ${value}`, instantAt(plainDate(from), '00:00'));
  if (to !== undefined)
    where.and((value) => `e.at < ${value}`, instantAt(addDays(plainDate(to), 1), '00:00'));
  return where;
}
