import type { EntityManager } from 'typeorm';
import { groupBy, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import { effectiveReturnsSql } from '@thongvon/returns';
import type { PlanInForce } from '../../domain/plan/plan-before';

/** What an approval would change of the ledger, as placeholders: ids of returns that end, and entries (JSON) that begin. */
export interface PlanChange {
  readonly ending: string;
  readonly entries: string;
}

/** What is approved next outranks all that is approved. */
const LAST_RANK = '9223372036854775807';

/**
 * SQL for the plan in force as known at an instant: rows (project_id, plan_year, plan_type, source_code, valid_from,
 * valid_to, amount, allocation_id). The one definition of the rule; `plan_position` is its result as known now.
 *
 * A later decision's amount replaces the earlier one of the same source. Where one decision splits a project by source
 * and another doesn't, each ends the other's amounts: adding them would count the money twice. Of two returns of the same
 * day, also of two offices, the one approved last does (ADR 0163).
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids, or NULL: all. `change` asks what the plan would be.
 */
export function planAsKnownSql(knownAt: string, projects: string, change?: PlanChange): string {
  const written = `SELECT a.id, project_id, plan_year, plan_type, source_code, effective_on, amount, rank
      FROM capital.allocation a JOIN effective USING (return_id)
      WHERE ${projects === 'NULL' ? 'true' : `project_id = ANY(${projects}::uuid[])`}`;
  const entries = change
    ? `${written} AND return_id <> ALL(${change.ending}::uuid[])
      UNION ALL SELECT NULL, project_id, plan_year, plan_type, source_code, effective_on, amount, ${LAST_RANK}
      FROM jsonb_to_recordset(${change.entries}::jsonb) AS wanted (project_id uuid, plan_year int, plan_type text,
        source_code text, effective_on date, amount numeric)`
    : written;
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    of_return AS (
      SELECT entries.*, bool_and(source_code = 'unspecified') OVER of_one AS only_whole,
        bool_and(source_code <> 'unspecified') OVER of_one AS only_split
      FROM (${entries}) entries
      WINDOW of_one AS (PARTITION BY project_id, plan_year, plan_type, effective_on, rank)
    ),
    of_day AS (
      SELECT of_return.*, max(rank) FILTER (WHERE only_whole) OVER of_day AS last_whole,
        max(rank) FILTER (WHERE only_split) OVER of_day AS last_split
      FROM of_return
      WINDOW of_day AS (PARTITION BY project_id, plan_year, plan_type, effective_on)
    ),
    entry AS (
      SELECT DISTINCT ON (project_id, plan_year, plan_type, source_code, effective_on)
        id, project_id, plan_year, plan_type, source_code, effective_on, amount
      FROM of_day
      WHERE rank >= coalesce(CASE source_code WHEN 'unspecified' THEN last_split ELSE last_whole END, rank)
      ORDER BY project_id, plan_year, plan_type, source_code, effective_on, rank DESC
    ),
    step AS (
      SELECT entry.*,
        lead(effective_on) OVER (PARTITION BY project_id, plan_year, plan_type, source_code ORDER BY effective_on) AS same_source,
        min(effective_on) FILTER (WHERE source_code = 'unspecified') OVER later AS whole,
        min(effective_on) FILTER (WHERE source_code <> 'unspecified') OVER later AS split
      FROM entry
      WINDOW later AS (
        PARTITION BY project_id, plan_year, plan_type ORDER BY effective_on
        GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
      )
    )
    SELECT project_id, plan_year, plan_type, source_code, effective_on AS valid_from,
      coalesce(least(same_source, CASE source_code WHEN 'unspecified' THEN split ELSE whole END), 'infinity') AS valid_to,
      amount, id AS allocation_id
    FROM step`;
}

/** An entry that an approval would write. */
export interface WantedEntry {
  readonly project_id: string;
  readonly plan_year: PlanYear;
  readonly plan_type: PlanType;
  readonly source_code: string;
  readonly effective_on: PlainDate;
  readonly amount: string;
}

/** What a project has of a plan on a day, before and after a change; null: nothing. Whole đồng. */
export interface ChangedPlan {
  readonly day: PlainDate;
  readonly projectId: string;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * How the plan of the touched projects would change by these entries and the end of those returns, on `from` and on every
 * later day on which a plan of that year changes.
 */
export async function changedPlans(
  manager: EntityManager,
  wanted: { entries: readonly WantedEntry[]; ending: readonly string[]; from: PlainDate },
): Promise<ChangedPlan[]> {
  const ids = [...new Set(wanted.entries.map((entry) => entry.project_id))];
  const touched = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT project_id AS id FROM capital.allocation WHERE project_id = ANY($1) OR return_id = ANY($2)`,
    [ids, wanted.ending],
  );
  return manager.query<ChangedPlan[]>(
    `WITH before AS MATERIALIZED (${planAsKnownSql('NULL', '$1')}),
       after AS MATERIALIZED (${planAsKnownSql('NULL', '$1', { ending: '$2', entries: '$3' })}),
       days AS (
         SELECT $4::date AS day
         UNION SELECT valid_from FROM before WHERE valid_from > $4::date
         UNION SELECT valid_from FROM after WHERE valid_from > $4::date
         UNION SELECT effective_on FROM capital.allocation WHERE plan_year = $5 AND effective_on > $4::date
       ),
       stood AS (${onDays('before')}),
       stands AS (${onDays('after')})
     SELECT day, project_id AS "projectId", plan_year AS "planYear", plan_type AS "planType",
       stood.amount AS before, stands.amount AS after
     FROM stood FULL JOIN stands USING (day, project_id, plan_year, plan_type)
     ORDER BY day, plan_year, plan_type, project_id`,
    [
      [...ids, ...touched.map(({ id }) => id)],
      wanted.ending,
      JSON.stringify(wanted.entries),
      wanted.from,
      wanted.entries[0]?.plan_year,
    ],
  );
}

const onDays = (plan: string): string => `
  SELECT day, project_id, plan_year, plan_type, sum(amount) AS amount
  FROM days JOIN ${plan} ON valid_from <= day AND valid_to > day
  GROUP BY day, project_id, plan_year, plan_type`;

/** By project: what is in force on a day of these projects, without what the `ending` returns say, and where it was decided. */
export async function plansInForce(
  manager: EntityManager,
  of: {
    readonly projectIds: readonly string[];
    readonly ending: readonly string[];
    readonly planYear: PlanYear;
    readonly on: PlainDate;
  },
): Promise<Map<string, PlanInForce[]>> {
  const rows = await manager.query<
    (Omit<PlanInForce, 'amount' | 'cell'> & {
      projectId: string;
      amount: string;
      sheet: string;
      cell: string;
    })[]
  >(
    `SELECT plan.project_id AS "projectId", plan.plan_type AS "planType", plan.source_code AS source,
       coalesce(s.label, plan.source_code) AS label, plan.amount::text AS amount, d.number AS decision, a.sheet, a.cell
     FROM (${planAsKnownSql('NULL', '$1', { ending: '$2', entries: '$5' })}) plan
       JOIN capital.allocation a ON a.id = plan.allocation_id JOIN capital.decision d ON d.id = a.decision_id
       LEFT JOIN projects.source_ref s ON s.code = plan.source_code
     WHERE plan.plan_year = $3 AND plan.valid_from <= $4 AND plan.valid_to > $4
     ORDER BY plan.project_id, plan.plan_type, plan.source_code`,
    [of.projectIds, of.ending, of.planYear, of.on, '[]'],
  );
  return new Map(
    [...groupBy(rows, ({ projectId }) => projectId)].map(([id, lines]) => [
      id,
      lines.map(({ amount, sheet, cell, planType, source, label, decision }) => ({
        ...{ planType, source, label, decision },
        amount: BigInt(amount),
        cell: { sheet, cell },
      })),
    ]),
  );
}

/** The whole plan of what these offices hold on a day, and of the touched projects, as the ledger has it; whole đồng. */
export async function planTotal(
  manager: EntityManager,
  {
    scope,
    touched,
    planYear,
    planType,
    on,
  }: {
    scope: readonly string[];
    touched: readonly string[];
    planYear: PlanYear;
    planType: PlanType;
    on: PlainDate;
  },
): Promise<bigint> {
  const [row] = await manager.query<{ total: string }[]>(
    `SELECT coalesce(sum(amount), 0)::text AS total
     FROM (${planAsKnownSql('NULL', 'NULL')}) plan JOIN projects.project_ref p ON p.id = plan.project_id ${joinFormerHolder('$4::date')}
     WHERE plan_year = $2 AND plan_type = $3 AND valid_from <= $4 AND valid_to > $4
       AND (${HELD_BY} = ANY($1) OR p.id = ANY($5))`,
    [scope, planYear, planType, on, touched],
  );
  return BigInt(row?.total ?? 0);
}
