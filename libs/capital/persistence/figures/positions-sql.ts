import { type Denominator, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { planAsKnownSql } from '../plan/plan-sql';
import { figuresAsKnownSql } from './figures-sql';

/** Plan added after 30 September is late (the Finance Ministry publishes both rates side by side since 2025). */
const LATE_SUPPLEMENTS_AFTER = '-09-30';

/** SQL condition: whether a line's `plan_type` counts. */
export const countedTypes = (denominator: Denominator): string =>
  denominator === 'all-plan' ? 'true' : `plan_type = 'current-year'`;

/** SQL for which plan types count, and the day on which their plan is looked up. The parameters are placeholders. */
export function plansCounted(
  denominator: Denominator,
  year: string,
  asOf: string,
): { types: string; planDate: string } {
  return {
    types: countedTypes(denominator),
    planDate:
      denominator === 'excluding-late-supplements'
        ? `least(${asOf}, (${year} || '${LATE_SUPPLEMENTS_AFTER}')::date)`
        : asOf,
  };
}

/**
 * The common table expressions behind every figure that is shown: `visible` projects (`visibleSql`) and what counts for the question
 * of these (`linesSql`).
 */
export function positionsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  options: { readonly bySource?: boolean } = {},
): string {
  return `${visibleSql(actor, query, parameters)},
    ${linesSql(query, parameters, options)}`;
}

/**
 * `visible`: the projects that the actor's offices held on the day, with who owned them then (contract, section 3, "Whose"), and their
 * group in the plan year. `of` is SQL
 * after a project's id that chooses some of them.
 */
export function visibleSql(
  actor: Pick<Actor, 'scope'>,
  query: Pick<FiguresQuery, 'asOf' | 'planYear'>,
  parameters: Conditions,
  of = 'IS NOT NULL',
): string {
  const scope = `${parameters.parameter(actor.scope)}::uuid[]`;
  const asOf = `${parameters.parameter(query.asOf)}::date`;
  const year = `${parameters.parameter(query.planYear)}::int`;
  return `
    visible AS (
      SELECT p.id, p.code, p.name, p.name_key, p.kind, p.commune, g.group_code, ${HELD_BY} AS office_id, o.id AS owner_id,
        coalesce(o.name, p.owner_name) AS owner, coalesce(o.id::text, ${WRITTEN_OWNER}) AS owner_key
      FROM projects.project_ref p ${joinFormerHolder(asOf)}
        LEFT JOIN organizations.organization_ref o ON o.id = coalesce(former.organization_id, p.owner_id)
        LEFT JOIN projects.group_ref g ON g.plan_year = ${year} AND g.project_id = p.id
      WHERE ${HELD_BY} = ANY(${scope}) AND p.id ${of}
    )`;
}

export interface LineOptions {
  /** Lines by source: of the day, or of all days (`ever`). */
  readonly bySource?: boolean | 'ever';
  /** Of all days only what is in force on the day that is asked for, where nothing earlier is counted from. Of one source all of them. */
  readonly onDayAlone?: boolean;
  /** SQL after `project_id` that chooses the projects of `visible` by an index: `= ANY(ids)`. */
  readonly of?: string;
  /** Tables with the figures that are asked for, `own`, and with `all` that the Treasury states; without them the derived table. */
  readonly figures?: { readonly own: string; readonly all: string };
}

/**
 * What counts of the projects in `visible` (a common table expression before it, with their `id`): the plan `in_force` on the day with
 * all its lines, which projects are `planned` at all, `plan`, the figures `reported` on that day, or `reported_ever`, and what may be
 * of the source that is asked for but that nobody splits: `not_split_on_day`, `not_split_ever`. With `knownAt` they are derived from
 * the ledgers as of then, else read from the derived tables; both come from the same definition.
 *
 * Of one source only what has a plan of that source is `planned`: money of a source of which the project has none enters no rate of it
 * (contract, section 3). What nobody splits is `planned` where the project is. `HAS_PLAN_OF_SOURCE` says the same of a line.
 *
 * With `bySource`, or where one source is asked for, `plan_by_source`, `reported_by_source` and `not_split` have the lines of the day
 * by source (`sourceSplitSql`), whichever source is asked for; `by_source` and `not_split_by_source` those of all days, if `ever`.
 */
export function linesSql(
  query: FiguresQuery,
  parameters: Conditions,
  {
    bySource = false,
    of: projects = 'IN (SELECT id FROM visible)',
    figures: given,
    onDayAlone = false,
  }: LineOptions = {},
): string {
  const year = `${parameters.parameter(query.planYear)}::int`;
  const asOf = `${parameters.parameter(query.asOf)}::date`;
  const basis = `${parameters.parameter(query.basis)}::text`;
  const known = query.knownAt === undefined ? undefined : parameters.parameter(query.knownAt);
  const source = query.source === undefined ? undefined : `${parameters.parameter(query.source)}::text`;
  const type = query.planType === undefined ? undefined : parameters.parameter(query.planType);
  const plan = planSql(known);
  const derived =
    known === undefined ? 'capital.disbursement_position' : `(${figuresAsKnownSql(known, 'NULL')})`;
  const { own: figures, all: allFigures } = given ?? { own: derived, all: derived };
  const counted = plansCounted(query.denominator, year, asOf);
  const types = type === undefined ? counted.types : `${counted.types} AND plan_type = ${type}`;
  const of = source === undefined ? 'true' : `source_code = ${source}`;
  const onDay = `valid_from <= ${asOf} AND valid_to > ${asOf}`;
  const split = (raw: string): string => `
    ${sourceSplitSql({ figures: raw, allFigures, year, asOf })},
    reported_by_source AS (SELECT * FROM by_source WHERE ${onDay}),
    not_split AS (SELECT * FROM not_split_by_source WHERE ${onDay})`;
  const raw = `
      SELECT * FROM ${figures} position WHERE plan_year = ${year} AND basis = ${basis}
        AND ${types} AND project_id ${projects}${onDayAlone && source === undefined ? ` AND ${onDay}` : ''}`;
  const reported =
    source === undefined
      ? `
    reported_ever AS (${raw}),
    reported AS MATERIALIZED (SELECT * FROM reported_ever WHERE ${onDay}),
    not_split_ever AS (SELECT ${NOTHING_UNSPLIT} WHERE false)${bySource === false ? '' : `, ${split(bySource === 'ever' ? 'reported_ever' : 'reported')}`}`
      : `
    raw_ever AS MATERIALIZED (${raw}),
    ${split('raw_ever')},
    reported_ever AS (SELECT * FROM by_source WHERE ${of}),
    reported AS MATERIALIZED (SELECT * FROM reported_ever WHERE ${onDay}),
    not_split_ever AS (SELECT * FROM not_split_by_source WHERE ${of})`;
  return `
    in_force AS MATERIALIZED (
      SELECT * FROM ${plan} position WHERE plan_year = ${year} AND ${onDay} AND project_id ${projects}
    ),
    planned AS (SELECT DISTINCT project_id FROM in_force WHERE ${query.source === UNSPECIFIED_SOURCE ? 'true' : of}),
    covered AS (
      SELECT DISTINCT project_id FROM in_force WHERE ${of} AND ${type === undefined ? 'true' : `plan_type = ${type}`}
    ),
    plan_by_source AS (
      SELECT project_id, plan_type, source_code, amount, allocation_id FROM ${plan} position
      WHERE plan_year = ${year} AND valid_from <= ${counted.planDate} AND valid_to > ${counted.planDate} AND ${types}
        AND project_id ${projects}
    ),
    plan AS (SELECT * FROM plan_by_source WHERE ${of}),
    ${reported},
    not_split_on_day AS (SELECT * FROM not_split_ever WHERE ${onDay})`;
}

/** SQL: whether a line (project_id, source_code) counts in the sums of its source. */
export const HAS_PLAN_OF_SOURCE = `CASE source_code WHEN '${UNSPECIFIED_SOURCE}' THEN project_id IN (SELECT project_id FROM in_force)
  ELSE (project_id, source_code) IN (SELECT project_id, source_code FROM in_force) END`;

/** SQL of the plan in force by time, now or as known at an instant (a placeholder). */
export const planSql = (knownAt: string | undefined): string =>
  knownAt === undefined ? 'capital.plan_position' : `(${planAsKnownSql(knownAt, 'NULL')})`;

/**
 * SQL of the owner that a table names and that is no office of ours, in one spelling: null, not another's name, where none is
 * written.
 */
const WRITTEN_OWNER = `nullif(lower(regexp_replace(btrim(p.owner_name), '\\s+', ' ', 'g')), '')`;

const NOTHING_UNSPLIT = `NULL::uuid AS project_id, NULL::text AS plan_type, NULL::text AS source_code, NULL::date AS valid_from,
      NULL::date AS valid_to, NULL::numeric AS not_split`;

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

interface Given {
  /** A CTE of figures in force: (project_id, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id). */
  readonly figures: string;
  /** SQL of all figures as known, with the same columns and `plan_year`. */
  readonly allFigures: string;
  readonly year: string;
  readonly asOf: string;
}

/**
 * Common table expressions that give figures to sources: `by_source` has the columns of `figures` and `source_by`, how the
 * source is known. A figure that its return splits keeps its source (null). One that it doesn't split (contract, section 3)
 *
 * - belongs to the one source that the project's plan of that type has on the day (`derived`); nothing, split over several
 *   sources, is nothing for each (`derived`);
 * - else is split as the Treasury splits the very same sum in a statement in force while the figure was (`treasury`).
 *   Where the Treasury's completed work or advance differs, that part stays without a source;
 * - else stays `unspecified`. `not_split_by_source` then says of which sources it may be: all that the project has.
 *
 * Nothing is lost or added: over all sources with `unspecified` the sums are those of `figures`. One rule for the whole
 * answer: earlier figures are given to sources by the plan of the day that is asked for, so that changes are of one kind.
 */
function sourceSplitSql({ figures, allFigures, year, asOf }: Given): string {
  return `
    plan_sources AS MATERIALIZED (
      SELECT project_id, plan_type, array_agg(DISTINCT source_code) AS sources FROM in_force
      WHERE source_code <> '${UNSPECIFIED_SOURCE}' AND amount <> 0 GROUP BY project_id, plan_type
    ),
    whole AS MATERIALIZED (
      SELECT f.*, sources, coalesce(disbursed, 0) = 0 AND coalesce(completed, 0) = 0 AND coalesce(advance, 0) = 0 AS nothing
      FROM (
        SELECT *, count(*) OVER (PARTITION BY project_id, plan_type, valid_from) = 1 AS alone FROM ${figures} reported
      ) f LEFT JOIN plan_sources USING (project_id, plan_type) WHERE source_code = '${UNSPECIFIED_SOURCE}'
    ),
    statement AS MATERIALIZED (
      SELECT * FROM ${allFigures} position
      WHERE plan_year = ${year} AND basis = 'treasury' AND valid_from <= ${asOf}
        AND project_id IN (SELECT project_id FROM whole WHERE basis = 'reported')
    ),
    splitting AS (
      SELECT DISTINCT ON (w.project_id, w.plan_type, w.valid_from) w.project_id, w.plan_type, w.valid_from, w.valid_to, w.basis,
        w.figure_id, w.completed, w.advance, s.valid_from AS stated_on,
        s.completed IS NOT DISTINCT FROM w.completed AS same_completed, s.advance IS NOT DISTINCT FROM w.advance AS same_advance
      FROM whole w JOIN (
        SELECT project_id, plan_type, valid_from, valid_to, sum(disbursed) AS disbursed, sum(completed) AS completed,
          sum(advance) AS advance
        FROM statement GROUP BY project_id, plan_type, valid_from, valid_to HAVING bool_and(source_code <> '${UNSPECIFIED_SOURCE}')
      ) s USING (project_id, plan_type)
      WHERE w.alone AND w.basis = 'reported' AND NOT w.nothing AND coalesce(cardinality(w.sources), 0) <> 1
        AND s.disbursed = w.disbursed AND s.valid_from < w.valid_to AND s.valid_to > w.valid_from
      ORDER BY w.project_id, w.plan_type, w.valid_from, s.valid_from DESC
    ),
    by_source AS MATERIALIZED (
      SELECT project_id, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id,
        NULL::text AS source_by
      FROM ${figures} f WHERE source_code <> '${UNSPECIFIED_SOURCE}'
      UNION ALL
      SELECT project_id, plan_type, basis, each, valid_from, valid_to, disbursed, completed, advance, figure_id, 'derived'
      FROM whole CROSS JOIN unnest(sources) AS each WHERE nothing OR cardinality(sources) = 1
      UNION ALL
      SELECT s.project_id, s.plan_type, s.basis, t.source_code, s.valid_from, s.valid_to, t.disbursed,
        CASE WHEN same_completed THEN t.completed END, CASE WHEN same_advance THEN t.advance END, t.figure_id, 'treasury'
      FROM splitting s JOIN statement t
        ON (t.project_id, t.plan_type, t.valid_from) = (s.project_id, s.plan_type, s.stated_on)
      UNION ALL
      SELECT project_id, plan_type, basis, '${UNSPECIFIED_SOURCE}', valid_from, valid_to, NULL, CASE WHEN NOT same_completed THEN completed END,
        CASE WHEN NOT same_advance THEN advance END, figure_id, NULL
      FROM splitting
      WHERE (NOT same_completed AND completed IS NOT NULL) OR (NOT same_advance AND advance IS NOT NULL)
      UNION ALL
      SELECT project_id, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id, NULL
      FROM whole w
      WHERE (sources IS NULL OR NOT nothing AND cardinality(sources) <> 1) AND NOT EXISTS (
        SELECT FROM splitting s WHERE (s.project_id, s.plan_type, s.valid_from) = (w.project_id, w.plan_type, w.valid_from)
      )
    ),
    sources_of AS (
      SELECT project_id, source_code FROM in_force
      UNION SELECT project_id, source_code FROM by_source WHERE valid_from <= ${asOf} AND valid_to > ${asOf}
    ),
    not_split_by_source AS MATERIALIZED (
      SELECT b.project_id, b.plan_type, of.source_code, b.valid_from, b.valid_to, b.disbursed AS not_split
      FROM by_source b JOIN sources_of of USING (project_id)
      WHERE b.source_code = '${UNSPECIFIED_SOURCE}' AND b.disbursed IS NOT NULL
        AND EXISTS (SELECT FROM sources_of named WHERE named.project_id = b.project_id AND named.source_code <> '${UNSPECIFIED_SOURCE}')
    )`;
}
