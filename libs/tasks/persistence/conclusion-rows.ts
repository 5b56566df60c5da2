import type { EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { TaskStanding } from '../domain/task-state';
import { type ConclusionRef, NUMBERED, SEES } from './task-lists';

/** A conclusion with where the tasks stand that the actor sees of it. */
export interface ConclusionRow extends ConclusionRef {
  readonly giver: { readonly id: string; readonly name: string };
  readonly concludedBy: string;
  readonly enteredBy: string | null;
  readonly givenAt: Date;
  readonly standings: readonly Pick<TaskStanding, 'state' | 'due'>[];
}

/** SQL: the tasks of conclusion `c` that somebody of these offices sees. */
const TASKS_SEEN = (ids: string): string => `
  FROM tasks.task t JOIN tasks.task_position s ON s.task_id = t.id LEFT JOIN projects.project_ref p ON p.id = t.project_id
  WHERE t.conclusion_id = c.id AND ${SEES(ids)}`;

/** Conclusions of which the actor sees a task, the latest first: rows of a `ConclusionRow`. */
export function conclusionList(actor: Actor, q?: string): ListSource {
  const where = new Conditions();
  const ids = where.parameter(actor.scope);
  where.also(`EXISTS (SELECT ${TASKS_SEEN(ids)})`);
  if (q !== undefined && q.trim() !== '')
    where.and(
      (words) => `concat_ws(' ', c.title, n.number) ILIKE ${words}`,
      `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`,
    );
  return {
    columns: `c.id, c.kind, c.title, n.number, coalesce(n.dated, c.dated) AS dated, c.recorded_at AS "givenAt",
      json_build_object('id', g.id, 'name', g.name) AS giver, concluding.name AS "concludedBy",
      CASE WHEN c.entered_by <> c.concluded_by THEN entering.name END AS "enteredBy",
      (SELECT json_agg(json_build_object('state', s.state, 'due', s.due)) ${TASKS_SEEN(ids)}) AS standings`,
    from: `tasks.conclusion c ${NUMBERED}
      JOIN organizations.organization_ref g ON g.id = c.giver_id
      JOIN organizations.user_ref concluding ON concluding.id = c.concluded_by
      JOIN organizations.user_ref entering ON entering.id = c.entered_by`,
    where,
    sort: [
      { sql: 'c.recorded_at', type: 'timestamptz' },
      { sql: 'c.id', type: 'uuid' },
    ],
    descending: true,
  };
}

/** One of them; undefined: the actor sees no task of it. */
export async function visibleConclusion(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<ConclusionRow | undefined> {
  const { columns, from, where } = conclusionList(actor);
  where.and((value) => `c.id = ${value}`, id);
  const [found] = await manager.query<ConclusionRow[]>(`SELECT ${columns} FROM ${from} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return found;
}

/** Somebody with an account in use. */
export interface TaskPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** People of an office with an account in use and one of these roles, by name. */
export function peopleOf(
  manager: EntityManager,
  organizationId: string,
  roles: readonly Role[],
): Promise<TaskPerson[]> {
  return manager.query<TaskPerson[]>(
    `SELECT id, name, role FROM organizations.user_ref
     WHERE organization_id = $1 AND role = ANY($2) AND disabled_at IS NULL ORDER BY name, id`,
    [organizationId, roles],
  );
}

/** An office to which tasks may be given. */
export interface TaskAssignee {
  readonly id: string;
  readonly name: string;
  readonly reachable: boolean;
  readonly suggested: boolean;
}

/** For what an office is looked for. */
export interface AskedAssignees {
  readonly q?: string;
  readonly projectId?: string;
  readonly blockerId?: string;
}

/**
 * Offices in the actor's sight that exist, the one that answers first, then by name: which must act on the blocker, else which holds the
 * project.
 */
export function assigneeList(
  actor: Actor,
  { q, projectId, blockerId, roles }: AskedAssignees & { readonly roles: readonly Role[] },
): ListSource {
  const where = new Conditions()
    .and((ids) => `o.id = ANY(${ids}::uuid[])`, actor.scope)
    .also('o.effective_to IS NULL')
    .matching('o.name_key', q);
  const [project, answering] = [where.parameter(projectId ?? null), where.parameter(roles)];
  const seen = where.parameter(actor.scope);
  const blocker = where.parameter(blockerId ?? null);
  const suggested = `coalesce(o.id = coalesce(
    (SELECT b.responsible_office_id FROM blockers.responsible_office_ref b
     WHERE b.blocker_id = ${blocker}::uuid AND b.open AND b.valid_to = 'infinity' AND b.responsible_office_id = ANY(${seen}::uuid[])),
    (SELECT coalesce(p.owner_id, p.registered_by) FROM projects.project_ref p WHERE p.id = ${project}::uuid)), false)`;
  return {
    columns: `o.id, o.name, ${suggested} AS suggested, EXISTS (SELECT FROM organizations.user_ref u
      WHERE u.organization_id = o.id AND u.disabled_at IS NULL AND u.role = ANY(${answering}::text[])) AS reachable`,
    from: 'organizations.organization_ref o',
    where,
    sort: [
      { sql: `(NOT ${suggested})::integer`, type: 'integer' },
      { sql: 'o.name_key', type: 'text' },
      { sql: 'o.id', type: 'uuid' },
    ],
  };
}

/** Of these offices those in the actor's sight that exist, by id. */
export async function officesInSight(
  manager: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM organizations.organization_ref WHERE id = ANY($1) AND id = ANY($2) AND effective_to IS NULL`,
    [ids, actor.scope],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Of these projects and blockers those in the actor's sight: projects by id, and of blockers their project. */
export async function subjectsInSight(
  manager: EntityManager,
  actor: Actor,
  {
    projectIds,
    blockerIds,
  }: { readonly projectIds: readonly string[]; readonly blockerIds: readonly string[] },
): Promise<{ readonly projects: ReadonlySet<string>; readonly blockers: ReadonlyMap<string, string> }> {
  const rows = await manager.query<{ id: string; projectId: string; isBlocker: boolean }[]>(
    `SELECT p.id, p.id AS "projectId", false AS "isBlocker" FROM projects.project_ref p
     WHERE p.id = ANY($2) AND coalesce(p.owner_id, p.registered_by) = ANY($1)
     UNION ALL
     SELECT b.id, p.id, true FROM blockers.blocker_ref b JOIN projects.project_ref p ON p.id = b.project_id
     WHERE b.id = ANY($3) AND coalesce(p.owner_id, p.registered_by) = ANY($1)`,
    [actor.scope, projectIds, blockerIds],
  );
  return {
    projects: new Set(rows.flatMap(({ id, isBlocker }) => (isBlocker ? [] : [id]))),
    blockers: new Map(
      rows.flatMap(({ id, projectId, isBlocker }) => (isBlocker ? [[id, projectId] as const] : [])),
    ),
  };
}

/** People to be written to, with their addresses, by office. */
export interface Addressee {
  readonly id: string;
  readonly email: string;
  readonly organizationId: string;
  readonly role: Role;
}

/** People with an account in use and one of these roles, of these offices, or these people themselves. */
export function addressees(
  manager: EntityManager,
  {
    organizationIds = [],
    userIds = [],
    roles,
  }: {
    readonly organizationIds?: readonly string[];
    readonly userIds?: readonly string[];
    readonly roles: readonly Role[];
  },
): Promise<Addressee[]> {
  return manager.query<Addressee[]>(
    `SELECT id, email, organization_id AS "organizationId", role FROM organizations.user_ref
     WHERE disabled_at IS NULL AND ((organization_id = ANY($1) AND role = ANY($3)) OR id = ANY($2)) ORDER BY id`,
    [organizationIds, userIds, roles],
  );
}
