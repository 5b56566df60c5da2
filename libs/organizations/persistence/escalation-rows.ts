import type { EntityManager } from 'typeorm';
import { DEFAULT_LADDERS, type EscalationLadders } from '@thongvon/kernel';

/** What an administrator set for all below a top office. */
export interface LaddersEntry {
  readonly ladders: EscalationLadders;
  readonly reason: string;
  /** Business clock. */
  readonly at: Date;
  readonly by: { readonly name: string; readonly office: string };
}

/** The topmost office above an organisation; itself where none is. */
export async function topOffice(
  manager: EntityManager,
  organizationId: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const [top] = await manager.query<{ id: string; name: string }[]>(
    `WITH RECURSIVE above AS (
       SELECT id, name, parent_id FROM organizations.organization WHERE id = $1
       UNION SELECT over.id, over.name, over.parent_id FROM organizations.organization over JOIN above ON over.id = above.parent_id
     )
     SELECT id, name FROM above WHERE parent_id IS NULL`,
    [organizationId],
  );
  if (!top) throw new Error(`no organisation ${organizationId}`);
  return top;
}

/** What was set for the top office of an organisation, newest first. */
export async function laddersOf(manager: EntityManager, organizationId: string): Promise<LaddersEntry[]> {
  const entries = await manager.query<LaddersEntry[]>(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM organizations.organization WHERE id = $1
       UNION SELECT over.id, over.parent_id FROM organizations.organization over JOIN above ON over.id = above.parent_id
     )
     SELECT e.ladders, e.reason, e.recorded_at AS at, json_build_object('name', u.name, 'office', o.name) AS by
     FROM organizations.escalation_entry e JOIN above ON above.id = e.organization_id AND above.parent_id IS NULL
       JOIN organizations.user_account u ON u.id = e.actor_id JOIN organizations.organization o ON o.id = u.organization_id
     ORDER BY e.id DESC`,
    [organizationId],
  );
  return entries.map((entry) => ({ ...entry, ladders: whole(entry.ladders) }));
}

/** What was set before there was a ladder of something leaves that as it comes. */
const whole = (set: Partial<EscalationLadders>): EscalationLadders => ({ ...DEFAULT_LADDERS, ...set });

/** What is in force now, by top office, of those that have set anything. */
export async function laddersInForce(manager: EntityManager): Promise<Map<string, EscalationLadders>> {
  const rows = await manager.query<{ organizationId: string; ladders: EscalationLadders }[]>(
    `SELECT DISTINCT ON (organization_id) organization_id AS "organizationId", ladders
     FROM organizations.escalation_entry ORDER BY organization_id, id DESC`,
  );
  return new Map(rows.map(({ organizationId, ladders }) => [organizationId, whole(ladders)]));
}
