import { planAsKnownSql } from '@thongvon/allocations';
import type { Denominator, PlainDate, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import type { Basis } from '../domain/basis';
import { figuresAsKnownSql } from './figures-sql';

export interface FiguresQuery {
  readonly planYear: PlanYear;
  /** The latest approved figure dated on or before this day counts, and the plan in force on it. */
  readonly asOf: PlainDate;
  /** By which the age of figures is judged; without it, `asOf`. */
  readonly businessDay?: PlainDate;
  /** What had been approved by this instant; without it, what is approved now. */
  readonly knownAt?: Date;
  readonly basis: Basis;
  readonly denominator: Denominator;
}

/** Plan added after 30 September is late (the Finance Ministry publishes both rates side by side since 2025). */
const LATE_SUPPLEMENTS_AFTER = '-09-30';

/** SQL for which plan types count, and the day on which their plan is looked up. The parameters are placeholders. */
export function plansCounted(
  denominator: Denominator,
  year: string,
  asOf: string,
): { types: string; planDate: string } {
  return {
    types: denominator === 'all-plan' ? 'true' : `plan_type = 'current-year'`,
    planDate:
      denominator === 'excluding-late-supplements'
        ? `least(${asOf}, (${year} || '${LATE_SUPPLEMENTS_AFTER}')::date)`
        : asOf,
  };
}

/**
 * The common table expressions behind every figure that is shown: `visible` projects, the `plan` in force, which
 * projects are `planned` at all, and the figures `told` on that day, or `told_ever`. With `knownAt` they are derived from
 * the ledgers as of then, else read from the derived tables; both come from the same definition.
 */
export function positionsSql(actor: Actor, query: FiguresQuery, parameters: Conditions): string {
  const scope = `${parameters.parameter(actor.scope)}::uuid[]`;
  const year = `${parameters.parameter(query.planYear)}::int`;
  const asOf = `${parameters.parameter(query.asOf)}::date`;
  const basis = `${parameters.parameter(query.basis)}::text`;
  const known = query.knownAt === undefined ? undefined : parameters.parameter(query.knownAt);
  const plan = known === undefined ? 'plan_position' : `(${planAsKnownSql(known, 'NULL')})`;
  const figures = known === undefined ? 'disbursement_position' : `(${figuresAsKnownSql(known, 'NULL')})`;
  const { types, planDate } = plansCounted(query.denominator, year, asOf);
  return `
    visible AS MATERIALIZED (
      SELECT p.*, coalesce(o.name, p.owner_name) AS owner FROM project p LEFT JOIN organization o ON o.id = p.owner_id
      WHERE coalesce(p.owner_id, p.registered_by) = ANY(${scope})
    ),
    in_force AS MATERIALIZED (
      SELECT * FROM ${plan} position WHERE plan_year = ${year} AND valid_from <= ${asOf} AND valid_to > ${asOf}
        AND project_id IN (SELECT id FROM visible)
    ),
    planned AS (SELECT DISTINCT project_id FROM in_force),
    plan AS (
      SELECT project_id, plan_type, source_code, amount, allocation_id FROM ${plan} position
      WHERE plan_year = ${year} AND valid_from <= ${planDate} AND valid_to > ${planDate} AND ${types}
        AND project_id IN (SELECT id FROM visible)
    ),
    told_ever AS (
      SELECT * FROM ${figures} position WHERE plan_year = ${year} AND basis = ${basis}
        AND ${types} AND project_id IN (SELECT id FROM visible)
    ),
    told AS MATERIALIZED (SELECT * FROM told_ever WHERE valid_from <= ${asOf} AND valid_to > ${asOf})`;
}
