import type { Denominator } from '@thongvon/kernel';
import { plansCounted } from './positions-sql';

/**
 * SQL for what every project has planned and disbursed (as reported) on a day, whoever holds it: rows (project_id,
 * planned, disbursed, figure_as_of), whole đồng, null where nothing is planned or reported. For contexts that weigh the
 * money behind something they show; who may see that is theirs to ask. `year` and `asOf` are typed SQL expressions.
 */
export function remainingSql(denominator: Denominator, year: string, asOf: string): string {
  const { types, planDate } = plansCounted(denominator, year, asOf);
  return `
    SELECT project_id, sum(planned) AS planned, sum(disbursed) AS disbursed, max(figure_as_of) AS figure_as_of
    FROM (
      SELECT project_id, amount AS planned, NULL::numeric AS disbursed, NULL::date AS figure_as_of FROM capital.plan_position
      WHERE plan_year = ${year} AND valid_from <= ${planDate} AND valid_to > ${planDate} AND ${types}
      UNION ALL
      SELECT project_id, NULL, disbursed, valid_from FROM capital.disbursement_position
      WHERE plan_year = ${year} AND basis = 'reported' AND valid_from <= ${asOf} AND valid_to > ${asOf} AND ${types}
    ) line
    GROUP BY project_id`;
}
