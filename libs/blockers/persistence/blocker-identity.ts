import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { visibleClearance } from '@thongvon/projects';

/** The blocker that goes on for one that was merged; itself for any other. */
export async function canonicalOf(manager: EntityManager, id: string): Promise<string> {
  const [alias] = await manager.query<{ canonicalId: string }[]>(
    `SELECT canonical_id AS "canonicalId" FROM blockers.blocker_alias(NULL) WHERE blocker_id = $1`,
    [id],
  );
  return alias?.canonicalId ?? id;
}

/** Actions on these wait for each other, in one order, so that none closes a circle. */
export async function lockBlockers(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(`SELECT FROM blockers.blocker WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`, [ids]);
}

/** A blocker as it stands now, as far as actions look at it. */
export interface FoundBlocker {
  /** Its own, or that of the one that goes on for it. */
  readonly id: string;
  readonly projectId: string;
  readonly open: boolean;
  readonly openedOn: PlainDate;
  /** Nobody has said when it began. */
  readonly openedEstimated: boolean;
  readonly due: PlainDate | null;
  /** First and last as-of date of returns that count and name it. */
  readonly firstNamed: PlainDate | null;
  readonly lastNamed: PlainDate | null;
}

/** Undefined: the actor doesn't see it, or only returns opened it that no longer count. */
export async function foundBlocker(
  manager: EntityManager,
  actor: Actor,
  canonicalId: string,
): Promise<FoundBlocker | undefined> {
  const where = visibleClearance(actor).and((value) => `b.id = ${value}`, canonicalId);
  const [found] = await manager.query<FoundBlocker[]>(
    `SELECT b.id, b.project_id AS "projectId", now.open, now.opened_on AS "openedOn", now.opened_estimated AS "openedEstimated", now.due, named.first AS "firstNamed",
       named.last AS "lastNamed"
     FROM blockers.blocker b JOIN projects.project_ref p ON p.id = b.project_id
       JOIN blockers.blocker_position now ON now.blocker_id = b.id AND now.valid_to = 'infinity'
       CROSS JOIN LATERAL (
         SELECT min(m.as_of) AS first, max(m.as_of) AS last FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
         WHERE m.type = 'named' AND r.status = 'approved'
           AND m.blocker_id = ANY(ARRAY(SELECT blocker_id FROM blockers.blocker_alias(NULL) WHERE canonical_id = b.id) || b.id)
       ) named
     WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
}

/** A blocker that goes on as another. */
export interface MergedBlocker {
  readonly id: string;
  readonly description: string;
  readonly reason: string;
  /** Instant, as text. */
  readonly at: string;
}

/** Those that were merged into it, as they were worded last. */
export function mergedInto(manager: EntityManager, id: string): Promise<MergedBlocker[]> {
  return manager.query<MergedBlocker[]>(
    `SELECT alias.blocker_id AS id, alias.reason, alias.merged_at AS at,
       coalesce(
         (SELECT text FROM blockers.blocker_mention WHERE blocker_id = alias.blocker_id AND type = 'named' ORDER BY id DESC LIMIT 1),
         (SELECT changes->>'description' FROM blockers.blocker_action
          WHERE blocker_id = alias.blocker_id AND changes ? 'description' ORDER BY id DESC LIMIT 1)
       ) AS description
     FROM blockers.blocker_alias(NULL) alias WHERE alias.canonical_id = $1 ORDER BY alias.merged_at, alias.blocker_id`,
    [id],
  );
}
