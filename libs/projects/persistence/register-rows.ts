import type { EntityManager } from 'typeorm';
import { type PlanYear, type ProjectGroup, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { ProjectKind } from '../domain/project-kind';

/** A project as the register shows it. */
export interface ListedProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly kindConfirmed: boolean;
  readonly owner: { readonly id: string | null; readonly name: string | null };
  readonly commune: string | null;
  /** Whole đồng as text. */
  readonly totalInvestment: string | null;
  readonly contractors: string[];
  /** Of each plan year of which a return in force names it, the latest first, with the cell that says so. */
  readonly groups: readonly {
    readonly planYear: PlanYear;
    readonly group: ProjectGroup;
    readonly returnId: string;
    readonly sheet: string;
    readonly cell: string;
  }[];
}

const FROM = 'projects.project p LEFT JOIN organizations.organization_ref o ON o.id = p.owner_id';
const COLUMNS = `p.id, p.code, p.name, p.kind, p.kind_confirmed AS "kindConfirmed",
  json_build_object('id', p.owner_id, 'name', coalesce(o.name, p.owner_name)) AS owner, p.commune,
  p.total_investment AS "totalInvestment", p.contractors,
  (SELECT coalesce(json_agg(json_build_object('planYear', g.plan_year, 'group', g.group_code, 'returnId', m.return_id,
      'sheet', m.sheet, 'cell', m.cell) ORDER BY g.plan_year DESC), '[]')
    FROM projects.project_group g JOIN projects.group_mention m ON m.id = g.mention_id WHERE g.project_id = p.id) AS groups`;

/** Only what the actor's organisations hold: as owner, or as who registered a project without a known owner. */
export function visibleProjects(actor: Actor): Conditions {
  return new Conditions().and(
    (ids) => `coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[])`,
    actor.scope,
  );
}

/** What a search looks at: the name without accents, and the code. */
export const PROJECT_SEARCH = `(p.name_key || ' ' || coalesce(p.code, ''))`;

/** The register as far as the actor sees it, by name without accents, without what nothing speaks of any more. */
export function projectList(
  actor: Actor,
  { q, kind, ownerId }: { readonly q?: string; readonly kind?: ProjectKind; readonly ownerId?: string },
): ListSource {
  const where = visibleProjects(actor).also(`NOT ${outOfForce()}`).matching(PROJECT_SEARCH, q);
  if (kind !== undefined) where.and((value) => `p.kind = ${value}`, kind);
  if (ownerId !== undefined) where.and((value) => `p.owner_id = ${value}`, ownerId);
  return {
    columns: COLUMNS,
    from: FROM,
    where,
    sort: [
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.id', type: 'uuid' },
    ],
  };
}

/** One of them; undefined: the actor sees none of this id. */
export async function visibleProject(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<ListedProject | undefined> {
  const where = visibleProjects(actor).and((value) => `p.id = ${value}`, id);
  const [found] = await manager.query<ListedProject[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return found;
}

/** What a return says of a project, in the names of the columns; null: nothing. */
interface LearntProject {
  readonly code: string | null;
  readonly owner_id: string | null;
  /** The owner in the words of the table. */
  readonly owner_name: string | null;
  /** Whole đồng as text. */
  readonly total_investment: string | null;
}

interface NewProject extends LearntProject {
  readonly name: string;
  readonly name_key: string;
  readonly kind: ProjectKind;
  readonly commune: string | null;
}

/**
 * Registers them for an office, by a return (null: none), as of the business clock. What is there already stays as it is, but
 * what nothing speaks of any more is registered anew.
 */
export async function insertProjects(
  manager: EntityManager,
  projects: readonly NewProject[],
  {
    organizationId,
    returnId,
    at,
  }: { readonly organizationId: string; readonly returnId: string | null; readonly at: Date },
): Promise<void> {
  // Of what nothing speaks of any more only the row and its history are there: it is registered anew.
  await manager.query(
    `UPDATE projects.project p SET (name, name_key, kind, owner_id, owner_name, registered_by, commune, total_investment, registered_in)
       = (t.name, t.name_key, t.kind, t.owner_id, t.owner_name, $2, t.commune, t.total_investment, $3)
     FROM ${NEW_ROWS} WHERE ${outOfForce()} AND ((projects.project_code_key(p.code) = t.code AND NOT p.code_repeated)
       OR (p.code IS NULL AND t.code IS NULL AND p.name_key = t.name_key
         AND coalesce(p.owner_id, p.registered_by) = coalesce(t.owner_id, $2::uuid)))`,
    [JSON.stringify(projects), organizationId, returnId],
  );
  await manager.query(
    `INSERT INTO projects.project (code, name, name_key, kind, owner_id, owner_name, registered_by, commune, total_investment, created_at, registered_in)
     SELECT code, name, name_key, kind, owner_id, owner_name, $2, commune, total_investment, $3, $4 FROM ${NEW_ROWS}
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(projects), organizationId, at, returnId],
  );
}

/** SQL of the new rows in the first parameter. */
const NEW_ROWS = `jsonb_to_recordset($1) AS t (code text, name text, name_key text, kind text, owner_id uuid, owner_name text,
  commune text, total_investment numeric)`;

/**
 * Lets known projects learn their code, owner and total investment, and their kind unless a person has set it. Of several rows
 * of one project any speaks.
 */
export async function teachProjects(
  manager: EntityManager,
  learnt: readonly (LearntProject & { readonly id: string | undefined; readonly kind: ProjectKind | null })[],
): Promise<void> {
  // Most returns say nothing new, and a row that is written without need costs as much as one that changes.
  await manager.query(
    `UPDATE projects.project SET (kind, code, owner_id, owner_name, total_investment)
       = (learnt.kind, learnt.code, learnt.owner_id, learnt.owner_name, learnt.total_investment)
     FROM (
       SELECT DISTINCT ON (p.id) p.id,
         CASE WHEN p.kind_confirmed OR r.kind IS NULL OR r.kind = 'other' THEN p.kind ELSE r.kind END AS kind,
         coalesce(p.code, r.code) AS code,
         coalesce(p.owner_id, r.owner_id) AS owner_id,
         coalesce(r.owner_name, p.owner_name) AS owner_name,
         coalesce(r.total_investment, p.total_investment) AS total_investment
       FROM jsonb_to_recordset($1)
         AS r (id uuid, code text, kind text, owner_id uuid, owner_name text, total_investment numeric)
         JOIN projects.project p USING (id)
       ORDER BY p.id
     ) learnt
     WHERE project.id = learnt.id
       AND (project.kind, project.code, project.owner_id, project.owner_name, project.total_investment) IS DISTINCT FROM
         (learnt.kind, learnt.code, learnt.owner_id, learnt.owner_name, learnt.total_investment)`,
    [JSON.stringify(learnt)],
  );
}

/** What returns say of projects, and of which day it is: rows (project_id, return_id, day, is_clearance). */
export const ENTRIES = `
  SELECT project_id, return_id, as_of AS day, false AS is_clearance FROM capital.figure_ref
  UNION ALL SELECT project_id, return_id, effective_on, false FROM capital.allocation_ref
  UNION ALL SELECT project_id, return_id, as_of, true FROM land_clearance.clearance_figure_ref WHERE return_id IS NOT NULL
  UNION ALL SELECT b.project_id, m.return_id, m.as_of, true
    FROM blockers.blocker_mention_ref m JOIN blockers.blocker_ref b ON b.id = m.blocker_id`;

/** Where people write of a project by hand, besides the register itself; each with the project's id. */
const BY_HAND = [
  'SELECT project_id FROM land_clearance.clearance_figure_ref WHERE return_id IS NULL',
  'SELECT project_id FROM land_clearance.clearance_step_ref',
  'SELECT project_id FROM land_clearance.clearance_advance_ref',
  'SELECT project_id FROM works_contracts.closing_ref',
  'SELECT project_id FROM land_clearance.evidence_file_ref',
  'SELECT project_id FROM blockers.blocker_position_ref',
  'SELECT project_id FROM works_contracts.guarantee_ref',
  'SELECT project_id FROM works_contracts.contract_advance_ref',
  'SELECT project_id FROM capital.spending_plan_ref',
  'SELECT project_id FROM capital.paid_before_ref',
  'SELECT project_id FROM projects.project_participant',
  'SELECT project_id FROM projects.handover_in_force',
];

/**
 * SQL: whether nothing speaks of a project any more: the return that registered it doesn't count, no other that counts has
 * an entry of it, and no person wrote anything of it (docs/adr/0151). Such a project stays with its history, isn't listed, and
 * nobody's row means it; whoever reports it anew registers it. `project` is the alias of a table with projects by id.
 */
export function outOfForce(project = 'p'): string {
  return `EXISTS (
    SELECT FROM projects.project own JOIN returns.return_ref registering
      ON registering.id = own.registered_in AND registering.status <> 'approved'
    WHERE own.id = ${project}.id AND own.edited_at IS NULL
      AND NOT EXISTS (
        SELECT FROM (${ENTRIES}) entry JOIN returns.return_ref counting
          ON counting.id = entry.return_id AND counting.status = 'approved'
        WHERE entry.project_id = own.id)
      AND NOT EXISTS (SELECT FROM (${BY_HAND.join(' UNION ALL ')}) written WHERE written.project_id = own.id)
  )`;
}

const UNSPECIFIED_LABEL = 'Không ghi nguồn';

/** Makes sure that each source named in a return has its row; the label is that of the first table that named it. */
export async function ensureSources(
  manager: EntityManager,
  named: readonly { readonly source: string; readonly sourceLabel: string | null }[],
): Promise<void> {
  const labels = new Map(named.map(({ source, sourceLabel }) => [source, sourceLabel ?? source]));
  labels.set(UNSPECIFIED_SOURCE, UNSPECIFIED_LABEL);
  const rows = [...labels].map(([code, label]) => ({ code, label }));
  await manager.query(
    `INSERT INTO projects.capital_source (code, label) SELECT code, label FROM jsonb_to_recordset($1) AS t (code text, label text)
     ORDER BY code ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
