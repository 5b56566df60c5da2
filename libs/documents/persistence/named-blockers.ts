import type { EntityManager } from 'typeorm';
import { groupBy, type PlainDate } from '@thongvon/kernel';

export interface NamedBlocker {
  /** The part of the project that it stands in; null: not said. */
  readonly segmentId: string | null;
  readonly text: string;
  readonly responsibleUnit: string | null;
  readonly due: PlainDate | null;
}

/** By project id, what the office's last return before a day named as standing in the way, as far as it is still open. */
export async function namedBlockers(
  manager: EntityManager,
  { organizationId, asOf }: { organizationId: string; asOf: PlainDate },
): Promise<Map<string, NamedBlocker[]>> {
  const rows = await manager.query<(NamedBlocker & { projectId: string })[]>(
    `SELECT DISTINCT ON (b.project_id, b.segment_id) b.project_id AS "projectId", b.segment_id AS "segmentId", last.text,
       last.responsible_unit AS "responsibleUnit", last.due
     FROM blockers.blocker_ref b JOIN blockers.blocker_position_ref now ON now.blocker_id = b.id AND now.valid_to = 'infinity' AND now.open
       JOIN LATERAL (
         SELECT m.* FROM blockers.blocker_mention_ref m JOIN returns.return_ref r ON r.id = m.return_id
         WHERE m.blocker_id = b.id AND r.status = 'approved' AND r.organization_id = $1 AND m.as_of < $2
         ORDER BY m.as_of DESC, m.id DESC LIMIT 1
       ) last ON last.type = 'named'
     ORDER BY b.project_id, b.segment_id NULLS FIRST, last.as_of DESC, last.id`,
    [organizationId, asOf],
  );
  return groupBy(rows, ({ projectId }) => projectId);
}
