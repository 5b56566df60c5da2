import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dongOf, groupBy, type PlainDate, type PlanYear, projectCode, yearOf } from '@thongvon/kernel';
import { holderOn } from '@thongvon/projects';
import { knownKey } from '@thongvon/return-reader';
import type { CalledProjects } from '@thongvon/returns';

/**
 * Planned amounts of one project on a date: `current` is this year's plan, `all` every plan type. Whole đồng. `sources`: of which
 * sources it has a plan, of any type; labels by code.
 */
export interface ProjectPlan {
  readonly current: bigint | null;
  readonly all: bigint;
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads the derived plan of single projects, for checks and previews. */
@Injectable()
export class CurrentPlan {
  /** By project id; projects without a plan in force on that date have no entry. */
  async of(
    manager: EntityManager,
    planYear: PlanYear,
    on: PlainDate,
    projectIds: readonly string[],
  ): Promise<Map<string, ProjectPlan>> {
    const rows = await manager.query<
      { id: string; current: string | null; all: string; sources: Record<string, string> }[]
    >(
      `SELECT project_id AS id, sum(amount) FILTER (WHERE plan_type = 'current-year') AS current, sum(amount) AS "all",
         json_object_agg(source_code, coalesce(s.label, source_code)) AS sources
       FROM capital.plan_position LEFT JOIN projects.source_ref s ON s.code = source_code
       WHERE plan_year = $1 AND valid_from <= $2 AND valid_to > $2 AND project_id = ANY($3)
       GROUP BY project_id`,
      [planYear, on, projectIds],
    );
    return new Map(
      rows.map(({ id, current, all, sources }) => [
        id,
        {
          current: dongOf(current),
          all: BigInt(all),
          sources: new Map(Object.entries(sources)),
        },
      ]),
    );
  }

  /** What a plan of one project is held against: its total investment, and all that these offices' projects have planned. */
  async aroundOne(
    manager: EntityManager,
    one: { projectId: string | null; planYear: PlanYear; on: PlainDate; scope: readonly string[] },
  ): Promise<{ totalInvestment: bigint | null; total: bigint | null }> {
    const [row] = await manager.query<{ investment: string | null; total: string | null }[]>(
      `SELECT (SELECT total_investment::text FROM projects.project_ref WHERE id = $1) AS investment,
         (SELECT sum(amount)::text FROM capital.plan_position JOIN projects.project_ref p ON p.id = project_id
          WHERE plan_year = $2 AND plan_type = 'current-year' AND valid_from <= $3 AND valid_to > $3
            AND ${holderOn('$3::date')} = ANY($4)) AS total`,
      [one.projectId, one.planYear, one.on, one.scope],
    );
    return { totalInvestment: dongOf(row?.investment), total: dongOf(row?.total) };
  }
}

/** Of these projects those that the plan of the year names on that day; null: it names none at all, so that none is outside of it. */
export async function projectsInPlan(
  manager: EntityManager,
  { planYear, on }: { readonly planYear: PlanYear; readonly on: PlainDate },
  projectIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const [row] = await manager.query<{ exists: boolean; ids: string[] }[]>(
    `SELECT EXISTS (SELECT FROM capital.plan_position WHERE plan_year = $1 AND valid_from <= $2 AND valid_to > $2) AS exists,
       ARRAY(SELECT DISTINCT project_id FROM capital.plan_position
         WHERE plan_year = $1 AND valid_from <= $2 AND valid_to > $2 AND project_id = ANY($3)) AS ids`,
    [planYear, on, projectIds],
  );
  return row?.exists === true ? new Set(row.ids) : null;
}

/**
 * By code and by name (`knownKey`), for what these organisations held on that day: this year's plan in force
 * on that day, as whole đồng. A project that has none yet, as in January, is there with last year's: the two are of one
 * magnitude.
 */
export async function plannedByCode(
  manager: EntityManager,
  on: PlainDate,
  scope: readonly string[],
  called: CalledProjects,
): Promise<Record<string, string>> {
  const rows = await manager.query<KnownRow[]>(
    `SELECT DISTINCT ON (p.id) p.id, p.code, p.name, sum(amount) AS amount
     FROM capital.plan_position JOIN projects.project_ref p ON p.id = project_id
     WHERE plan_year IN ($1, $1 - 1) AND plan_type = 'current-year' AND valid_from <= $2 AND valid_to > $2
       AND ${holderOn('$2::date')} = ANY($3)
     GROUP BY p.id, p.code, p.name, plan_year ORDER BY p.id, plan_year DESC`,
    [yearOf(on), on, scope],
  );
  return byKnownKey(rows, called);
}

/** The same of what the boards' last figures on that day say was disbursed of this year's plan. */
export async function disbursedByCode(
  manager: EntityManager,
  on: PlainDate,
  scope: readonly string[],
  called: CalledProjects,
): Promise<Record<string, string>> {
  const rows = await manager.query<KnownRow[]>(
    `SELECT p.id, p.code, p.name, sum(disbursed) AS amount
     FROM capital.disbursement_position JOIN projects.project_ref p ON p.id = project_id
     WHERE plan_year = $1 AND basis = 'reported' AND plan_type = 'current-year' AND valid_from <= $2 AND valid_to > $2
       AND disbursed IS NOT NULL AND ${holderOn('$2::date')} = ANY($3)
     GROUP BY p.id, p.code, p.name`,
    [yearOf(on), on, scope],
  );
  return byKnownKey(rows, called);
}

/** What is known of a project: whole đồng. */
interface KnownRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly amount: string;
}

/**
 * What is known of projects, as the reader looks it up: by code, and by name too, since a table may leave codes out; and by what the
 * return calls them, where its sender has answered which they are. Of several of one name nothing is known by it.
 */
export function byKnownKey(rows: readonly KnownRow[], called: CalledProjects): Record<string, string> {
  const coded = rows.flatMap(({ code, name, amount }) =>
    code === null ? [] : [[knownKey({ code: projectCode(code), name }), amount] as const],
  );
  const named = [...groupBy(rows, ({ name }) => knownKey({ code: null, name }))].flatMap(
    ([key, [only, ...more]]) => (only && more.length === 0 ? [[key, only.amount] as const] : []),
  );
  const byId = new Map(rows.map(({ id, amount }) => [id, amount]));
  const answered = [...called].flatMap(([text, id]) => {
    const amount = byId.get(id);
    return amount === undefined
      ? []
      : [projectCode(text), knownKey({ code: null, name: text })].map((key) => [key, amount] as const);
  });
  return Object.fromEntries([...named, ...answered, ...coded]);
}
