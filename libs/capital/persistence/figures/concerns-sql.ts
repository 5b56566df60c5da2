import type { Concern } from '@thongvon/api-contract';
import { type Conditions, Problem } from '@thongvon/platform';
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
      return `p.planned > 0 AND p.whole * 100 < p.planned * ${parameters.parameter(query.target)}::numeric`;
    case 'unspent':
      return 'p.planned > p.forecast';
    case 'blocked':
      return query.blocked === undefined ? 'false' : `p.id IN (${query.blocked(parameters)})`;
    case 'nothing-disbursed':
      // Disbursed as it is stored has an index.
      return 'p.planned > 0 AND p.disbursed = 0 AND p.not_split IS NULL';
    case 'treasury-differs':
      return `EXISTS (SELECT FROM (${confirmedSql(query, parameters)}) t WHERE t.project_id = p.id AND t.confirmed <> p.whole)`;
  }
}

/**
 * The one that is asked for; true where none is. Throws TARGET-NEEDED, and CONCERN-AS-KNOWN: what blockers and the Treasury's statements
 * were known at an instant isn't looked up here.
 */
export function askedConcernSql(query: ConcernedQuery, parameters: Conditions): string {
  const { concern, target, knownAt } = query;
  if (concern === 'below-target' && target === undefined) throw targetNeeded();
  if (knownAt !== undefined && (concern !== undefined || target !== undefined)) throw concernAsKnown();
  return concern === undefined ? 'true' : concernSql(concern, query, parameters);
}

const targetNeeded = (): Problem =>
  new Problem(
    422,
    'TARGET-NEEDED',
    'Muốn xem các dự án dưới mốc thì phải nêu mốc (target).',
    'Which projects are below the milestone can only be said of a milestone (target).',
    { field: 'target' },
  );

const concernAsKnown = (): Problem =>
  new Problem(
    422,
    'CONCERN-AS-KNOWN',
    'Điều cần chú ý của dự án chỉ xem được theo số đang biết, không theo thời điểm đã biết trước đó (knownAt).',
    'What may be of concern is said by what is known now, not by what was known at an instant (knownAt).',
    { field: 'knownAt' },
  );

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
