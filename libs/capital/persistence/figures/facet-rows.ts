import type { EntityManager } from 'typeorm';
import { type Concern, CONCERNS } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import type { MovingSums, PaceSums } from '../../domain/figures/moving-amounts';
import { askedConcernSql, type ConcernedQuery, concernSql } from './concerns-sql';
import { ALL_SOURCES } from './course-sql';
import { agoOfProjectsSql, agoOfStepsSql, LINES_BY_SOURCE } from './measured-sql';
import { visibleSql } from './positions-sql';
import { type Facet, facetsSql } from './standings-sql';
import { type Stored, storedBySourceSql } from './stored-standings';
import {
  columnsOf,
  endOf,
  JOIN_OWNER,
  liveProjectsSql,
  type Offices,
  officesOf,
  projectsSql,
  storedRows,
  type SumsOptions,
  SUMS_FORECAST,
  SUMS_PACE,
  sumsOfSql,
  sumsSql,
} from './sums-sql';

/**
 * The sums of one value of a facet, of a concern, of what has no plan, or (`facet` null) of all planned projects on which the conditions
 * hold. Whole đồng as text; of a concern only how many there are.
 */
export interface FacetRow extends MovingSums, PaceSums {
  readonly facet: Facet | 'concern' | 'unplanned' | null;
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
}

const FACETS_OF_PROJECTS = ['owner', 'kind', 'commune', 'group'] as const;
type ProjectFacet = (typeof FACETS_OF_PROJECTS)[number];

/** What each facet of projects groups by, of a row `p` of `sums`. */
const KEYS: Readonly<
  Record<ProjectFacet, { readonly key: string; readonly label: string; readonly from: string }>
> = {
  owner: { key: 'p.owner_key', label: 'coalesce(max(o.name), max(p.owner))', from: `sums p ${JOIN_OWNER}` },
  kind: { key: 'p.kind', label: 'p.kind', from: 'sums p' },
  commune: { key: 'p.commune', label: 'p.commune', from: 'commune_sums p' },
  group: { key: 'p.group_code', label: 'p.group_code', from: 'sums p' },
};

const SUMMED = {
  projects: 'coalesce(sum(p.projects), 0)::int',
  planned: 'sum(p.planned)',
  disbursed: 'sum(p.disbursed)',
  completed: 'sum(p.completed)',
  advance: 'sum(p.advance)',
} as const;
/** A total's change is the difference of its standings on two days, so that it also counts what was reported for the first time. */
const MOVING = `max(p.as_of) AS "asOf", max(slice.ago) AS before, max(slice.ago_on) AS "beforeOn",
  max(slice.ago_open)::int AS "beforeOpen", max(slice.month_ago) AS "monthAgo", max(slice.month_ago_on) AS "monthAgoOn",
  max(slice.month_ago_open)::int AS "monthAgoOpen", ${SUMS_FORECAST} AS forecast, ${SUMS_PACE}`;
const NOT_MOVING = `NULL::date, NULL::numeric, NULL::date, NULL::int, NULL::numeric, NULL::date, NULL::int, NULL::numeric,
  NULL::numeric, NULL::date, NULL::date, NULL::int, NULL::int, NULL::int, NULL::date, NULL::date, NULL::int`;
const SPLIT = `sum(p.derived) AS derived, sum(p.by_treasury) AS by_treasury, sum(p.not_split) AS not_split,
  coalesce(sum(p.not_split_projects), 0)::int AS not_split_projects`;
const SUMS = columnsOf(SUMMED);

/** Columns of `sums` that tell how many projects are of a concern. */
export const COUNTS: Readonly<Record<Concern, string>> = {
  'below-target': 'below',
  unspent: 'unspent',
  blocked: 'blocked',
  'nothing-disbursed': 'nothing_disbursed',
  'treasury-differs': 'treasury_differs',
};

/**
 * By facet and value the sums over the planned projects that the conditions on the other facets leave, and over those on which
 * all hold: largest plan first. Only the row over all tells of movement and pace. The sums by source leave out the condition on
 * the source, and count lines instead of projects.
 */
export function facetRows(
  manager: EntityManager,
  actor: Actor,
  query: ConcernedQuery,
  stored: Stored | null,
): Promise<FacetRow[]> {
  const parameters = new Conditions();
  parameters.matching(PROJECT_SEARCH, query.q);
  const words = parameters.sql;
  const asked = askedConcernSql(query, parameters);
  const conditions = facetsSql(query, parameters);
  const options: SumsOptions = {
    stored,
    withPace: true,
    byCommune: query.commune !== undefined,
    ofCommune: conditions.commune,
    bySource: true,
    ...(words === 'true' ? {} : { which: words }),
    ...(asked === 'true' ? {} : { asked }),
  };
  const facts: Facts = { query, parameters, options, conditions, offices: officesOf(actor, query, options) };
  const sql = rowsSql(actor, facts);
  return manager.query<FacetRow[]>(sql, [...parameters.parameters]);
}

/** What a statement is made of. */
interface Facts {
  readonly query: ConcernedQuery;
  readonly parameters: Conditions;
  readonly options: SumsOptions;
  readonly conditions: ReturnType<typeof facetsSql>;
  readonly offices: Offices;
}

/** The sums by source are of the projects that the concern is of with the source that is chosen, since it is said of their rows. */
function rowsSql(actor: Actor, facts: Facts): string {
  const { query, parameters, options, conditions, offices } = facts;
  const isCounted = query.target !== undefined;
  const concerns =
    isCounted && offices.live !== null
      ? Object.fromEntries(CONCERNS.map((each) => [each, concernSql(each, query, parameters)]))
      : {};
  const sums = sumsSql(actor, query, parameters, { ...options, concerns });
  const others = (facet: ProjectFacet | null): string =>
    FACETS_OF_PROJECTS.flatMap((other) => (other === facet ? [] : [conditions[other]])).join(' AND ');
  const standing = (facet: ProjectFacet | null): string => `p.has_amount AND p.is_asked AND ${others(facet)}`;
  const byProject = FACETS_OF_PROJECTS.map(
    (
      facet,
    ) => `SELECT '${facet}', ${KEYS[facet].key} AS key, ${KEYS[facet].label}, ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM ${KEYS[facet].from}
      WHERE p.is_planned AND ${standing(facet)} GROUP BY ${KEYS[facet].key}`,
  );
  return `
    WITH ${sums},
    commune_sums AS (${communeSumsSql(facts)}),
    line (${LINE_SUMS}) AS (${linesSql(facts)}),
    newest AS MATERIALIZED (SELECT max(as_of) AS day FROM sums p WHERE p.is_planned AND ${standing(null)}),
    slice AS MATERIALIZED (${sliceSql(facts, others(null))}),
    summed AS (
      SELECT NULL AS facet, NULL AS key, NULL AS label, ${SUMS}, ${MOVING}, ${SPLIT}
      FROM sums p CROSS JOIN slice WHERE p.is_planned AND ${standing(null)}
      UNION ALL ${byProject.join(' UNION ALL ')}
      UNION ALL SELECT 'source', p.source_code, max(s.label), ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM line p LEFT JOIN projects.source_ref s ON s.code = p.source_code WHERE ${others(null)} GROUP BY p.source_code
      UNION ALL SELECT 'unplanned', NULL, NULL, ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM sums p WHERE NOT p.is_planned AND ${standing(null)}
      ${isCounted ? `UNION ALL ${countsSql(facts, others(null))}` : ''}
    )
    SELECT * FROM summed ORDER BY planned DESC NULLS LAST, label, key`;
}

/** What is summed anew is apart by commune anyway, and of all communes. */
function communeSumsSql({ query, parameters, offices }: Facts): string {
  return offices.stored === null
    ? 'SELECT * FROM sums'
    : sumsOfSql(offices, query, parameters, { byCommune: true });
}

/** How many planned projects there are, and of each concern, without the one that is asked for. */
function countsSql(facts: Facts, others: string): string {
  const { query, parameters, offices } = facts;
  const blocked =
    offices.stored === null || query.blocked === undefined
      ? '0'
      : `(SELECT count(*) FROM (${storedProjectsSql(facts, `IN (${query.blocked(parameters)})`)}) p
          WHERE p.is_planned AND p.has_amount AND ${others})`;
  const counts = CONCERNS.map(
    (each) => `('${each}', p.${COUNTS[each]}${each === 'blocked' ? ` + ${blocked}` : ''})`,
  );
  return `SELECT 'concern', each.concern, NULL, coalesce(each.projects, 0)::int, NULL, NULL, NULL, NULL, ${NOT_MOVING}, NULL, NULL, NULL, 0
      FROM (
        SELECT ${['projects', ...Object.values(COUNTS)].map((name) => `coalesce(sum(p.${name}), 0) AS ${name}`).join(', ')}
        FROM sums p WHERE p.is_planned AND p.has_amount AND ${others}
      ) p CROSS JOIN LATERAL (VALUES ('all', p.projects), ${counts.join(', ')}) each (concern, projects)`;
}

const LINE_SUMS = `source_code, owner_key, kind, commune, group_code, projects, planned, disbursed, completed, advance, derived, by_treasury, not_split,
  not_split_projects`;

/** What the lines of each source come to, of which a project has one at most. */
function linesSql({ query, parameters, options, offices }: Facts): string {
  const parts: string[] = [];
  if (offices.stored !== null)
    parts.push(`SELECT ${LINE_SUMS.replace(' projects,', ' lines AS projects,')} FROM capital.standing_sum p
      WHERE ${storedRows(query, parameters)} AND ${options.ofCommune ?? 'true'} AND by_commune = ${String(options.byCommune === true)}
        AND source_code <> '${ALL_SOURCES}' AND is_planned AND lines > 0 AND office_id = ANY(${parameters.parameter(offices.stored)}::uuid[])`);
  if (offices.live !== null) {
    const { stored, which = 'true', asked } = options;
    const lines = stored === null ? LINES_BY_SOURCE : storedBySourceSql(stored, query, parameters);
    const isAsked =
      asked === undefined
        ? 'true'
        : `p.id IN (SELECT p.id FROM (${liveProjectsSql(query, parameters)}) p WHERE p.has_amount AND ${asked})`;
    parts.push(`SELECT line.source_code, p.owner_key, p.kind, p.commune, p.group_code, count(DISTINCT p.id)::int, sum(line.planned), sum(line.disbursed),
        sum(line.completed), sum(line.advance), sum(line.derived), sum(line.by_treasury), sum(line.not_split),
        count(DISTINCT p.id) FILTER (WHERE line.not_split IS NOT NULL)::int
      FROM (${lines}) line JOIN visible p ON p.id = line.project_id WHERE ${which} AND ${isAsked}
      GROUP BY line.source_code, p.owner_key, p.kind, p.commune, p.group_code`);
  }
  return parts.join(' UNION ALL ');
}

/** What planned projects had disbursed seven and 28 days before the newest figure of them all. */
function sliceSql(facts: Facts, others: string): string {
  const { query, parameters, options, offices } = facts;
  const parts: string[] = [];
  if (offices.live !== null) {
    const { which = 'true', asked = 'true' } = options;
    const projects = `SELECT p.* FROM (${liveProjectsSql(query, parameters)}) p WHERE p.is_planned AND p.has_amount AND ${which} AND ${asked} AND ${others}`;
    parts.push(agoOfProjectsSql(projects));
  }
  if (offices.stored !== null && query.commune === undefined)
    parts.push(
      agoOfStepsSql(`SELECT p.* FROM capital.standing_step p WHERE ${storedRows(query, parameters)}
        AND source_code = ${parameters.parameter(query.source ?? ALL_SOURCES)}::text
        AND office_id = ANY(${parameters.parameter(offices.stored)}::uuid[]) AND ${others}`),
    );
  if (offices.stored !== null && query.commune !== undefined) {
    const inCommune = `IN (SELECT p.id FROM projects.project_ref p WHERE ${facts.conditions.commune})`;
    parts.push(
      agoOfProjectsSql(
        `SELECT p.* FROM (${storedProjectsSql(facts, inCommune)}) p WHERE p.is_planned AND p.has_amount AND ${others}`,
      ),
    );
  }
  return `SELECT sum(ago) AS ago, max(ago_on) AS ago_on, coalesce(sum(ago_open), 0) AS ago_open,
      sum(month_ago) AS month_ago, max(month_ago_on) AS month_ago_on, coalesce(sum(month_ago_open), 0) AS month_ago_open
    FROM (${parts.join(' UNION ALL ')}) part`;
}

/** Some of the projects whose sums are stored, chosen by SQL after their id. */
function storedProjectsSql({ query, parameters, offices }: Facts, of: string): string {
  return `WITH ${visibleSql({ scope: offices.stored ?? [] }, query, parameters, of)},
    measured AS NOT MATERIALIZED (
      SELECT * FROM capital.project_standing WHERE ${storedRows(query, parameters)}
        AND source_code = ${parameters.parameter(query.source ?? ALL_SOURCES)}::text
    ) ${projectsSql(endOf(query, parameters))}`;
}
