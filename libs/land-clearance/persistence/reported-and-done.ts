import type { EntityManager } from 'typeorm';
import type { ProjectActionView } from '@thongvon/api-contract';
import { effectiveReturnsSql } from '@thongvon/returns';
import { remarkCell } from './refs-sql';

/** Whose history: one blocker's (the one that goes on, if it was merged), or all of a project's up to a day. */
type Whose = { readonly blockerId: string } | { readonly projectId: string; readonly until: string };

/** What returns that count reported and people did, oldest first, each with the blocker that it counts for. */
export function reportedAndDone(manager: EntityManager, whose: Whose): Promise<ProjectActionView[]> {
  const [wanted, of, until] =
    'blockerId' in whose
      ? ['coalesce(alias.canonical_id, b.id) = $1', whose.blockerId, null]
      : ['b.project_id = $1', whose.projectId, whose.until];
  return manager.query<ProjectActionView[]>(
    `WITH known AS (
       SELECT b.id, coalesce(alias.canonical_id, b.id) AS "blockerId"
       FROM blockers.blocker b LEFT JOIN blockers.blocker_alias(NULL) alias ON alias.blocker_id = b.id WHERE ${wanted}
     )
     SELECT "blockerId", "on", at, type, text, evidence, proof, changes, "actorId", source FROM (
       SELECT m.id, known."blockerId", m.as_of AS "on", began.at, m.type, m.text, NULL AS evidence, NULL::jsonb AS proof,
         jsonb_strip_nulls(jsonb_build_object('responsibleUnit', m.responsible_unit, 'due', m.due)) AS changes,
         NULL::uuid AS "actorId",
         coalesce(m.cells -> 0, '{"sheet": null, "cell": null}') || jsonb_build_object('returnId', m.return_id) AS source
       FROM known JOIN blockers.blocker_mention m ON m.blocker_id = known.id
         JOIN (${effectiveReturnsSql('NULL')}) effective USING (return_id)
         JOIN returns.return_effect_ref began ON began.id = effective.rank
       UNION ALL
       SELECT a.id, known."blockerId", a.on_date, a.recorded_at, a.type, a.text, a.evidence, a.proof, a.changes, a.actor_id,
         CASE WHEN a.type = 'opened' THEN ${remarkCell('a.blocker_id')}::jsonb END
       FROM known JOIN blockers.blocker_action a ON a.blocker_id = known.id
     ) reported WHERE $2::date IS NULL OR "on" <= $2 ORDER BY "on", at, id`,
    [of, until],
  );
}
