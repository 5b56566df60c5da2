import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { participantsOn, PROJECT_REF } from './holders';
import { ENTRIES } from './register-rows';

/** A handover of projects to another office, from a day on, and who recorded it. */
export interface Handover {
  readonly projectIds: readonly string[];
  readonly to: string;
  readonly since: PlainDate;
  readonly by: string | null;
  readonly at: Date;
  /** The approved plan that says it, and on which it rests; null: a person recorded it. */
  readonly saidBy: string | null;
}

/**
 * Keeps whose the projects were until then: returns dated before are still theirs (contract, section 3, "Whose"). A project
 * that has been handed over later already goes on from that day.
 */
export async function handOver(
  manager: EntityManager,
  { projectIds, to, since, by, at, saidBy }: Handover,
): Promise<void> {
  await manager.query(
    `WITH handed AS (
       INSERT INTO projects.project_former_holder
         (project_id, organization_id, held_until, recorded_by, recorded_at, handed_to, owner_id_before, owner_name_before)
       SELECT p.id, coalesce(p.owner_id, p.registered_by),
         greatest($3::date, (SELECT max(held_until) FROM projects.handover_in_force WHERE project_id = p.id)), $4, $5, $2,
         p.owner_id, p.owner_name
       FROM projects.project p WHERE p.id = ANY($1) AND coalesce(p.owner_id, p.registered_by) <> $2
       RETURNING id
     )
     INSERT INTO projects.project_handover_basis (former_holder_id, return_id)
     SELECT id, $6::uuid FROM handed WHERE $6::uuid IS NOT NULL`,
    [projectIds, to, since, by, at, saidBy],
  );
  await manager.query(
    `UPDATE projects.project SET owner_id = $2 WHERE id = ANY($1) AND owner_id IS DISTINCT FROM $2`,
    [projectIds, to],
  );
}

/**
 * An approved plan names the office as owner that a project was handed over to by a plan: that handover now rests on this plan
 * too. What a person recorded rests on no return.
 */
export async function confirmHandovers(
  manager: EntityManager,
  returnId: string,
  named: readonly { readonly projectId: string; readonly to: string }[],
): Promise<void> {
  if (named.length === 0) return;
  await manager.query(
    `INSERT INTO projects.project_handover_basis (former_holder_id, return_id)
     SELECT DISTINCT ON (h.project_id, h.handed_to) h.id, $1::uuid
     FROM jsonb_to_recordset($2) AS named ("projectId" uuid, "to" uuid)
       JOIN projects.handover_in_force h ON h.project_id = named."projectId" AND h.handed_to = named."to"
     WHERE EXISTS (SELECT FROM projects.project_handover_basis b WHERE b.former_holder_id = h.id)
     ORDER BY h.project_id, h.handed_to, h.id DESC
     ON CONFLICT DO NOTHING`,
    [returnId, JSON.stringify(named)],
  );
}

/** A handover by plans, none of which counts any more, and what came later and rests on it. */
export interface UnfoundedHandover {
  readonly id: string;
  readonly projectId: string;
  /** Whether one of the returns that were asked about said it. */
  readonly isAsked: boolean;
  readonly before: string;
  readonly isHandedOn: boolean;
  readonly isOwnerChanged: boolean;
  readonly isReported: boolean;
  readonly isNameTaken: boolean;
}

/**
 * The projects that these returns say a handover of, or have entries of: which handovers stand may change with whether they
 * count. Locked, so that two changes at once agree.
 */
export async function lockHandedProjects(
  manager: EntityManager,
  returnIds: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM projects.project WHERE id IN (
       SELECT h.project_id FROM projects.project_former_holder h WHERE EXISTS (
         SELECT FROM projects.project_handover_basis b WHERE b.former_holder_id = h.id)
     ) AND (
       id IN (SELECT h.project_id FROM projects.project_handover_basis b
         JOIN projects.project_former_holder h ON h.id = b.former_holder_id WHERE b.return_id = ANY($1))
       OR id IN (SELECT project_id FROM (${ENTRIES}) entry WHERE return_id = ANY($1))
     ) ORDER BY id FOR NO KEY UPDATE`,
    [returnIds],
  );
  return rows.map(({ id }) => id);
}

/** Of these projects, the latest first. */
export function unfoundedHandovers(
  manager: EntityManager,
  projectIds: readonly string[],
  returnIds: readonly string[],
): Promise<UnfoundedHandover[]> {
  return manager.query<UnfoundedHandover[]>(
    `SELECT h.id, h.project_id AS "projectId", h.organization_id AS before,
       EXISTS (SELECT FROM projects.project_handover_basis b WHERE b.former_holder_id = h.id AND b.return_id = ANY($2)) AS "isAsked",
       EXISTS (SELECT FROM projects.handover_in_force later WHERE later.project_id = h.project_id AND later.id > h.id) AS "isHandedOn",
       p.owner_id IS DISTINCT FROM h.handed_to AS "isOwnerChanged",
       EXISTS (
         SELECT FROM (${ENTRIES}) entry JOIN returns.return_ref r ON r.id = entry.return_id
         WHERE entry.project_id = h.project_id AND entry.day >= h.held_until AND r.status = 'approved'
           AND r.organization_id IN (${officesUpFrom('h.handed_to')})
           AND r.organization_id NOT IN (${officesUpFrom('h.organization_id')})
           AND NOT (entry.is_clearance AND r.organization_id = ANY(${participantsOn('entry.day')}))
       ) AS "isReported",
       p.code IS NULL AND EXISTS (
         SELECT FROM projects.project other WHERE other.id <> p.id AND other.code IS NULL AND other.name_key = p.name_key
           AND coalesce(other.owner_id, other.registered_by) = coalesce(h.owner_id_before, p.registered_by)
       ) AS "isNameTaken"
     FROM projects.handover_in_force h JOIN projects.project p ON p.id = h.project_id
     WHERE h.project_id = ANY($1)
       AND EXISTS (SELECT FROM projects.project_handover_basis b WHERE b.former_holder_id = h.id)
       AND NOT EXISTS (
         SELECT FROM projects.project_handover_basis b JOIN returns.return_ref r ON r.id = b.return_id
         WHERE b.former_holder_id = h.id AND r.status = 'approved')
     ORDER BY h.id DESC`,
    [projectIds, returnIds],
  );
}

/** SQL of an office and all above it: whose returns may name what it holds. */
function officesUpFrom(office: string): string {
  return `
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM organizations.organization_ref WHERE id = ${office}
      UNION SELECT o.id, o.parent_id FROM organizations.organization_ref o JOIN up ON o.id = up.parent_id
    )
    SELECT id FROM up`;
}

/** Gives projects back to whom they were taken from by these handovers, each the latest of its project. */
export async function endHandovers(
  manager: EntityManager,
  ids: readonly string[],
  { by, at }: Pick<Handover, 'by' | 'at'>,
): Promise<void> {
  await manager.query(
    `INSERT INTO projects.project_handover_ended (former_holder_id, ended_by, ended_at) SELECT unnest($1::bigint[]), $2, $3`,
    [ids, by, at],
  );
  await manager.query(
    `UPDATE projects.project p SET owner_id = h.owner_id_before, owner_name = h.owner_name_before
     FROM projects.project_former_holder h WHERE h.id = ANY($1::bigint[]) AND p.id = h.project_id`,
    [ids],
  );
}

/** What a return that counts again had said of whose a project is, and whose it is now. */
export interface HandoverAgain {
  readonly projectId: string;
  readonly before: string;
  readonly handedTo: string;
  readonly since: PlainDate;
  readonly owner: string;
}

/** The last handover of each project that one of these returns said and none says in force now. */
export function handoversAgain(manager: EntityManager, returnId: string): Promise<HandoverAgain[]> {
  return manager.query<HandoverAgain[]>(
    `SELECT DISTINCT ON (h.project_id) h.project_id AS "projectId", h.organization_id AS before, h.handed_to AS "handedTo",
       h.held_until AS since, coalesce(p.owner_id, p.registered_by) AS owner
     FROM projects.project_handover_basis b JOIN projects.project_former_holder h ON h.id = b.former_holder_id
       JOIN projects.project p ON p.id = h.project_id
     WHERE b.return_id = $1 AND NOT EXISTS (
       SELECT FROM projects.project_handover_basis said JOIN projects.handover_in_force stands ON stands.id = said.former_holder_id
       WHERE said.return_id = $1 AND stands.project_id = h.project_id)
     ORDER BY h.project_id, h.id DESC`,
    [returnId],
  );
}

/** A project, whose it is now, and by id the names of all offices that it was or is of. */
export interface HandedProject {
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string };
  readonly owner: { readonly id: string; readonly name: string };
  readonly known: readonly (readonly [id: string, name: string])[];
}

/** By project id. */
export async function handedProjects(
  manager: EntityManager,
  projectIds: readonly string[],
): Promise<Map<string, HandedProject>> {
  const rows = await manager.query<HandedProject[]>(
    `SELECT ${PROJECT_REF} AS project,
       json_build_object('id', o.id, 'name', o.name) AS owner,
       (SELECT coalesce(json_agg(json_build_array(known.id, known.name)), '[]') FROM organizations.organization_ref known
        WHERE known.id = o.id OR known.id IN (
          SELECT unnest(ARRAY[h.organization_id, h.handed_to]) FROM projects.project_former_holder h WHERE h.project_id = p.id)
       ) AS known
     FROM projects.project p JOIN organizations.organization_ref o ON o.id = coalesce(p.owner_id, p.registered_by)
     WHERE p.id = ANY($1) ORDER BY p.code NULLS LAST, p.name, p.id`,
    [projectIds],
  );
  return new Map(rows.map((row) => [row.project.id, row]));
}
