import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { ReturnKind } from '@thongvon/return-reader';

/** Who said something, with the office; null: nobody is known to have. */
type Person = { readonly name: string; readonly office: string } | null;

/** A return that came back, and nothing was handed in since that takes its place. */
export interface CameBackReturn {
  readonly id: string;
  readonly status: 'sent-back' | 'reverted';
  readonly kinds: readonly ReturnKind[];
  readonly asOf: PlainDate | null;
  /** When it came back, from whom and why. */
  readonly at: Date;
  readonly by: Person;
  readonly reason: string | null;
}

const ACTOR = `CASE WHEN u.id IS NOT NULL THEN json_build_object('name', u.name, 'office', o.name) END AS by`;
const JOIN_ACTOR = (actor: string): string => `LEFT JOIN organizations.user_ref u ON u.id = ${actor}
  LEFT JOIN organizations.organization_ref o ON o.id = u.organization_id`;

/**
 * What came back to an organisation and still asks something of it, the first first. Each of its kinds is settled by another
 * return to its day or a later one (figures are cumulative) that waits for approval, or was handed in after it came back; and by
 * a newer file for its own day that counts. A draft settles nothing.
 */
export function cameBackReturns(manager: EntityManager, organizationId: string): Promise<CameBackReturn[]> {
  return manager.query<CameBackReturn[]>(
    `SELECT r.id, r.status, r.kinds, r.as_of AS "asOf", r.reason, back.at, ${ACTOR}
     FROM returns.return r
       CROSS JOIN LATERAL (
         SELECT e.at, e.actor_id FROM returns.return_event e
         WHERE e.return_id = r.id AND e.type IN ('send-back', 'revert') ORDER BY e.id DESC LIMIT 1
       ) back
       ${JOIN_ACTOR('back.actor_id')}
     WHERE r.organization_id = $1 AND r.status IN ('sent-back', 'reverted') AND EXISTS (
       SELECT unnest(r.kinds) EXCEPT
       SELECT unnest(later.kinds) FROM returns.return later
       WHERE later.organization_id = r.organization_id AND later.id <> r.id
         AND (later.status = 'submitted'
           OR (later.status IN ('approved', 'superseded') AND later.submitted_at > back.at)
           OR (later.status = 'approved' AND later.as_of = r.as_of AND later.received_at > r.received_at))
         AND coalesce(later.as_of, '-infinity') >= coalesce(r.as_of, '-infinity')
     )
     ORDER BY back.at, r.id`,
    [organizationId],
  );
}

/** What was handed in and waits for approval, as one. */
export interface WaitingReturns {
  readonly count: number;
  /** Of them those in which the person had a hand: another one approves them. */
  readonly own: number;
  /** When the first of them was handed in; null: none waits. */
  readonly since: Date | null;
  /** By how much they change what is disbursed, whole đồng as text; null: none says. */
  readonly change: string | null;
}

/** Of these organisations, as the list of what was handed in has them. */
export async function waitingReturns(
  manager: EntityManager,
  scope: readonly string[],
  userId: string,
): Promise<WaitingReturns> {
  const [row] = await manager.query<WaitingReturns[]>(
    `SELECT count(*)::integer AS count, min(r.submitted_at) AS since,
       count(*) FILTER (WHERE EXISTS (
         SELECT FROM returns.return_contributor c WHERE c.return_id = r.id AND c.user_id = $2
       ))::integer AS own,
       sum((
         SELECT sum((section.value ->> 'change')::numeric) FROM jsonb_array_elements(rr.summary::jsonb -> 'sections') section
         WHERE section.value ->> 'kind' = 'disbursement'
       ))::text AS change
     FROM returns.return r LEFT JOIN returns.return_reading rr ON rr.return_id = r.id
     WHERE r.status = 'submitted' AND r.organization_id = ANY($1::uuid[])`,
    [scope, userId],
  );
  return row ?? { count: 0, own: 0, since: null, change: null };
}

/** A return that waits for approval, handed in again with a word on why it is right. */
export interface RepliedReturn {
  readonly id: string;
  readonly office: string;
  readonly kinds: readonly ReturnKind[];
  readonly asOf: PlainDate | null;
  readonly at: Date;
  readonly by: Person;
  readonly reply: string;
}

/** Of these organisations, the first first. */
export function repliedReturns(manager: EntityManager, scope: readonly string[]): Promise<RepliedReturn[]> {
  return manager.query<RepliedReturn[]>(
    `SELECT r.id, sender.name AS office, r.kinds, r.as_of AS "asOf", r.submitted_at AS at, said.reply, ${ACTOR}
     FROM returns.return r JOIN organizations.organization_ref sender ON sender.id = r.organization_id
       CROSS JOIN LATERAL (
         SELECT e.actor_id, e.data ->> 'reply' AS reply FROM returns.return_event e
         WHERE e.return_id = r.id AND e.data ->> 'reply' IS NOT NULL ORDER BY e.id DESC LIMIT 1
       ) said
       ${JOIN_ACTOR('said.actor_id')}
     WHERE r.status = 'submitted' AND r.organization_id = ANY($1::uuid[])
     ORDER BY r.submitted_at, r.id`,
    [scope],
  );
}
