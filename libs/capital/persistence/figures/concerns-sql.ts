import type { Concern } from '@thongvon/api-contract';
import type { Conditions } from '@thongvon/platform';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import { countedTypes } from './positions-sql';

/** SQL for the ids of the projects with an open blocker, which another context knows; it adds its parameters. */
export type BlockedSql = (parameters: Conditions) => string;

/** Which projects are asked for, by what may be of concern of them. Without `blocked` none has a blocker. */
export type ConcernedQuery = FiguresQuery & Slice & { readonly blocked?: BlockedSql };

/**
 * SQL condition that a concern is of a row `p` of `standing`, over the same amounts that the row shows. What isn't known, or of one
 * source isn't split, is no concern: silence isn't zero. A rate is held against the milestone as the exact fraction.
 */
export function concernSql(concern: Concern, query: ConcernedQuery, parameters: Conditions): string {
  switch (concern) {
    case 'below-target':
      return `p.planned > 0 AND p.whole * 100 < p.planned * ${parameters.parameter(query.target ?? '0')}::numeric`;
    case 'unspent':
      return 'p.planned > p.forecast';
    case 'blocked':
      return query.blocked === undefined ? 'false' : `p.id IN (${query.blocked(parameters)})`;
    case 'nothing-disbursed':
      return 'p.planned > 0 AND p.whole = 0';
    case 'treasury-differs':
      return `EXISTS (SELECT FROM (${confirmedSql(query, parameters)}) t WHERE t.project_id = p.id AND t.confirmed <> p.whole)`;
  }
}

/** The one that is asked for; true where none is. */
export const askedConcernSql = (query: ConcernedQuery, parameters: Conditions): string =>
  query.concern === undefined ? 'true' : concernSql(query.concern, query, parameters);

/** SQL for what the Treasury confirms of each project on the day: of the plan types that count, and of the source that is asked for. */
function confirmedSql(query: FiguresQuery, parameters: Conditions): string {
  const { planYear, asOf, denominator, planType, source } = query;
  const day = `${parameters.parameter(asOf)}::date`;
  const conditions = [
    `plan_year = ${parameters.parameter(planYear)}::int`,
    `basis = 'treasury' AND valid_from <= ${day} AND valid_to > ${day}`,
    countedTypes(denominator),
    ...(planType === undefined ? [] : [`plan_type = ${parameters.parameter(planType)}`]),
    ...(source === undefined ? [] : [`source_code = ${parameters.parameter(source)}`]),
  ];
  return `SELECT project_id, sum(disbursed) AS confirmed FROM capital.disbursement_position
    WHERE ${conditions.join(' AND ')} GROUP BY project_id`;
}
