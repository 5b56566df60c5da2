import type { EntityManager } from 'typeorm';
import type { Preview } from '../domain/preview';
import type { Version } from '../domain/versions';

/**
 * The return and all others of its office, kinds and date, the first received first, with how each came back, and which count and
 * end with it: a full return ends those of its year that hold no other kinds.
 */
export function versionsOf(manager: EntityManager, returnId: string): Promise<Version[]> {
  return manager.query<Version[]>(
    `SELECT v.id, v.status, v.kinds, v.file_name AS "fileName", to_json(v.received_at) #>> '{}' AS "receivedAt", e.at, e.reason,
       to_json(v.approved_at) #>> '{}' AS "approvedAt",
       (v.id <> r.id AND v.status = 'approved' AND r.coverage = 'full' AND v.plan_year IS NOT DISTINCT FROM r.plan_year
         AND v.kinds <@ r.kinds) IS TRUE AS "isReplaced",
       CASE WHEN u.id IS NOT NULL THEN json_build_object('name', u.name, 'office', o.name, 'email', u.email) END AS by
     FROM returns.return r
       JOIN returns.return v ON v.organization_id = r.organization_id
         AND (v.id = r.id OR (v.as_of = r.as_of AND v.kinds && r.kinds))
       LEFT JOIN LATERAL (
         SELECT to_json(at) #>> '{}' AS at, actor_id, data->>'reason' AS reason FROM returns.return_event
         WHERE return_id = v.id AND type IN ('send-back', 'revert') ORDER BY id DESC LIMIT 1
       ) e ON v.status IN ('sent-back', 'reverted')
       LEFT JOIN organizations.user_ref u ON u.id = e.actor_id
       LEFT JOIN organizations.organization_ref o ON o.id = u.organization_id
     WHERE r.id = $1 ORDER BY v.received_at, v.id`,
    [returnId],
  );
}

/** What these returns say, by their ids; those of other organisations and what hasn't been read are left out. */
export async function previewsOf(
  manager: EntityManager,
  ids: readonly string[],
  scope: readonly string[],
): Promise<Map<string, Preview>> {
  const rows = await manager.query<{ id: string; preview: Preview }[]>(
    `SELECT r.id, rr.preview FROM returns.return r JOIN returns.return_reading rr ON rr.return_id = r.id
     WHERE r.id = ANY($1::uuid[]) AND r.organization_id = ANY($2::uuid[])`,
    [ids, scope],
  );
  return new Map(rows.map(({ id, preview }) => [id, preview]));
}

/** Names of people by their ids. */
export async function peopleNamed(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM organizations.user_ref WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
