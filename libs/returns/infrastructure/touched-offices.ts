import type { EntityManager } from 'typeorm';
import type { TouchedView } from '@thongvon/contracts';
import type { PlainDate } from '@thongvon/kernel';
import { holderOn, participantsOn, unclaimed } from '@thongvon/projects';
import type { Preview } from '../domain/preview';

interface Question {
  readonly organizationId: string;
  /** The sender's organisation and all below it, and those above it. */
  readonly scope: readonly string[];
  readonly above: readonly string[];
  readonly day: PlainDate;
}

/** Whose the projects of a preview are on the return's day: the sender's own first, then by how many. */
export async function touchedOffices(
  manager: EntityManager,
  preview: Preview,
  { organizationId, scope, above, day }: Question,
): Promise<TouchedView[]> {
  const ids = (preview.sections ?? []).flatMap(({ rows }) =>
    rows.flatMap(({ projectId }) => projectId ?? []),
  );
  if (ids.length === 0) return [];
  return manager.query<TouchedView[]>(
    `SELECT json_build_object('id', o.id, 'name', o.name) AS organization, count(*)::int AS projects, touched.relation
     FROM (
       SELECT held.by, CASE WHEN held.by = $2 THEN 'own' WHEN held.by = ANY($3::uuid[]) THEN 'below'
         WHEN ${participantsOn('$5::date')} && $3::uuid[] THEN 'participant'
         WHEN ${unclaimed('$4')} THEN 'unclaimed' ELSE 'other' END AS relation
       FROM project p CROSS JOIN LATERAL (SELECT ${holderOn('$5::date')} AS by) held
       WHERE p.id = ANY($1::uuid[])
     ) touched JOIN organization o ON o.id = touched.by
     GROUP BY o.id, touched.relation
     ORDER BY touched.relation <> 'own', projects DESC, o.name_key, touched.relation`,
    [[...new Set(ids)], organizationId, scope, above, day],
  );
}
