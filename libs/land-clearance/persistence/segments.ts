import type { EntityManager } from 'typeorm';
import { cleanText, groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import { partFacts } from '../domain/placed-rows';

export interface KnownSegment {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly nameKey: string;
  /** Cleared by the organisation that was asked about, and the only one of the project's that is. */
  readonly own: boolean;
}

/**
 * The segments of these projects, by project id. One is the organisation's own where it doesn't hold the project itself; with
 * several segments of a project its return alone speaks for none.
 */
export async function segmentsOf(
  manager: EntityManager,
  organizationId: string,
  projectIds: readonly string[],
): Promise<Map<string, KnownSegment[]>> {
  const rows = await manager.query<KnownSegment[]>(
    `SELECT s.id, s.project_id AS "projectId", s.name, s.name_key AS "nameKey",
       s.organization_id = $1 AND coalesce(p.owner_id, p.registered_by) <> $1
         AND count(*) FILTER (WHERE s.organization_id = $1) OVER (PARTITION BY s.project_id) = 1 AS own
     FROM land_clearance.clearance_segment s JOIN projects.project_ref p ON p.id = s.project_id
     WHERE s.project_id = ANY($2) ORDER BY s.name_key`,
    [organizationId, projectIds],
  );
  return groupBy(rows, ({ projectId }) => projectId);
}

/** Divides projects into the parts that a return tells of; those that are there already stay. */
export async function registerSegments(
  manager: EntityManager,
  parts: readonly { readonly projectId: string; readonly part: string }[],
  at: Date,
): Promise<void> {
  const rows = parts.map(({ projectId, part }) => ({
    project_id: projectId,
    name: cleanText(part),
    name_key: matchKey(part),
    ...partFacts(part),
  }));
  await manager.query(
    `INSERT INTO land_clearance.clearance_segment (project_id, name, name_key, commune, batch, created_at)
     SELECT project_id, name, name_key, commune, batch, $2
     FROM jsonb_to_recordset($1) AS t (project_id uuid, name text, name_key text, commune text, batch integer)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), at],
  );
}

/** A part as a person adds it. */
export interface NewSegment {
  readonly name: string;
  readonly commune: string | null;
  readonly batch: number | null;
  readonly organizationId: string | null;
}

export async function insertSegment(
  manager: EntityManager,
  segment: NewSegment & { readonly projectId: string; readonly at: Date },
): Promise<{ readonly id: string }> {
  const { projectId, name, commune, batch, organizationId, at } = segment;
  const [added] = await manager.query<{ id: string }[]>(
    `INSERT INTO land_clearance.clearance_segment (project_id, name, name_key, commune, batch, organization_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [projectId, name, matchKey(name), commune, batch, organizationId, at],
  );
  if (!added) throw new Error('segment not added');
  return added;
}

/** A part with the date of its newest figure. */
export interface SegmentRow extends NewSegment {
  readonly id: string;
  readonly figuresAsOf: string | null;
}

/** By batch and name, each with the date of its newest figure on the day. */
export function segmentViews(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<SegmentRow[]> {
  return manager.query<SegmentRow[]>(
    `SELECT s.id, s.name, s.commune, s.batch, s.organization_id AS "organizationId",
       (SELECT max(c.valid_from) FROM land_clearance.clearance_position c
        WHERE c.segment_id = s.id AND c.valid_from <= $2 AND c.valid_to > $2) AS "figuresAsOf"
     FROM land_clearance.clearance_segment s WHERE s.project_id = $1 ORDER BY s.batch NULLS FIRST, s.name_key`,
    [projectId, asOf],
  );
}
