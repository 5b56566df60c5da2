import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import { planAsKnownSql } from './plan-sql';

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
 * later day on which a plan of that year changes. Empty where nothing of them is in the ledger and `evenNew` is false: what is only
 * new lowers nothing.
 */
export async function changedPlans(
  manager: EntityManager,
  wanted: { entries: readonly WantedEntry[]; ending: readonly string[]; from: PlainDate; evenNew: boolean },
): Promise<ChangedPlan[]> {
  const ids = [...new Set(wanted.entries.map((entry) => entry.project_id))];
  const touched = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT project_id AS id FROM capital.allocation WHERE project_id = ANY($1) OR return_id = ANY($2)`,
    [ids, wanted.ending],
  );
  if (touched.length === 0 && !wanted.evenNew) return [];
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
