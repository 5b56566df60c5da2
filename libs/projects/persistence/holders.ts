import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';

/** Whose a project was on a day, and what the register says of its owner now. */
export interface ProjectHolder {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  /** The owner in the words of the table that named it last. */
  readonly ownerName: string | null;
  readonly registeredBy: string;
  /** Somebody else held it before. */
  readonly handedOver: boolean;
}

/** By project id. */
export async function holdersOf(
  manager: EntityManager,
  projectIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, ProjectHolder>> {
  const rows = await manager.query<(ProjectHolder & { projectId: string })[]>(
    `SELECT p.id AS "projectId", o.id, o.name, p.owner_id AS "ownerId", p.owner_name AS "ownerName",
       p.registered_by AS "registeredBy",
       EXISTS (SELECT FROM projects.handover_in_force former WHERE former.project_id = p.id) AS "handedOver"
     FROM projects.project p JOIN organizations.organization_ref o ON o.id = ${holderOn('$2::date')} WHERE p.id = ANY($1)`,
    [projectIds, day],
  );
  return new Map(rows.map(({ projectId, ...holder }) => [projectId, holder]));
}

/**
 * Who holds a project now, and since which day; null: since it was registered. Undefined: there is no such project. It is locked
 * until the transaction ends, so that two changes of it at once agree.
 */
export async function lockHolder(
  manager: EntityManager,
  projectId: string,
): Promise<{ readonly id: string; readonly since: PlainDate | null } | undefined> {
  const [holder] = await manager.query<{ id: string; since: PlainDate | null }[]>(
    `SELECT coalesce(owner_id, registered_by) AS id,
       (SELECT max(held_until) FROM projects.handover_in_force WHERE project_id = p.id) AS since
     FROM projects.project p WHERE id = $1 FOR NO KEY UPDATE`,
    [projectId],
  );
  return holder;
}

/**
 * SQL of the organisation that held a project on a day: its owner, or who registered it while the owner is unknown.
 * `project` is the table's alias, `day` a date.
 */
export function holderOn(day: string, project = 'p'): string {
  return `coalesce(
    (SELECT former.organization_id FROM projects.handover_in_force former
     WHERE former.project_id = ${project}.id AND former.held_until > ${day}
     ORDER BY former.held_until, former.id LIMIT 1),
    ${project}.owner_id, ${project}.registered_by)`;
}

/**
 * Ids of the projects that one of these offices holds or once held: all of which `holderOn` can give one of them, on whatever day.
 * Few of a province's, so that nothing need be looked at of the others.
 */
export async function everHeldBy(
  manager: EntityManager,
  organizationIds: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM projects.project WHERE coalesce(owner_id, registered_by) = ANY($1)
     UNION SELECT project_id FROM projects.handover_in_force WHERE organization_id = ANY($1)`,
    [organizationIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * SQL of a join that gives each project `p` the office that held it on a day before it was handed over, `former.organization_id`;
 * null: what the register says now held then too. One pass, for questions over all projects; same rule as `holderOn`.
 */
export function joinFormerHolder(day: string): string {
  return `LEFT JOIN (
    SELECT DISTINCT ON (project_id) project_id, organization_id FROM projects.handover_in_force
    WHERE held_until > ${day} ORDER BY project_id, held_until, id
  ) former ON former.project_id = p.id`;
}

/**
 * The same as known at an instant (`knownAt` is a placeholder): what was handed over since was whose it was before, and what was
 * given back since was still the new owner's. For frozen weeks.
 */
export function joinHolderAsKnown(day: string, knownAt: string): string {
  return `LEFT JOIN LATERAL (
    SELECT coalesce(
      (SELECT h.organization_id FROM projects.project_former_holder h
         LEFT JOIN projects.project_handover_ended e ON e.former_holder_id = h.id AND e.ended_at <= ${knownAt}
       WHERE h.project_id = p.id AND h.recorded_at <= ${knownAt} AND e.former_holder_id IS NULL AND h.held_until > ${day}
       ORDER BY h.held_until, h.id LIMIT 1),
      (SELECT since.organization_id FROM (
         SELECT e.ended_at AS at, -h.id AS place, h.handed_to AS organization_id
         FROM projects.project_handover_ended e JOIN projects.project_former_holder h ON h.id = e.former_holder_id
         WHERE h.project_id = p.id AND e.ended_at > ${knownAt}
         UNION ALL
         SELECT h.recorded_at, h.id, h.organization_id FROM projects.project_former_holder h
         WHERE h.project_id = p.id AND h.recorded_at > ${knownAt}
       ) since ORDER BY since.at, since.place LIMIT 1)
    ) AS organization_id
  ) former ON true`;
}

/**
 * SQL for the projects that another office may have held on a day than the one under which somebody counted them: handed over since, or
 * with a change of the holder that hasn't been taken (`takeHolderChanges`). Rows (project_id).
 */
export function holderChangedSql(day: string): string {
  return `SELECT project_id FROM projects.handover_in_force WHERE held_until > ${day}
    UNION ALL SELECT project_id FROM projects.holder_change`;
}

/** Of how many projects changes are taken next to those that are asked for. */
const TAKEN = 1_000;

/**
 * Takes what is noted of changed holders: of these projects, which the transaction has locked, and of others that nobody has locked and
 * that are locked now. Of which projects that was; what is counted under their holder is counted anew after this, in the transaction.
 */
export async function takeHolderChanges(
  manager: EntityManager,
  projectIds: readonly string[],
): Promise<string[]> {
  const taken = await manager.query<{ id: string }[]>(
    `WITH others AS MATERIALIZED (
       SELECT id FROM projects.project
       WHERE id IN (SELECT project_id FROM projects.holder_change WHERE project_id <> ALL($1) LIMIT ${String(TAKEN)})
       FOR NO KEY UPDATE SKIP LOCKED
     ),
     taken AS (
       DELETE FROM projects.holder_change
       WHERE project_id = ANY($1) OR project_id = ANY(ARRAY(SELECT id FROM others)) RETURNING project_id
     )
     SELECT DISTINCT project_id AS id FROM taken`,
    [projectIds],
  );
  return taken.map(({ id }) => id);
}

/** All that is noted is taken: before whoever counts by holders reads them all. */
export async function forgetHolderChanges(manager: EntityManager): Promise<void> {
  await manager.query('DELETE FROM projects.holder_change');
}

/**
 * SQL for the offices some of whose projects are grouped otherwise on a day than somebody summed them: handed over since, or with a change
 * of holder, owner, kind or commune that hasn't been taken (`takeGroupingChanges`). Rows (office_id).
 */
export function officesRegroupedSql(day: string): string {
  return `SELECT coalesce(p.owner_id, p.registered_by) AS office_id
    FROM projects.handover_in_force former JOIN projects.project p ON p.id = former.project_id WHERE former.held_until > ${day}
    UNION SELECT organization_id FROM projects.handover_in_force WHERE held_until > ${day}
    UNION SELECT office_id FROM projects.grouping_change`;
}

/** Of how many offices changes are taken next to those that are asked for. */
const OFFICES_TAKEN = 4;

/**
 * Takes what is noted of changed groups, but for what another transaction is taking: of these offices, and of a few others. Ids of the
 * offices that it was of, which are to be summed anew after this, in the transaction.
 */
export async function takeGroupingChanges(
  manager: EntityManager,
  officeIds: readonly string[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH taken AS (
       DELETE FROM projects.grouping_change WHERE id IN (
         SELECT id FROM projects.grouping_change WHERE office_id = ANY($1) OR office_id IN (
           SELECT office_id FROM projects.grouping_change GROUP BY office_id ORDER BY min(id) LIMIT ${String(OFFICES_TAKEN)}
         ) FOR UPDATE SKIP LOCKED
       ) RETURNING office_id
     ) SELECT DISTINCT office_id AS id FROM taken`,
    [officeIds],
  );
  return rows.map(({ id }) => id);
}

/** All that is noted is taken: before whoever sums by groups reads them all. */
export async function forgetGroupingChanges(manager: EntityManager): Promise<void> {
  await manager.query('DELETE FROM projects.grouping_change');
}

/** SQL of who held a project `p` on the day of `joinFormerHolder` or `joinHolderAsKnown`. */
export const HELD_BY = 'coalesce(former.organization_id, p.owner_id, p.registered_by)';

/**
 * SQL: whether a project is nobody's yet and lies with an office above the one who reports, as when a plan names no owner
 * that is an office of ours: who reports it first becomes its owner once that office approves. `above` is an array.
 */
export function unclaimed(above: string, project = 'p'): string {
  return `(${project}.owner_id IS NULL AND ${project}.registered_by = ANY(${above}::uuid[])
    AND NOT EXISTS (SELECT FROM projects.handover_in_force former WHERE former.project_id = ${project}.id))`;
}

/** SQL of the ids of projects in whose land clearance one of the organisations in the placeholder `ids` takes part now. */
export function takesPart(ids: string): string {
  return `(SELECT project_id FROM projects.project_participant
    WHERE role = 'land-clearance' AND valid_to IS NULL AND organization_id = ANY(${ids}::uuid[]))`;
}

/** SQL of the array of offices that took part in a project's land clearance on a day. */
export function participantsOn(day: string, project = 'p'): string {
  return `ARRAY(SELECT part.organization_id FROM projects.project_participant part
    WHERE part.project_id = ${project}.id AND part.role = 'land-clearance'
      AND part.valid_from <= ${day} AND coalesce(part.valid_to > ${day}, true))`;
}

/** A project by its names. */
export interface ProjectRef {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/** SQL: project `p` as a `ProjectRef`. */
export const PROJECT_REF = `json_build_object('id', p.id, 'code', p.code, 'name', p.name)`;

/**
 * Whose clearance the actor may see, and as a reporter write about: projects that the actor's organisations hold, and
 * those in whose clearance they take part (the duty is the commune's even where a board owns the project). Of table `project p`.
 */
export function visibleClearance(actor: Actor): Conditions {
  return new Conditions().and(seesClearance, actor.scope);
}

/** The same as SQL; `ids` is the placeholder of the actor's offices. */
export const seesClearance = (ids: string): string =>
  `(coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[]) OR p.id IN ${takesPart(ids)})`;

/** SQL of the ids of projects of which an open blocker is up to one of the organisations in the placeholder `ids` now. */
const mustAct = (ids: string): string => `(SELECT project_id FROM blockers.responsible_office_ref
    WHERE open AND valid_to = 'infinity' AND responsible_office_id = ANY(${ids}::uuid[]))`;

/**
 * Whose clearance the actor may read: what `visibleClearance` shows, and projects of which an open blocker is up to one of the actor's
 * offices: who must act sees what waits (docs/adr/0234). It opens nothing to be written, and no money but that of the clearance.
 */
export function readableClearance(actor: Actor): Conditions {
  return new Conditions().and((ids) => `(${seesClearance(ids)} OR p.id IN ${mustAct(ids)})`, actor.scope);
}
