import type { EntityManager } from 'typeorm';
import { cleanText, groupBy, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { type ProjectRef, readableClearance, seesClearance } from '@thongvon/projects';
import { partFacts } from '../domain/placed-rows';

/** A project whose clearance is in sight, and what the actor may do there. */
export interface FoundProject extends ProjectRef {
  /** Whether the segment that was asked for is one of its. */
  readonly hasSegment: boolean;
  /** The actor's offices hold it or take part in its clearance; else they only read it. */
  readonly isOwn: boolean;
}

/** Undefined: it isn't in sight. */
export async function visibleProject(
  manager: EntityManager,
  actor: Actor,
  id: string,
  segmentId: string | null,
): Promise<FoundProject | undefined> {
  const where = readableClearance(actor).and((value) => `p.id = ${value}`, id);
  const [found] = await manager.query<FoundProject[]>(
    `SELECT p.id, p.code, p.name, ${seesClearance(where.parameter(actor.scope))} AS "isOwn",
       EXISTS (SELECT FROM land_clearance.clearance_segment s WHERE s.project_id = p.id AND s.id = ${where.parameter(segmentId)}::uuid) AS "hasSegment"
     FROM projects.project_ref p WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
}

/** Whoever writes of the project's clearance too waits until this transaction ends. */
export async function lockProject(manager: EntityManager, projectId: string): Promise<void> {
  await manager.query(`SELECT FROM projects.project_ref WHERE id = $1 FOR NO KEY UPDATE`, [projectId]);
}

/** The office that holds the project; undefined: there is none. */
export async function holderOf(manager: EntityManager, projectId: string): Promise<string | undefined> {
  const [held] = await manager.query<{ by: string }[]>(
    `SELECT coalesce(owner_id, registered_by) AS by FROM projects.project_ref WHERE id = $1`,
    [projectId],
  );
  return held?.by;
}

/** Organisations that take part in a project's clearance, by the project's id: they see its blockers, whoever holds it. */
export async function whoClears(manager: EntityManager): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await manager.query<{ projectId: string; organizationIds: string[] }[]>(
    `SELECT project_id AS "projectId", array_agg(DISTINCT organization_id) AS "organizationIds" FROM projects.participant_ref
     WHERE role = 'land-clearance' AND valid_to IS NULL GROUP BY project_id`,
  );
  return new Map(rows.map(({ projectId, organizationIds }) => [projectId, organizationIds]));
}

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

/** A part by id and name. */
export interface SegmentRef {
  readonly id: string;
  readonly name: string;
}

/** A part as a person adds it. */
export interface NewSegment {
  readonly name: string;
  readonly commune: string | null;
  readonly batch: number | null;
  readonly organizationId: string | null;
}

/** Its id. Throws the database's `clearance_segment_name` where the project has one of this name. */
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
  /** Null: silent. */
  readonly figuresAsOf: PlainDate | null;
}

/** By batch and name, each with the date of its newest figure on the day. */
export function segmentRows(
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

/** SQL: segment `s` as a `SegmentRef`; null without one. */
export const SEGMENT_REF = `CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END`;
