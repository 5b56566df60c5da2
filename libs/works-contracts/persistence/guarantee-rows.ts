import type { EntityManager } from 'typeorm';
import type { GuaranteeState } from '@thongvon/api-contract';
import { type Dong, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { ListSource } from '@thongvon/platform';
import { PROJECT_REF, type ProjectRef, visibleProjects } from '@thongvon/projects';

/** A guarantee as it stands on a day. */
export interface GuaranteeRow {
  readonly id: string;
  readonly project: ProjectRef;
  /** Who holds the project now. */
  readonly organizationId: string;
  readonly contractor: string;
  /** Whole đồng. */
  readonly amount: string;
  readonly expiresOn: PlainDate;
  readonly state: GuaranteeState;
  /** Until it ends; negative: since. */
  readonly daysLeft: number;
  readonly document: string | null;
}

/** SQL for the state on the day, over `guaranteesOn`. */
const GUARANTEE_STATE = `(CASE WHEN last.released THEN 'released' WHEN last.expires_on < q.as_of THEN 'expired' ELSE 'running' END)`;

const GUARANTEE_COLUMNS = `g.guarantee_id AS id, ${PROJECT_REF} AS project,
  coalesce(p.owner_id, p.registered_by) AS "organizationId", g.contractor, g.amount, last.expires_on AS "expiresOn",
  ${GUARANTEE_STATE} AS state, last.expires_on - q.as_of AS "daysLeft", last.document`;

/** SQL: guarantees `g` given by the day, of projects `p`, as they stand (`last`) on it (`q.as_of`). */
function guaranteesOn(day: string): string {
  return `(SELECT ${day} AS as_of) q CROSS JOIN works_contracts.guarantee_entry g JOIN projects.project_ref p ON p.id = g.project_id
    CROSS JOIN LATERAL (
      SELECT bool_or(e.type = 'released') AS released, max(e.expires_on) AS expires_on,
        (array_agg(e.document ORDER BY e.id DESC) FILTER (WHERE e.document IS NOT NULL))[1] AS document
      FROM works_contracts.guarantee_entry e WHERE e.guarantee_id = g.guarantee_id AND e.on_date <= q.as_of
    ) last`;
}

/** What picks the guarantees themselves among the entries. */
const GIVEN = `g.type = 'given' AND g.on_date <= q.as_of`;

/** Guarantees of the projects that the actor sees, as on a day: the one that ends first comes first, released ones last. */
export function guaranteeList(
  actor: Actor,
  asked: {
    readonly asOf: PlainDate;
    readonly state?: GuaranteeState;
    readonly projectId?: string;
    /** Searches project and contractor. */
    readonly q?: string;
  },
): ListSource {
  const where = visibleProjects(actor)
    .also(GIVEN)
    .matchingAny(['p.name_key', 'p.code', 'g.contractor_key'], asked.q);
  const from = guaranteesOn(`${where.parameter(asked.asOf)}::date`);
  if (asked.state !== undefined) where.and((value) => `${GUARANTEE_STATE} = ${value}`, asked.state);
  if (asked.projectId !== undefined) where.and((value) => `g.project_id = ${value}`, asked.projectId);
  return {
    columns: GUARANTEE_COLUMNS,
    from,
    where,
    sort: [
      { sql: 'last.released::integer', type: 'integer' },
      { sql: 'last.expires_on', type: 'date' },
      { sql: 'g.guarantee_id', type: 'uuid' },
    ],
  };
}

/** One that the actor sees, as on a day; undefined: none, or none yet on that day. */
export async function visibleGuarantee(
  manager: EntityManager,
  actor: Actor,
  id: string,
  asOf: PlainDate,
): Promise<GuaranteeRow | undefined> {
  const where = visibleProjects(actor).also(GIVEN);
  const from = guaranteesOn(`${where.parameter(asOf)}::date`);
  where.and((value) => `g.guarantee_id = ${value}`, id);
  const [row] = await manager.query<GuaranteeRow[]>(`SELECT ${GUARANTEE_COLUMNS} FROM ${from} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return row;
}

/** Every guarantee, whoever holds the project, that isn't released on the day; the one that ends first comes first. */
export function openGuarantees(manager: EntityManager, on: PlainDate): Promise<GuaranteeRow[]> {
  return manager.query<GuaranteeRow[]>(
    `SELECT ${GUARANTEE_COLUMNS} FROM ${guaranteesOn('$1::date')} WHERE ${GIVEN} AND ${GUARANTEE_STATE} <> 'released'
     ORDER BY last.expires_on, g.guarantee_id`,
    [on],
  );
}

/** Lets one transaction at a time write about the guarantees of its project, until it ends. */
export async function lockProjectOfGuarantee(manager: EntityManager, guaranteeId: string): Promise<void> {
  await manager.query(
    `SELECT FROM projects.project_ref AS project
     WHERE id IN (SELECT project_id FROM works_contracts.guarantee_entry WHERE guarantee_id = $1) FOR NO KEY UPDATE`,
    [guaranteeId],
  );
}

/** A line of a guarantee's history. */
export interface GuaranteeEntry {
  readonly id: string;
  readonly projectId: string;
  readonly type: 'given' | 'extended' | 'released';
  readonly on: PlainDate;
  readonly expiresOn: PlainDate | null;
  readonly contractor: string | null;
  readonly amount: Dong | null;
  readonly document: string | null;
}

/** Adds the line. `at`: business clock. */
export async function insertGuaranteeEntry(
  manager: EntityManager,
  entry: GuaranteeEntry,
  actorId: string,
  at: Date,
): Promise<void> {
  const { id, projectId, type, contractor, amount, on, expiresOn, document } = entry;
  await manager.query(
    `INSERT INTO works_contracts.guarantee_entry (guarantee_id, project_id, type, contractor, contractor_key, amount, on_date, expires_on,
       document, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, projectId, type, contractor, contractor && matchKey(contractor), amount?.toString() ?? null],
      ...[on, expiresOn, document, actorId, at],
    ],
  );
}
