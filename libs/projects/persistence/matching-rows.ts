import type { EntityManager } from 'typeorm';
import type { TouchRelation } from '@thongvon/api-contract';
import { type Dong, dongOf, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { KnownProject } from '../domain/project-match';
import { holderOn, participantsOn, unclaimed } from './holders';
import { outOfForce } from './register-rows';

/** What rows of a return may mean, as of whose day, and the offices above their sender. */
interface NamedAsked {
  /** In the form in which codes are compared. */
  readonly codes: readonly string[];
  /** `matchKey`s of names. */
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly day: PlainDate;
  readonly above: readonly string[];
}

/** `namedOwner`: the words by which a plan names the owner of a project that is nobody's yet; null: none does. */
export type ProjectNamed = Omit<KnownProject, 'unclaimed'> & {
  readonly unclaimed: boolean;
  readonly namedOwner: string | null;
};

/** Every project in force with one of the codes or names, and those of the ids, whosever they were on the day; in no order. */
export function projectsNamed(
  manager: EntityManager,
  { codes, names, ids, day, above }: NamedAsked,
): Promise<ProjectNamed[]> {
  return manager.query<ProjectNamed[]>(
    `SELECT p.id, p.code, p.name, p.name_key AS "nameKey", ${holderOn('$4')} AS "heldBy",
       ${participantsOn('$4')} AS participants, ${unclaimed('$5')} AS unclaimed,
       CASE WHEN p.owner_id IS NULL THEN p.owner_name END AS "namedOwner"
     FROM projects.project p
     WHERE ((projects.project_code_key(p.code) = ANY($1) OR p.name_key = ANY($2)) AND NOT ${outOfForce()}) OR p.id::text = ANY($3)`,
    [codes, names, ids, day, above],
  );
}

/** The names of offices. */
export async function officeNames(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    'SELECT name FROM organizations.organization_ref WHERE id = ANY($1)',
    [ids],
  );
  return rows.map(({ name }) => name);
}

/** Whether a plan of the year, or of the year before, is known at all. */
export async function hasPlan(manager: EntityManager, year: PlanYear): Promise<boolean> {
  const [row] = await manager.query<{ known: boolean }[]>(
    `SELECT EXISTS (SELECT FROM capital.plan_position_ref WHERE plan_year IN ($1, $1 - 1)) AS known`,
    [year],
  );
  return row?.known ?? false;
}

/** Which projects of an office a return leaves out. */
interface UnlistedAsked {
  /** The office and all below it. */
  readonly scope: readonly string[];
  /** Null: a return that knows no plan. */
  readonly planYear: PlanYear | null;
  readonly asOf: PlainDate;
  /** The projects that its rows mean. */
  readonly listed: readonly string[];
  /** Those of its last figures that it doesn't list: they are among them whosever they are. */
  readonly missing: readonly string[];
  /**
   * `planned`: its own projects that have a plan this year. `held`: all that are its own. `reported`: also those in whose
   * land clearance it takes part.
   */
  readonly among: 'planned' | 'held' | 'reported';
}

/** With this year's plan in force on the day, whole đồng; null: none. In no order. */
export async function unlistedProjects(
  manager: EntityManager,
  { scope, planYear, asOf, listed, missing, among }: UnlistedAsked,
): Promise<{ id: string; code: string | null; name: string; planned: Dong | null }[]> {
  const held = `${holderOn('$2::date')} = ANY($5)`;
  const asked = {
    planned: `${held} AND plan.planned IS NOT NULL`,
    held,
    reported: `(${held} OR ${participantsOn('$2::date')} && $5)`,
  }[among];
  const rows = await manager.query<
    { id: string; code: string | null; name: string; planned: string | null }[]
  >(
    `SELECT p.id, p.code, p.name, plan.planned FROM projects.project p
       LEFT JOIN LATERAL (
         SELECT sum(amount) AS planned FROM capital.plan_position_ref
         WHERE project_id = p.id AND plan_year = $1 AND plan_type = 'current-year' AND valid_from <= $2 AND valid_to > $2
       ) plan ON true
     WHERE p.id <> ALL($3) AND (p.id = ANY($4) OR (${asked} AND NOT ${outOfForce()}))`,
    [planYear, asOf, listed, missing, scope],
  );
  return rows.map(({ planned, ...project }) => ({
    ...project,
    planned: dongOf(planned),
  }));
}

/** An office, how many of a return's projects are its own, and how it stands to the sender. */
export interface TouchedOffice {
  readonly organization: { readonly id: string; readonly name: string };
  readonly projects: number;
  readonly relation: TouchRelation;
  /** Of `unclaimed`: the words by which plans name their owners, none of them an office's name. */
  readonly namedAs: readonly string[];
}

/** Whose these projects were on the day, counted by office and by what they are to the sender: its own first, then by how many. */
export function officesTouched(
  manager: EntityManager,
  {
    organizationId,
    ids,
    day,
  }: { readonly organizationId: string; readonly ids: readonly string[]; readonly day: PlainDate },
): Promise<TouchedOffice[]> {
  return manager.query<TouchedOffice[]>(
    `WITH RECURSIVE below AS (
       SELECT $2::uuid AS id
       UNION SELECT child.id FROM organizations.organization_ref child JOIN below ON child.parent_id = below.id
     ),
     above AS (
       SELECT parent_id AS id FROM organizations.organization_ref WHERE id = $2
       UNION SELECT parent.parent_id FROM organizations.organization_ref parent JOIN above ON above.id = parent.id
     ),
     around AS (
       SELECT ARRAY(SELECT id FROM below) AS scope, ARRAY(SELECT id FROM above WHERE id IS NOT NULL) AS above
     )
     SELECT json_build_object('id', o.id, 'name', o.name) AS organization, count(*)::int AS projects, touched.relation,
       coalesce(array_agg(DISTINCT touched.named_as) FILTER (WHERE touched.relation = 'unclaimed' AND touched.named_as IS NOT NULL),
         '{}') AS "namedAs"
     FROM (
       SELECT held.by, p.owner_name AS named_as, CASE WHEN held.by = $2 THEN 'own' WHEN held.by = ANY(around.scope) THEN 'below'
         WHEN ${participantsOn('$3::date')} && around.scope THEN 'participant'
         WHEN ${unclaimed('around.above')} THEN 'unclaimed' ELSE 'other' END AS relation
       FROM projects.project p CROSS JOIN around CROSS JOIN LATERAL (SELECT ${holderOn('$3::date')} AS by) held
       WHERE p.id = ANY($1::uuid[])
     ) touched JOIN organizations.organization_ref o ON o.id = touched.by
     GROUP BY o.id, o.name, o.name_key, touched.relation
     ORDER BY touched.relation <> 'own', projects DESC, o.name_key, touched.relation`,
    [ids, organizationId, day],
  );
}
