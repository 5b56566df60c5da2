import { NOT_KNOWN, type SortOrder, type StandingSort } from '@thongvon/api-contract';
import {
  closedWeek,
  firstDayOfWeek,
  lastDay,
  paceStart,
  type PlainDate,
  type ProjectGroup,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import { PROJECT_SEARCH, type ProjectKind } from '@thongvon/projects';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import type { MovingSums, PaceSums } from '../../domain/figures/moving-amounts';
import { askedConcernSql, type ConcernedQuery } from './concerns-sql';
import { measuredSql } from './measured-sql';
import { linesSql, visibleSql } from './positions-sql';
import { type Stored, storedSql } from './stored-standings';

/** What the overview can be cut by. */
export const FACETS = ['owner', 'kind', 'source', 'commune', 'group'] as const;
export type Facet = (typeof FACETS)[number];

/**
 * SQL for how every visible project stands: `standing` has one row a project with a plan or a figure, its sums on the day, and
 * its `forecast` for the year's last day; amounts and dates are those of `measuredSql`. Its `pace` (đồng a week) is the change from
 * `month_ago` to the newest figures over the weeks between their dates (kernel, `paceBetween`), null without them, and where the newest
 * are older than 28 days. `is_silent`: that is why it isn't known, and there is money left.
 *
 * With `stored`, what `capital.project_standing` has is read instead of derived (`stored-standings.ts`): the same rows, whatever happened before.
 */
export function standingsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  options: StandingOptions = {},
): string {
  const end = `${parameters.parameter(lastDay(query.planYear))}::date`;
  const fresh = `${parameters.parameter(firstDayOfWeek(closedWeek(query.businessDay ?? query.asOf)))}::date`;
  const aged = `${parameters.parameter(paceStart(query.businessDay ?? query.asOf))}::date`;
  return `
    ${measuredOf(actor, query, parameters, options)},
    standing AS (
      SELECT p.id, p.code, p.name, p.name_key, p.kind, p.owner_id, p.owner, p.owner_key, p.commune, p.group_code, m.planned, m.disbursed, m.completed,
        m.advance, m.not_split, m.derived, m.by_treasury, m.as_of, m.is_planned, m.week_ago, m.week_ago_on, m.week_ago_open,
        m.month_ago, m.month_ago_on, m.month_ago_open,
        known.whole, going.pace, going.is_silent,
        CASE WHEN as_of > week_ago_on AND as_of >= ${fresh} AND week_ago_open = 0 THEN whole - week_ago END AS week_change,
        ${forecastSql(`${end} - as_of`)} AS forecast
      FROM measured m JOIN visible p ON p.id = m.project_id
        CROSS JOIN LATERAL (SELECT CASE WHEN m.not_split IS NULL THEN m.disbursed END AS whole) known
        CROSS JOIN LATERAL (
          SELECT whole < planned AND as_of < ${aged} AS is_silent,
            CASE WHEN as_of >= ${aged} AND month_ago_open = 0
              THEN (whole - month_ago) * 7 / nullif(as_of - month_ago_on, 0) END AS pace
        ) going
      WHERE ${HAS_AMOUNT}
    )`;
}

/** `visible` projects and `measured`, what can be counted of them, stored or derived. */
export function measuredOf(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  options: StandingOptions,
): string {
  const { stored = null } = options;
  const measured =
    stored === null
      ? `${linesSql(query, parameters, options)}, ${measuredSql(query, parameters)}`
      : storedSql(stored, query, parameters);
  return `${visibleSql(actor, query, parameters, options.of)}, ${measured}`;
}

export interface StandingOptions {
  /** Next to the standings the lines of the day by source (`linesSql`). */
  readonly bySource?: boolean;
  /** Nothing but what is in force on the day is counted from (`linesSql`). */
  readonly onDayAlone?: boolean;
  /** What is stored may be read; null: all is derived. */
  readonly stored?: Stored | null;
  /** SQL after a project's id that chooses some of them. */
  readonly of?: string;
}

/** SQL: whether a project of `measured` stands anywhere. */
export const HAS_AMOUNT = ['planned', 'disbursed', 'not_split', 'completed', 'advance']
  .map((amount) => `${amount} IS NOT NULL`)
  .join(' OR ');

/**
 * What a project will have disbursed so many days after its newest figure: at its pace, up to its plan, never less than now. Null
 * without a pace, unless nothing is left to disburse.
 */
export function forecastSql(days: string): string {
  const more = `round(greatest(whole - month_ago, 0) * (${days}) / (as_of - month_ago_on))`;
  return `CASE WHEN whole >= planned THEN whole WHEN pace IS NOT NULL THEN greatest(whole, least(planned, whole + ${more})) END`;
}

/** SQL conditions over a project `p`, one for each facet that projects have; a source cuts lines instead. */
export function facetsSql(slice: Slice, parameters: Conditions): Record<Exclude<Facet, 'source'>, string> {
  const { owner, kind, commune, group } = slice;
  const equal = (column: string, value: string | undefined): string => {
    if (value === undefined) return 'true';
    return value === NOT_KNOWN ? `${column} IS NULL` : `${column} = ${parameters.parameter(value)}`;
  };
  return {
    owner: equal('p.owner_key', owner),
    kind: equal('p.kind', kind),
    commune: equal('p.commune', commune),
    group: equal('p.group_code', group),
  };
}

/** A project as a list shows it, with the day of its newest figures; null: it has none. */
export interface StandingProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly owner: { readonly id: string | null; readonly name: string | null };
  readonly commune: string | null;
  readonly group: ProjectGroup | null;
  readonly asOf: PlainDate | null;
}

/** A row of `standingList`: sums as text, whole đồng. */
export type StandingRow = StandingProject & MovingSums & PaceSums;

/** Columns of a `StandingRow`, of a row `p` of `standing`. */
export const LISTED_COLUMNS = `p.id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner, p.commune,
  p.group_code AS "group",
  p.as_of AS "asOf", p.planned, p.disbursed, p.completed, p.advance, p.week_ago AS before, p.week_ago_on AS "beforeOn",
  p.week_ago_open::int AS "beforeOpen", p.month_ago AS "monthAgo", p.month_ago_on AS "monthAgoOn",
  p.month_ago_open::int AS "monthAgoOpen", p.forecast, p.derived, p.by_treasury, p.not_split,
  (p.not_split IS NOT NULL)::int AS not_split_projects, round(p.pace) AS "perWeek",
  CASE WHEN p.pace IS NOT NULL THEN p.month_ago_on END AS "paceFrom", CASE WHEN p.pace IS NOT NULL THEN p.as_of END AS "paceTo",
  (p.pace IS NOT NULL)::int AS paced, (p.forecast IS NULL)::int AS "withoutPace", coalesce(p.is_silent, false)::int AS silent,
  p.as_of AS "silentSince", p.as_of AS newest, (p.not_split IS NOT NULL)::int AS "paceOpen"`;

/** What is sorted by. Null where it isn't known. */
const SORTS: Readonly<Record<StandingSort, SortKey>> = {
  name: { sql: 'p.name_key', type: 'text' },
  planned: { sql: 'p.planned', type: 'numeric' },
  disbursed: { sql: 'p.disbursed', type: 'numeric' },
  completed: { sql: 'p.completed', type: 'numeric' },
  advance: { sql: 'p.advance', type: 'numeric' },
  remaining: { sql: 'CASE WHEN p.not_split IS NULL THEN p.planned - p.disbursed END', type: 'numeric' },
  rate: { sql: 'CASE WHEN p.not_split IS NULL THEN p.disbursed / nullif(p.planned, 0) END', type: 'numeric' },
  weekChange: { sql: 'p.week_change', type: 'numeric' },
  shortfall: { sql: 'p.planned - p.forecast', type: 'numeric' },
  asOf: { sql: 'p.as_of', type: 'date' },
};

/** Which rows of the table are asked for, and in which order. */
export interface StandingListQuery extends ConcernedQuery {
  readonly sort?: StandingSort;
  readonly order?: SortOrder;
  /** Only projects with a plan, or only those without one. */
  readonly planned?: boolean;
}

/** The projects that the actor sees and that the query asks for, each with how it stands: by name unless asked otherwise. */
export function standingList(actor: Actor, query: StandingListQuery, stored: Stored | null): ListSource {
  const where = new Conditions();
  const standings = standingsSql(actor, query, where, { stored });
  for (const condition of Object.values(facetsSql(query, where))) where.also(condition);
  where.also(askedConcernSql(query, where));
  if (query.planned !== undefined) where.also(query.planned ? 'p.is_planned' : 'NOT p.is_planned');
  where.matching(PROJECT_SEARCH, query.q);
  const descending = query.order === 'descending';
  return {
    columns: LISTED_COLUMNS,
    from: `(WITH ${standings} SELECT * FROM standing) p`,
    where,
    sort: [lastWhereUnknown(SORTS[query.sort ?? 'name'], descending), { sql: 'p.id', type: 'uuid' }],
    descending,
  };
}

/** What comes before and after all that is known. */
export const LAST = { numeric: ['-1e30', '1e30'], date: ['-infinity', 'infinity'] } as const;

/** What isn't known comes last, whichever way the list is sorted. */
function lastWhereUnknown({ sql, type }: SortKey, descending: boolean): SortKey {
  if (type !== 'numeric' && type !== 'date') return { sql, type };
  const [lowest, highest] = LAST[type];
  return { sql: `coalesce(${sql}, '${descending ? lowest : highest}')`, type };
}
