import type { PlanYear } from '@thongvon/kernel';
import type { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { planSql } from './positions-sql';
import type { Offices } from './sums-sql';

/** SQL of a plan's own lines, which the plan as first assigned is among. */
const OWN = `plan_type = 'current-year'`;

/**
 * SQL of the plan as first assigned, by the first decision on any project that is seen: whole đồng, null where there was none. What offices
 * were assigned first is stored; of `live` offices the plan of the projects that are `visible` is looked up.
 */
export function firstPlanSql(
  { stored, live }: Offices,
  { planYear, planType, knownAt, source }: FiguresQuery,
  parameters: Conditions,
): string {
  if (planType !== undefined && planType !== 'current-year') return 'NULL::numeric';
  const year = `${parameters.parameter(planYear)}::int`;
  const assigned = [
    ...(stored === null
      ? []
      : [
          `SELECT first_on, source_code, amount FROM capital.first_plan
           WHERE plan_year = ${year} AND office_id = ANY(${parameters.parameter(stored)}::uuid[])`,
        ]),
    ...(live === null
      ? []
      : [
          `SELECT valid_from, source_code, amount
           FROM ${planSql(knownAt === undefined ? undefined : parameters.parameter(knownAt))} position
           WHERE plan_year = ${year} AND ${OWN} AND project_id IN (
             SELECT id FROM visible WHERE office_id = ANY(${parameters.parameter(live)}::uuid[]))`,
        ]),
  ].join(' UNION ALL ');
  const ofSource = source === undefined ? 'true' : `source_code = ${parameters.parameter(source)}`;
  return `(SELECT sum(amount) FILTER (WHERE ${ofSource}) FROM (
      SELECT *, min(first_on) OVER () AS first FROM (${assigned}) assigned (first_on, source_code, amount)
    ) assigned WHERE first_on = first)`;
}

/** SQL that stores what these offices were assigned first. `visible` are their projects. */
export function storeFirstPlanSql(planYear: PlanYear, visible: string, parameters: Conditions): string {
  const year = `${parameters.parameter(planYear)}::int`;
  return `WITH ${visible}
    INSERT INTO capital.first_plan (office_id, plan_year, first_on, source_code, amount)
    SELECT office_id, ${year}, valid_from, source_code, sum(amount) FROM (
      SELECT p.office_id, plan.*, min(plan.valid_from) OVER (PARTITION BY p.office_id) AS first_on
      FROM capital.plan_position plan JOIN visible p ON p.id = plan.project_id
      WHERE plan.plan_year = ${year} AND plan.${OWN}
    ) assigned WHERE valid_from = first_on GROUP BY office_id, valid_from, source_code`;
}
