import { PLAN_TYPES, type PlainDate, plainDate, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import { BASES } from '../../domain/figures/figures-query';

/** The `source_code` of what is stored over all sources. */
export const ALL_SOURCES = '*';

/** After all that can be dated: what is in force then is in force from the newest change on. */
export const AFTER_ALL: PlainDate = plainDate('2199-12-31');

/** What tells one row of `capital.office_course` from another. */
export const COURSE_KEY = ['plan_year', 'basis', 'source_code', 'plan_type', 'office_id', 'day'] as const;

/** How a project is counted: rows of `capital.project_course`. */
export const COUNTING = 'project_id, plan_year, office_id, sources, gives, open';

/**
 * SQL for how the figures of projects are counted on a day, of those that have a plan in force then: rows of `capital.project_course`.
 * The office is whose the project was on the day; a figure that its return doesn't split belongs to the one source that the plan of its
 * type has (`sourceSplitSql`). Where there is none, or several, it is `open` whose it is. `of` is SQL that chooses positions of the plan.
 */
export function countingSql(of: string, day: string): string {
  return `
    SELECT plan.project_id, plan.plan_year, ${HELD_BY} AS office_id, plan.sources, plan.gives, ARRAY(
        SELECT f.basis FROM unnest('{${PLAN_TYPES.join(',')}}'::text[]) AS type
          JOIN capital.disbursement_position f ON f.project_id = plan.project_id AND f.plan_year = plan.plan_year
            AND f.plan_type = type AND f.source_code = '${UNSPECIFIED_SOURCE}'
        WHERE plan.gives -> type IS NULL GROUP BY f.basis ORDER BY array_position('{${BASES.join(',')}}', f.basis)
      ) AS open
    FROM (
      SELECT project_id, plan_year, array_agg(DISTINCT source ORDER BY source) AS sources,
        coalesce(jsonb_object_agg(plan_type, named[1]) FILTER (WHERE cardinality(named) = 1), '{}') AS gives
      FROM (
        SELECT project_id, plan_year, plan_type, array_agg(source_code) AS of_type,
          array_agg(source_code) FILTER (WHERE source_code <> '${UNSPECIFIED_SOURCE}' AND amount <> 0) AS named
        FROM capital.plan_position WHERE valid_from <= ${day} AND valid_to > ${day} AND ${of}
        GROUP BY project_id, plan_year, plan_type
      ) each CROSS JOIN unnest(of_type) AS source
      GROUP BY project_id, plan_year
    ) plan JOIN projects.project_ref p ON p.id = plan.project_id ${joinFormerHolder(day)}`;
}

/**
 * SQL for what figures are counted as: rows of `capital.office_course`. `figures` is SQL for positions with their `sign` (-1: they cease
 * to be), `counting` for rows of `capital.project_course` with theirs. Over all sources each figure counts; of a source those that are of
 * it by themselves or by what the plan gives, where the project has a plan of that source and no other figure is open.
 */
export function stepsSql(figures: string, counting: string): string {
  return `
    SELECT ${COURSE_KEY.join(', ')}, sum(change) AS disbursed, sum(known)::int AS known, sum(steps)::int AS steps
    FROM (
      SELECT plan_year, basis, plan_type, office_id, code, valid_from, valid_to, coalesce(sum(sign * disbursed), 0) AS disbursed,
        coalesce(sum(sign) FILTER (WHERE disbursed IS NOT NULL), 0) AS known, sum(sign) AS steps
      FROM (
        SELECT f.plan_year, f.basis, f.plan_type, c.office_id, f.valid_from, f.valid_to, f.disbursed, f.sign * c.sign AS sign,
          CASE WHEN f.basis <> ALL(c.open) AND of.source = ANY(c.sources) THEN of.source END AS code
        FROM (${figures}) f JOIN (${counting}) c USING (project_id, plan_year) CROSS JOIN LATERAL (
          SELECT CASE f.source_code WHEN '${UNSPECIFIED_SOURCE}' THEN c.gives ->> f.plan_type ELSE f.source_code END AS source
        ) of
      ) counted GROUP BY plan_year, basis, plan_type, office_id, code, valid_from, valid_to
    ) held CROSS JOIN LATERAL (
      VALUES ('${ALL_SOURCES}', valid_from, disbursed), ('${ALL_SOURCES}', valid_to, -disbursed),
        (code, valid_from, disbursed), (code, valid_to, -disbursed)
    ) AS step (source_code, day, change)
    WHERE source_code IS NOT NULL AND day < 'infinity' GROUP BY ${COURSE_KEY.join(', ')}`;
}
