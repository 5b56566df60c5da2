import type { EntityManager } from 'typeorm';
import type { ClosingKind } from '@thongvon/api-contract';
import { type Dong, dongOf, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import { PROJECT_REF, type ProjectRef, visibleClearance } from '@thongvon/projects';

/** What somebody owes of a completed project, as it was recorded. */
export interface Owed {
  readonly kind: ClosingKind;
  readonly what: string;
  /** As it was typed. */
  readonly owedBy: string;
  readonly since: PlainDate;
  readonly due: PlainDate | null;
  readonly amount: Dong | null;
}

/** What is owed, and how it was settled. */
export interface ClosingRow {
  readonly id: string;
  readonly project: ProjectRef;
  readonly owed: Owed;
  readonly settled: { readonly on: PlainDate; readonly evidence: string } | null;
}

/** What is said of an item: that it is owed, or settled. */
export type ClosingEntryRow = { readonly id: string; readonly projectId: string } & (
  | { readonly type: 'owed'; readonly fields: Owed }
  | { readonly type: 'settled'; readonly fields: NonNullable<ClosingRow['settled']> }
);

/** Which of the items in sight are asked for. `q` searches project names and codes; `names`: who owes, as it was typed. */
interface AskedFor {
  readonly id?: string;
  readonly q?: string | undefined;
  readonly projectId?: string | undefined;
  readonly kind?: ClosingKind | undefined;
  readonly names?: readonly string[];
}

/** Conditions on entries `e` of projects `p` whose clearance the actor may see. */
export function closingItemsInSight(actor: Actor, { id, q, projectId, kind, names }: AskedFor): Conditions {
  const where = visibleClearance(actor).matchingAny(['p.name_key', 'p.code'], q);
  if (id !== undefined) where.and((value) => `e.item_id = ${value}`, id);
  if (projectId !== undefined) where.and((value) => `p.id = ${value}`, projectId);
  if (kind !== undefined) where.and((value) => `e.fields->>'kind' = ${value}`, kind);
  if (names !== undefined) where.and((any) => `e.fields->>'owedBy' = ANY(${any}::text[])`, names);
  return where;
}

/** The same, and that it had come to be owed by the day. */
export const owedBy = (where: Conditions, day: PlainDate): Conditions =>
  where.and((value) => `(e.fields->>'since')::date <= ${value}::date`, day);

/** As it is kept: the amount as text. */
type StoredOwed = Omit<Owed, 'amount'> & { readonly amount: string | null };

/** The items that `where` leaves, with how they were settled, in the order in which they were recorded. */
export async function closingRows(manager: EntityManager, where: Conditions): Promise<ClosingRow[]> {
  const rows = await manager.query<(Omit<ClosingRow, 'owed'> & { owed: StoredOwed })[]>(
    `SELECT e.item_id AS id, ${PROJECT_REF} AS project, e.fields AS owed,
       (SELECT s.fields FROM works_contracts.closing_entry s WHERE s.item_id = e.item_id AND s.type = 'settled' ORDER BY s.id LIMIT 1) AS settled
     FROM works_contracts.closing_entry e JOIN projects.project_ref p ON p.id = e.project_id
     WHERE ${where.sql} AND e.type = 'owed' ORDER BY e.id`,
    [...where.parameters],
  );
  return rows.map(({ owed, ...row }) => ({ ...row, owed: { ...owed, amount: dongOf(owed.amount) } }));
}

/** Everybody who is said to owe something of the projects in sight, as it was typed; in no order. */
export async function debtorNames(manager: EntityManager, actor: Actor): Promise<string[]> {
  const visible = visibleClearance(actor);
  const rows = await manager.query<{ name: string }[]>(
    `SELECT DISTINCT e.fields->>'owedBy' AS name FROM works_contracts.closing_entry e JOIN projects.project_ref p ON p.id = e.project_id
     WHERE ${visible.sql} AND e.type = 'owed'`,
    [...visible.parameters],
  );
  return rows.map(({ name }) => name);
}

/** Whether there is a project of this id whose clearance the actor may see. */
export async function seesProject(manager: EntityManager, actor: Actor, projectId: string): Promise<boolean> {
  const where = visibleClearance(actor).and((value) => `p.id = ${value}`, projectId);
  const found = await manager.query<object[]>(`SELECT FROM projects.project_ref p WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return found.length > 0;
}

/** Adds the entry. `at`: business clock. */
export async function insertClosingEntry(
  manager: EntityManager,
  entry: ClosingEntryRow,
  actorId: string,
  at: Date,
): Promise<void> {
  const { id, projectId, type, fields } = entry;
  const kept =
    entry.type === 'owed' ? { ...fields, amount: entry.fields.amount?.toString() ?? null } : fields;
  await manager.query(
    `INSERT INTO works_contracts.closing_entry (item_id, project_id, type, fields, actor_id, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, projectId, type, JSON.stringify(kept), actorId, at],
  );
}
