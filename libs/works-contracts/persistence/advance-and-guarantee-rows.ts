import type { EntityManager } from 'typeorm';
import type { GuaranteeState } from '@thongvon/api-contract';
import { type Dong, dongOf, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { ListSource } from '@thongvon/platform';
import { PROJECT_REF, type ProjectRef, visibleProjects } from '@thongvon/projects';
import { type AdvanceOnDay, type RecordedAdvance, withClock } from '../domain/recovery-clock';

/** As PostgreSQL gives it: amounts as text. */
type AdvanceRow = Omit<RecordedAdvance, 'contractValue' | 'amount' | 'recovered' | 'disbursed'> & {
  readonly contractValue: string;
  readonly amount: string;
  readonly recovered: string | null;
  readonly disbursed: string | null;
};

const ADVANCE_COLUMNS = `a.advance_id AS id, ${PROJECT_REF} AS project,
  a.contract, a.contractor, terms.contract_value AS "contractValue", terms.amount, a.on_date AS "paidOn",
  terms.recover_by AS "recoverBy", said.recovered, said.disbursed, said.on_date AS "figuresOn", said.reason,
  reported.document`;

/** What picks the advances themselves among the entries. */
const PAID = `a.type = 'paid' AND a.on_date <= q.as_of`;

/** SQL: advances `a` of projects `p`, with their `terms` and the figures `said` of them as on the day (`q.as_of`). */
function contractAdvancesOn(day: string): string {
  const last = (condition: string, order: string): string =>
    `(SELECT * FROM works_contracts.contract_advance_entry e WHERE e.advance_id = a.advance_id AND e.on_date <= q.as_of AND ${condition}
      ORDER BY ${order} DESC LIMIT 1)`;
  return `(SELECT ${day} AS as_of) q CROSS JOIN works_contracts.contract_advance_entry a JOIN projects.project_ref p ON p.id = a.project_id
    CROSS JOIN LATERAL ${last(`e.type <> 'recovery'`, 'e.id')} terms
    LEFT JOIN LATERAL ${last(`e.type = 'recovery'`, 'e.on_date DESC, e.id')} said ON true
    LEFT JOIN LATERAL ${last('e.document IS NOT NULL', 'e.id')} reported ON true`;
}

const toAdvance = ({ contractValue, amount, recovered, disbursed, ...row }: AdvanceRow): RecordedAdvance => ({
  ...row,
  contractValue: BigInt(contractValue),
  amount: BigInt(amount),
  recovered: dongOf(recovered),
  disbursed: dongOf(disbursed),
});

/** Advances of the projects that the actor sees, as on a day, oldest record first. `q` searches project, contract and contractor. */
export async function visibleContractAdvances(
  manager: EntityManager,
  actor: Actor,
  asked: { readonly asOf: PlainDate; readonly projectId?: string; readonly q?: string },
): Promise<RecordedAdvance[]> {
  const where = visibleProjects(actor)
    .also(PAID)
    .matchingAny(['p.name_key', 'p.code', 'a.contract_key', 'a.contractor_key'], asked.q);
  const from = contractAdvancesOn(`${where.parameter(asked.asOf)}::date`);
  if (asked.projectId !== undefined) where.and((value) => `a.project_id = ${value}`, asked.projectId);
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${from} WHERE ${where.sql} ORDER BY a.advance_id`,
    [...where.parameters],
  );
  return rows.map(toAdvance);
}

/** One that the actor sees, as on a day; undefined: none, or none yet on that day. */
export async function visibleContractAdvance(
  manager: EntityManager,
  actor: Actor,
  id: string,
  asOf: PlainDate,
): Promise<RecordedAdvance | undefined> {
  const where = visibleProjects(actor).also(PAID);
  const from = contractAdvancesOn(`${where.parameter(asOf)}::date`);
  where.and((value) => `a.advance_id = ${value}`, id);
  const [row] = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return row && toAdvance(row);
}

/** Every contract's advance, whoever holds the project, of which something is still out on the day, with its clock; the oldest first. */
export async function outstandingContractAdvances(
  manager: EntityManager,
  on: PlainDate,
): Promise<AdvanceOnDay[]> {
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${contractAdvancesOn('$1::date')} WHERE ${PAID} ORDER BY a.on_date, a.advance_id`,
    [on],
  );
  return rows.map((row) => withClock(toAdvance(row), on)).filter(({ state }) => state !== 'recovered');
}

/** Lets one transaction at a time write about the project of this advance or guarantee, until it ends. */
export async function lockProjectOf(
  manager: EntityManager,
  of: 'contract_advance' | 'guarantee',
  id: string,
): Promise<void> {
  const [entries, key] =
    of === 'guarantee' ? ['guarantee_entry', 'guarantee_id'] : ['contract_advance_entry', 'advance_id'];
  await manager.query(
    `SELECT FROM projects.project_ref AS project
     WHERE id IN (SELECT project_id FROM works_contracts.${entries} WHERE ${key} = $1) FOR NO KEY UPDATE`,
    [id],
  );
}

/** A line of the history of a contract's advance; what a type doesn't say is left out. */
export interface AdvanceEntry {
  readonly id: string;
  readonly projectId: string;
  readonly type: 'paid' | 'amended' | 'recovery';
  readonly on: PlainDate;
  readonly contract?: string;
  readonly contractKey?: string;
  readonly contractor?: string;
  readonly contractorKey?: string;
  readonly contractValue?: Dong;
  readonly amount?: Dong;
  readonly recoverBy?: PlainDate | null;
  readonly recovered?: Dong;
  readonly disbursed?: Dong;
  readonly reason?: string | null;
  readonly document: string | null;
}

/** Adds the line. */
export async function insertAdvanceEntry(
  manager: EntityManager,
  entry: AdvanceEntry,
  actorId: string,
  at: Date,
): Promise<void> {
  await insertRow(manager, 'contract_advance_entry', {
    advance_id: entry.id,
    project_id: entry.projectId,
    type: entry.type,
    contract: entry.contract,
    contract_key: entry.contractKey,
    contractor: entry.contractor,
    contractor_key: entry.contractorKey,
    contract_value: entry.contractValue?.toString(),
    amount: entry.amount?.toString(),
    recover_by: entry.recoverBy,
    recovered: entry.recovered?.toString(),
    disbursed: entry.disbursed?.toString(),
    on_date: entry.on,
    reason: entry.reason,
    document: entry.document,
    actor_id: actorId,
    recorded_at: at,
  });
}

/** A guarantee as it stands on a day. */
export interface GuaranteeRow {
  readonly id: string;
  readonly project: ProjectRef;
  /** Who holds the project now. */
  readonly organizationId: string;
  readonly contractor: string;
  readonly amount: Dong;
  readonly expiresOn: PlainDate;
  readonly state: GuaranteeState;
  /** Until it ends; negative: since. */
  readonly daysLeft: number;
  readonly document: string | null;
}

/** As PostgreSQL gives it: the amount as text. */
export type StoredGuarantee = Omit<GuaranteeRow, 'amount'> & { readonly amount: string };

export const toGuarantee = ({ amount, ...row }: StoredGuarantee): GuaranteeRow => ({
  ...row,
  amount: BigInt(amount),
});

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

/** Guarantees of the projects that the actor sees, as on a day: the one that ends first comes first, released ones last: rows of `StoredGuarantee`. */
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
  const [row] = await manager.query<StoredGuarantee[]>(
    `SELECT ${GUARANTEE_COLUMNS} FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return row && toGuarantee(row);
}

/** Every guarantee, whoever holds the project, that isn't released on the day; the one that ends first comes first. */
export async function openGuarantees(manager: EntityManager, on: PlainDate): Promise<GuaranteeRow[]> {
  const rows = await manager.query<StoredGuarantee[]>(
    `SELECT ${GUARANTEE_COLUMNS} FROM ${guaranteesOn('$1::date')} WHERE ${GIVEN} AND ${GUARANTEE_STATE} <> 'released'
     ORDER BY last.expires_on, g.guarantee_id`,
    [on],
  );
  return rows.map(toGuarantee);
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
  await insertRow(manager, 'guarantee_entry', {
    guarantee_id: entry.id,
    project_id: entry.projectId,
    type: entry.type,
    contractor: entry.contractor,
    contractor_key: entry.contractor && matchKey(entry.contractor),
    amount: entry.amount?.toString(),
    on_date: entry.on,
    expires_on: entry.expiresOn,
    document: entry.document,
    actor_id: actorId,
    recorded_at: at,
  });
}

/** Values by the names of their columns; undefined: null. */
async function insertRow(
  manager: EntityManager,
  table: 'contract_advance_entry' | 'guarantee_entry',
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(columns);
  await manager.query(
    `INSERT INTO works_contracts.${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(columns).map((value) => value ?? null),
  );
}
