import { UNSPECIFIED_SOURCE } from '@thongvon/kernel';

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
export function sourceSplitSql({ figures, allFigures, year, asOf }: Given): string {
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
