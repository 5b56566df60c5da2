import type { EntityManager } from 'typeorm';
import { closedWeek, firstDayOfWeek } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Conditions,
  decodeCursor,
  listPage,
  type ListPage,
  readPage,
  type WantedPage,
} from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import { askedConcernSql } from './concerns-sql';
import { ALL_SOURCES } from './course-sql';
import { COUNTS } from './facet-rows';
import {
  facetsSql,
  LAST,
  LISTED_COLUMNS,
  standingList,
  type StandingListQuery,
  type StandingRow,
  standingsSql,
} from './standings-sql';
import type { Stored } from './stored-standings';
import { agedOf, liveProjectsSql, storedRows, sumsSql } from './sums-sql';

/** What the table is sorted by, of a project `p` of `liveProjectsSql`. */
interface StoredKey {
  /** What has an index (`capital.project_standing`, 284), word for word, or is the register's; null: it isn't known. */
  readonly sql: string;
  readonly type: 'numeric' | 'date' | 'text';
  /** SQL condition under which it is known on the business day. */
  readonly known?: (query: StandingListQuery, parameters: Conditions) => string;
}

const KEYS: Readonly<Record<NonNullable<StandingListQuery['sort']>, StoredKey>> = {
  name: { sql: 'p.name_key', type: 'text' },
  planned: { sql: 'p.planned', type: 'numeric' },
  disbursed: { sql: 'p.disbursed', type: 'numeric' },
  completed: { sql: 'p.completed', type: 'numeric' },
  advance: { sql: 'p.advance', type: 'numeric' },
  remaining: { sql: '(p.planned - p.disbursed)', type: 'numeric' },
  rate: { sql: '(p.disbursed / nullif(p.planned, 0))', type: 'numeric' },
  weekChange: {
    sql: '(CASE WHEN p.as_of > p.week_ago_on AND p.week_ago_open = 0 THEN p.disbursed - p.week_ago END)',
    type: 'numeric',
    known: ({ businessDay, asOf }, parameters) =>
      `p.as_of >= ${parameters.parameter(firstDayOfWeek(closedWeek(businessDay ?? asOf)))}::date`,
  },
  shortfall: {
    sql: `(p.planned - CASE WHEN p.disbursed >= p.planned THEN p.disbursed
      WHEN p.month_ago_open = 0 AND p.as_of > p.month_ago_on AND p.disbursed IS NOT NULL AND p.month_ago IS NOT NULL THEN
        greatest(p.disbursed, least(p.planned, p.disbursed + round(
          greatest(p.disbursed - p.month_ago, 0) * (make_date(p.plan_year + 1, 1, 31) - p.as_of) / (p.as_of - p.month_ago_on)))) END)`,
    type: 'numeric',
    known: (query, parameters) => `(p.as_of >= ${agedOf(query, parameters)} OR p.disbursed >= p.planned)`,
  },
  asOf: { sql: 'p.as_of', type: 'date' },
};

/**
 * A page of the table and how many rows it has. Where all is stored as it is on the day, over all sources, the rows of the page are found
 * in their order by an index, and counted from sums; only they are read whole. Else as a list of all that stands.
 */
export function standingPage(
  manager: EntityManager,
  actor: Actor,
  query: StandingListQuery,
  stored: Stored | null,
  wanted: WantedPage,
): Promise<ListPage<StandingRow>> {
  if (stored === null || !isInOrder(actor, query, stored))
    return listPage<StandingRow>(manager, standingList(actor, query, stored), wanted);
  const parameters = new Conditions();
  const sql = pageSql(actor, query, stored, parameters, wanted);
  return readPage<StandingRow>(manager, sql, parameters.parameters, { keys: 2, ...wanted });
}

const OFFICE_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Over all sources, of offices that hold what they held on the day, whose projects haven't changed since. */
function isInOrder({ scope }: Actor, query: StandingListQuery, { unsummed }: Stored): boolean {
  if (unsummed === null || scope.some((id) => unsummed.includes(id))) return false;
  const isOffice = query.owner === undefined || OFFICE_ID.test(query.owner);
  return query.source === undefined && query.denominator !== 'excluding-late-supplements' && isOffice;
}

/**
 * First the rows of which it is known what is sorted by, in the order of the index, then, only where these don't fill the page, the others:
 * what isn't known comes last, whichever way the list is sorted.
 */
function pageSql(
  actor: Actor,
  query: StandingListQuery,
  stored: Stored,
  parameters: Conditions,
  { limit, cursor }: WantedPage,
): string {
  parameters.matching(PROJECT_SEARCH, query.q);
  const words = parameters.sql;
  const descending = query.order === 'descending';
  const { sql: key, type, known } = KEYS[query.sort ?? 'name'];
  const last = type === 'text' ? `''` : `'${LAST[type][descending ? 0 : 1]}'::${type}`;
  const [than, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const [afterKey, afterId] = cursor === undefined ? [] : decodeCursor(cursor, 2);
  const after = (of: string): string =>
    cursor === undefined
      ? 'true'
      : `(${of}, p.project_id) ${than} (${parameters.parameter(afterKey)}::${type}, ${parameters.parameter(afterId)}::uuid)`;
  const rows = parameters.parameter(limit + 1);
  const isKnown = `(${key} IS NOT NULL AND ${known === undefined ? 'true' : known(query, parameters)})`;
  const projects = `(${liveProjectsSql(query, parameters)}) p`;
  const where = `${words} AND ${conditionsOf(query, parameters)} AND ${askedConcernSql(query, parameters)}`;
  const rowsOf = (columns: string, of: string, order: string): string => `
      SELECT p.project_id, ${columns} FROM ${projects} WHERE ${where} AND ${of} ORDER BY ${order} LIMIT ${rows}`;
  const byId = `p.project_id ${direction}`;
  const found = rowsOf(`${key} AS key`, `${isKnown} AND ${after(key)}`, `${key} ${direction}, ${byId}`);
  const unknown = rowsOf(
    'NULL AS key',
    type === 'text'
      ? 'false'
      : `${isKnown} IS NOT TRUE AND ${after(last)} AND (SELECT count(*) FROM found) < ${rows}`,
    byId,
  );
  const total =
    words !== 'true' || query.concern === 'blocked'
      ? `SELECT count(*)::int AS list_total FROM ${projects} WHERE ${where}`
      : totalSql(actor, query, stored, parameters);
  return `
    WITH visible AS NOT MATERIALIZED (${holding(actor, query, parameters)}),
    measured AS NOT MATERIALIZED (
      SELECT * FROM capital.project_standing WHERE ${storedRows(query, parameters)} AND source_code = '${ALL_SOURCES}'
    ),
    found AS MATERIALIZED (${found}),
    unknown AS MATERIALIZED (${unknown}),
    place AS MATERIALIZED (
      SELECT project_id, coalesce(key, ${last}) AS key
      FROM (SELECT * FROM found UNION ALL SELECT project_id, NULL FROM unknown) each
      ORDER BY key ${direction}, project_id ${direction} LIMIT ${rows}
    )
    SELECT page.*, ARRAY[cursor_0::text, cursor_1::text] AS cursor_key, list_total
    FROM (${total}) counted LEFT JOIN (
      SELECT true AS is_row, ${LISTED_COLUMNS}, place.key AS cursor_0, p.id AS cursor_1
      FROM (WITH ${standingsSql(actor, query, parameters, { stored, of: '= ANY(ARRAY(SELECT project_id FROM place))' })}
        SELECT * FROM standing) p JOIN place ON place.project_id = p.id
    ) page ON true ORDER BY cursor_0 ${direction}, cursor_1 ${direction}`;
}

/** SQL for the projects that the actor's offices hold, as of all of which `isInOrder`. */
const holding = ({ scope }: Actor, { planYear }: StandingListQuery, parameters: Conditions): string =>
  `SELECT p.id, p.code, p.name_key, p.kind, p.commune, g.group_code, p.owner_id, NULL AS owner, NULL AS owner_key, NULL AS office_id
      FROM projects.project_ref p LEFT JOIN projects.group_ref g
        ON g.plan_year = ${parameters.parameter(planYear)}::int AND g.project_id = p.id
      WHERE coalesce(p.owner_id, p.registered_by) = ANY(${parameters.parameter(scope)}::uuid[])`;

/** The conditions on projects `p`, but for words and concern. Who owns a project holds it as well, which is what has an index. */
function conditionsOf(query: StandingListQuery, parameters: Conditions): string {
  const { owner, ...others } = query;
  const { kind, commune, group } = facetsSql(others, parameters);
  const office = owner === undefined ? undefined : `${parameters.parameter(owner)}::uuid`;
  return [
    'p.has_amount',
    kind,
    commune,
    group,
    ...(office === undefined ? [] : [`p.owner_id = ${office}`]),
    ...(query.planned === undefined ? [] : [query.planned ? 'p.is_planned' : 'NOT p.is_planned']),
  ].join(' AND ');
}

/** SQL for how many rows the list has (`list_total`), of sums: of those that the concern is of. */
function totalSql(actor: Actor, query: StandingListQuery, stored: Stored, parameters: Conditions): string {
  const { concern, planned } = query;
  const { owner, kind, commune, group } = facetsSql(query, parameters);
  const options = {
    stored,
    withPace: concern !== undefined,
    byCommune: query.commune !== undefined,
    ofCommune: commune,
  };
  const ofPlan = planned === undefined ? 'true' : `p.is_planned = ${String(planned)}`;
  return `SELECT coalesce(sum(p.${concern === undefined ? 'projects' : COUNTS[concern]}), 0)::int AS list_total
    FROM (WITH ${sumsSql(actor, query, parameters, options)} SELECT * FROM sums) p
    WHERE p.has_amount AND ${[owner, kind, commune, group, ofPlan].join(' AND ')}`;
}
