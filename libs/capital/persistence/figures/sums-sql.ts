import type { Concern } from '@thongvon/api-contract';
import { lastDay, paceStart } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { ALL_SOURCES } from './course-sql';
import { forecastSql, HAS_AMOUNT, measuredOf } from './standings-sql';
import type { Stored } from './stored-standings';

/**
 * SQL for the projects of `measured` in `visible`, one row each, with what follows of it: `whole`, disbursed where all of it is known;
 * `pace` and `ahead`, where the pace leads by the year's last day `end`, both as if no figures were ever too old (`stagedSql`).
 */
export const projectsSql = (end: string): string => `
  SELECT p.id, p.code, p.name_key, p.office_id, p.owner_id, p.owner, p.owner_key, p.kind, p.commune, p.group_code, m.*, known.whole, going.pace,
    ahead.ahead, (${HAS_AMOUNT}) AS has_amount
  FROM measured m JOIN visible p ON p.id = m.project_id
    CROSS JOIN LATERAL (SELECT CASE WHEN m.not_split IS NULL THEN m.disbursed END AS whole) known
    CROSS JOIN LATERAL (
      SELECT CASE WHEN m.month_ago_open = 0 THEN (whole - month_ago) * 7 / nullif(as_of - month_ago_on, 0) END AS pace
    ) going
    CROSS JOIN LATERAL (SELECT ${forecastSql(`${end} - as_of`)} AS ahead) ahead`;

/** What projects `p` that are summed in one row have in common, next to their office and, of some rows, their commune. */
export const SUM_KEYS =
  'p.owner_key, p.kind, p.group_code, p.is_planned, p.is_covered, p.has_amount, p.as_of';

/** SQL of what is summed of projects `p` of `projectsSql`: columns of `capital.standing_sum`. */
export const SUMMED = {
  owner: 'max(p.owner) FILTER (WHERE p.owner_id IS NULL)',
  projects: 'count(*)::int',
  lines: 'count(*) FILTER (WHERE p.planned IS NOT NULL OR p.is_planned AND p.as_of IS NOT NULL)::int',
  planned: 'sum(p.planned)',
  disbursed: 'sum(p.disbursed)',
  completed: 'sum(p.completed)',
  advance: 'sum(p.advance)',
  derived: 'sum(p.derived)',
  by_treasury: 'sum(p.by_treasury)',
  not_split: 'sum(p.not_split)',
  not_split_projects: 'count(p.not_split)::int',
  reported: 'count(*) FILTER (WHERE p.disbursed IS NOT NULL OR p.not_split IS NOT NULL)::int',
  oldest_on: 'min(p.oldest_on)',
  unfinished: 'count(*) FILTER (WHERE p.whole < p.planned)::int',
  finished: 'count(*) FILTER (WHERE p.whole >= p.planned)::int',
  paced: 'count(p.pace)::int',
  pace: 'sum(p.pace)',
  pace_from: 'min(p.month_ago_on) FILTER (WHERE p.pace IS NOT NULL)',
  forecasted: 'count(p.ahead)::int',
  forecast: 'sum(coalesce(p.ahead, p.disbursed))',
  unspent: 'count(*) FILTER (WHERE p.planned > p.ahead)::int',
  nothing_disbursed: 'count(*) FILTER (WHERE p.planned > 0 AND p.whole = 0)::int',
} as const;

/** Hundredths of a percent past which no rate is held against a milestone. */
const MOST = 2_000_000_000;

/** SQL of a project's rate as it is stored: a rate is below a target of two decimals exactly if this is below the target's hundredths. */
export const RATE_SQL = `CASE WHEN p.planned > 0 AND p.whole IS NOT NULL
  THEN greatest(-${String(MOST)}, least(${String(MOST)}, div(p.whole * 10000, p.planned) - CASE WHEN p.whole < 0 AND mod(p.whole * 10000, p.planned) <> 0 THEN 1 ELSE 0 END))::int END`;

/** Which sums are asked for. */
export interface SumsOptions {
  /** What is stored may be read; null: all is derived. */
  readonly stored: Stored | null;
  /** Nothing but what is in force on the day is counted from (`linesSql`). */
  readonly onDayAlone?: boolean;
  /** Also pace, forecast and concerns. */
  readonly withPace?: boolean;
  /** Apart by commune. */
  readonly byCommune?: boolean;
  /** SQL condition on the commune of a row `p`, by which stored sums may be chosen; without it, of all. */
  readonly ofCommune?: string;
  /** Next to the standings the lines of the day by source (`linesSql`). */
  readonly bySource?: boolean;
  /** SQL condition on projects `p` that no stored sum knows: all is summed anew. */
  readonly which?: string;
  /** SQL condition that a project `p` is of the concern which is asked for: rows are apart by it. */
  readonly asked?: string;
  /** SQL of each concern that is counted, over projects `p`. */
  readonly concerns?: Readonly<Partial<Record<Concern, string>>>;
}

/** Of which offices sums are read, and of which they are summed anew; null: there is no such part. One of them there is. */
export interface Offices {
  readonly stored: readonly string[] | null;
  readonly live: readonly string[] | null;
}

/** Stored sums are of offices as they are now, without a condition on single projects, and of plan until September amounts alone. */
export function officesOf(
  { scope }: Actor,
  { denominator }: Pick<FiguresQuery, 'denominator'>,
  { stored, withPace = false, which, asked }: SumsOptions,
): Offices {
  const isStored =
    which === undefined && asked === undefined && !(withPace && denominator === 'excluding-late-supplements');
  const unsummed = isStored ? (stored?.unsummed ?? null) : null;
  if (unsummed === null) return { stored: null, live: scope };
  const anew = scope.filter((id) => unsummed.includes(id));
  const others = scope.filter((id) => !unsummed.includes(id));
  return {
    stored: others.length === 0 && anew.length > 0 ? null : others,
    live: anew.length === 0 ? null : anew,
  };
}

/** SQL that joins the office `o` which owns the projects of a row `p` of `sums`, if one of ours does. */
export const JOIN_OWNER = 'LEFT JOIN organizations.organization_ref o ON o.id::text = p.owner_key';

/** Columns of `sums`. */
const COLUMNS = `owner_key, owner, kind, commune, group_code, is_planned, is_covered, has_amount, as_of, is_asked, projects, lines, planned, disbursed,
  completed, advance, derived, by_treasury, not_split, not_split_projects, reported, oldest_on, paced, pace, pace_from, forecasted,
  forecast, silent, below, unspent, nothing_disbursed, treasury_differs, blocked`;

/**
 * SQL for `sums`: what the projects that the actor sees come to, by owner, kind, group and commune (null unless they are apart by it), whether
 * they are planned, and the day of their newest figures. What isn't stored is summed anew, from `visible` and `measured`, which then stand
 * before it, as `live`; the business day tells which of it is too old.
 */
export function sumsSql(
  actor: Actor,
  query: FiguresQuery & { readonly target?: string },
  parameters: Conditions,
  options: SumsOptions,
): string {
  const offices = officesOf(actor, query, options);
  const live =
    offices.live === null
      ? ''
      : `${measuredOf({ ...actor, scope: offices.live }, query, parameters, options)},
         live AS (${liveSumsSql(query, parameters, options)}),`;
  return `${live} sums AS (${sumsOfSql(offices, query, parameters, options)})`;
}

/** SQL of the rows of `sums`, after `live`, with those that are stored by commune or not. */
export function sumsOfSql(
  offices: Offices,
  query: FiguresQuery & { readonly target?: string },
  parameters: Conditions,
  options: Pick<SumsOptions, 'byCommune' | 'ofCommune'>,
): string {
  return [
    ...(offices.stored === null ? [] : [storedSumsSql(offices.stored, query, parameters, options)]),
    ...(offices.live === null ? [] : [`SELECT ${COLUMNS} FROM live`]),
  ].join(' UNION ALL ');
}

/**
 * SQL for the projects of `visible` with their `forecast` for the year's last day on the business day: none of what is too old, unless
 * nothing is left to disburse.
 */
export function liveProjectsSql(query: FiguresQuery, parameters: Conditions): string {
  return `SELECT p.*, CASE WHEN p.as_of >= ${agedOf(query, parameters)} OR p.whole >= p.planned THEN p.ahead END AS forecast
    FROM (${projectsSql(endOf(query, parameters))}) p`;
}

/** What the projects of `visible` come to, by commune. */
function liveSumsSql(
  query: FiguresQuery,
  parameters: Conditions,
  { which = 'true', asked = 'true', concerns = {} }: SumsOptions,
): string {
  const holds = (concern: Concern): string => `count(*) FILTER (WHERE ${concerns[concern] ?? 'false'})::int`;
  const summed = {
    ...SUMMED,
    below: holds('below-target'),
    treasury_differs: holds('treasury-differs'),
    blocked: holds('blocked'),
  };
  const raw = `
    SELECT ${SUM_KEYS}, p.commune, p.is_asked, ${columnsOf(summed)}
    FROM (
      SELECT p.*, ${asked} AS is_asked FROM (${liveProjectsSql(query, parameters)}) p WHERE ${which}
    ) p GROUP BY ${SUM_KEYS}, p.commune, p.is_asked`;
  return stagedSql(raw, agedOf(query, parameters));
}

/** The same of what is stored of these offices. */
function storedSumsSql(
  offices: readonly string[],
  query: FiguresQuery & { readonly target?: string },
  parameters: Conditions,
  { byCommune = false, ofCommune = 'true' }: Pick<SumsOptions, 'byCommune' | 'ofCommune'>,
): string {
  const of = (column: string): string =>
    query.denominator === 'excluding-late-supplements' ? `${column}_by_september AS ${column}` : column;
  const below =
    query.target === undefined
      ? '0'
      : `coalesce(width_bucket(least(${parameters.parameter(query.target)}::numeric * 100, ${String(MOST + 1)})::int - 1, rates), 0)`;
  const differs =
    query.denominator === 'all-plan' ? 'treasury_differs_all_plan AS treasury_differs' : 'treasury_differs';
  const raw = `
    SELECT owner_key, owner, kind, commune, group_code, is_planned, is_covered, has_amount, as_of, true AS is_asked, projects, ${of('lines')},
      ${of('planned')}, disbursed, completed, advance, derived, by_treasury, not_split, not_split_projects, reported, oldest_on,
      unfinished, finished, paced, pace, pace_from, forecasted, forecast, unspent, nothing_disbursed, ${differs},
      ${below} AS below, 0 AS blocked
    FROM capital.standing_sum p
    WHERE ${storedRows(query, parameters)} AND ${ofCommune} AND by_commune = ${String(byCommune)}
      AND source_code = ${parameters.parameter(query.source ?? ALL_SOURCES)}::text
      AND office_id = ANY(${parameters.parameter(offices)}::uuid[])`;
  return stagedSql(raw, agedOf(query, parameters));
}

/** SQL condition on rows that are stored by year, basis and way of counting. */
export function storedRows(query: FiguresQuery, parameters: Conditions): string {
  const counted = query.denominator === 'all-plan' ? 'all-plan' : 'current-year';
  return `plan_year = ${parameters.parameter(query.planYear)}::int AND basis = ${parameters.parameter(query.basis)}::text
      AND counted IN ('${counted}', 'both')`;
}

/** What is too old has no pace, and a forecast only where nothing is left to disburse. */
function stagedSql(raw: string, aged: string): string {
  const columns: Readonly<Record<string, string>> = {
    paced: `CASE WHEN as_of >= ${aged} THEN paced ELSE 0 END`,
    pace: `CASE WHEN as_of >= ${aged} THEN pace END`,
    pace_from: `CASE WHEN as_of >= ${aged} THEN pace_from END`,
    forecasted: `CASE WHEN as_of >= ${aged} THEN forecasted ELSE finished END`,
    forecast: `CASE WHEN as_of >= ${aged} THEN forecast ELSE disbursed END`,
    unspent: `CASE WHEN as_of >= ${aged} THEN unspent ELSE 0 END`,
    silent: `CASE WHEN as_of < ${aged} THEN unfinished ELSE 0 END`,
  };
  const names = COLUMNS.split(/,\s+/);
  return `SELECT ${names.map((name) => (name in columns ? `${columns[name] ?? ''} AS ${name}` : name)).join(', ')} FROM (${raw}) raw`;
}

/** SQL of the day before which figures are too old for a pace. */
export const agedOf = ({ businessDay, asOf }: FiguresQuery, parameters: Conditions): string =>
  `${parameters.parameter(paceStart(businessDay ?? asOf))}::date`;

/** SQL of the plan year's last day. */
export const endOf = ({ planYear }: Pick<FiguresQuery, 'planYear'>, parameters: Conditions): string =>
  `${parameters.parameter(lastDay(planYear))}::date`;

/** SQL of named expressions. */
export const columnsOf = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');

/**
 * SQL for what the rows `p` of `sums` will come to. Projects that have no two reports yet stay where they are, and are counted by
 * `SUMS_PACE`.
 */
export const SUMS_FORECAST = `CASE WHEN sum(p.silent) = 0 AND (sum(p.paced) > 0 OR sum(p.forecasted) = sum(p.projects))
    THEN sum(p.forecast) END`;

/**
 * SQL for the pace of the rows `p` of `sums`: the sum of the projects', with the dates of the reports that it rests on and how many
 * projects have none. `silent` counts those whose newest figure is too old: nothing is forecast of a sum with such a project in it,
 * since silence isn't zero.
 */
export const SUMS_PACE = `round(sum(p.pace)) AS "perWeek", min(p.pace_from) AS "paceFrom", min(p.as_of) FILTER (WHERE p.paced > 0) AS "paceTo",
  coalesce(sum(p.paced), 0)::int AS paced, coalesce(sum(p.projects - p.forecasted), 0)::int AS "withoutPace",
  coalesce(sum(p.silent), 0)::int AS silent, min(p.as_of) FILTER (WHERE p.silent > 0) AS "silentSince", max(p.as_of) AS newest,
  coalesce(sum(p.not_split_projects), 0)::int AS "paceOpen"`;
