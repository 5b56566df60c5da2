import { PACE_DAYS } from '@thongvon/kernel';
import type { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { HAS_PLAN_OF_SOURCE } from './positions-sql';

/** A change is counted from the figures in force so many days before. */
const CHANGE_DAYS = 7;

/** Columns of `measured`, and of `capital.project_standing`. */
export const COLUMNS = [
  ...['project_id', 'is_planned', 'is_covered', 'planned', 'disbursed', 'completed', 'advance', 'not_split'],
  ...[
    'derived',
    'by_treasury',
    'as_of',
    'oldest_on',
    'week_ago',
    'week_ago_on',
    'week_ago_open',
    'month_ago',
  ],
  ...['month_ago_on', 'month_ago_open', 'step_days', 'step_disbursed', 'step_on', 'step_open'],
];
export const MEASURED_COLUMNS = COLUMNS.join(', ');

interface MeasuredOptions {
  /** What is measured, if not each project as a whole: columns that all tables which are read have. */
  readonly key?: string;
  /** `reported_ever` tells how the source of an amount is known. */
  readonly hasSourceBy?: boolean;
}

/**
 * SQL for what can be counted of each project in `visible` after `linesSql`: `measured`, whatever the business day is. Amounts are whole
 * đồng; null where nothing is planned, or was reported. `as_of` is the day of the newest figures in force.
 *
 * `week_ago` is the sum of the figures in force seven days before its own, which its change is counted from, with the date of those
 * figures (contract, section 2); `month_ago` is the same of 28 days. What a sum of projects is counted from is another day for some of
 * them: `step_days` are the days, in order, on which what is in force changed since those 28 days, with the sum from each on; without
 * figures now, all days (`agoOfProjectsSql` finds what was in force).
 *
 * Of one source, `not_split` is what may be of it but that nobody splits; `week_ago_open` counts such money then, from which no change
 * is known either.
 */
export function measuredSql(
  query: Pick<FiguresQuery, 'asOf' | 'source'>,
  parameters: Conditions,
  { key = 'project_id', hasSourceBy = query.source !== undefined }: MeasuredOptions = {},
): string {
  const day = `${parameters.parameter(query.asOf)}::date`;
  const sourceBy = hasSourceBy ? 'source_by' : 'NULL::text AS source_by';
  const of = (alias: string): string => key.replaceAll(/\w+/g, (column) => `${alias}.${column}`);
  return `
    moving AS NOT MATERIALIZED (
      SELECT ${key}, valid_from, valid_to, disbursed, completed, advance, NULL::numeric AS not_split, ${sourceBy}
      FROM reported_ever WHERE valid_from <= ${day}
      UNION ALL
      SELECT ${key}, valid_from, valid_to, NULL, NULL, NULL, not_split, NULL FROM not_split_ever WHERE valid_from <= ${day}
    ),
    moved AS (
      SELECT ${key}, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance,
        max(valid_from) AS as_of, min(valid_from) AS oldest_on, sum(not_split) AS not_split,
        sum(CASE source_by WHEN 'derived' THEN disbursed END) AS derived,
        sum(CASE source_by WHEN 'treasury' THEN disbursed END) AS by_treasury
      FROM moving WHERE valid_from <= ${day} AND valid_to > ${day} GROUP BY ${key}
    ),
    earlier AS (
      SELECT ${key}, ${agoSql('moved.as_of', 'week_ago', CHANGE_DAYS)}, ${agoSql('moved.as_of', 'month_ago', PACE_DAYS)}
      FROM moving JOIN moved USING (${key})
      WHERE valid_from <= ${day} - ${CHANGE_DAYS} GROUP BY ${key}
    ),
    change AS (
      SELECT ${key}, c.day FROM (
        SELECT ${key}, valid_from AS day FROM moving UNION SELECT ${key}, valid_to FROM moving WHERE valid_to <= ${day}
      ) c LEFT JOIN moved USING (${key}) WHERE moved.as_of IS NULL OR c.day > moved.as_of - ${PACE_DAYS}
    ),
    step AS (
      SELECT ${of('change')}, change.day, sum(m.disbursed) AS disbursed, max(m.valid_from) AS since,
        count(m.not_split)::int AS open
      FROM change LEFT JOIN moving m
        ON (${of('m')}) = (${of('change')}) AND m.valid_from <= change.day AND m.valid_to > change.day
      GROUP BY ${of('change')}, change.day
    ),
    stepped AS (
      SELECT ${key}, array_agg(day ORDER BY day) AS step_days, array_agg(disbursed ORDER BY day) AS step_disbursed,
        array_agg(since ORDER BY day) AS step_on, array_agg(open ORDER BY day) AS step_open
      FROM step GROUP BY ${key}
    ),
    assigned AS (SELECT ${key}, sum(amount) AS planned FROM plan GROUP BY ${key}),
    measured AS (
      SELECT ${key}, (${key}) IN (SELECT ${key} FROM planned) AS is_planned,
        (${key}) IN (SELECT ${key} FROM covered) AS is_covered, assigned.planned, disbursed, completed, advance, not_split, derived,
        by_treasury, as_of, oldest_on, week_ago, week_ago_on, week_ago_open, month_ago, month_ago_on, month_ago_open,
        step_days, step_disbursed, step_on, step_open
      FROM (
        SELECT ${key} FROM in_force UNION SELECT ${key} FROM plan UNION SELECT ${key} FROM moving
      ) of_year LEFT JOIN assigned USING (${key}) LEFT JOIN moved USING (${key}) LEFT JOIN earlier USING (${key})
        LEFT JOIN stepped USING (${key})
    )`;
}

/** Columns of a line by source. */
export const LINE =
  'project_id, source_code, planned, disbursed, completed, advance, derived, by_treasury, not_split';

/** SQL for the lines of the day that count in the sums of their source, after `linesSql` with `bySource`: planned or disbursed each. */
export const LINES_BY_SOURCE = `
      SELECT ${LINE} FROM (
        SELECT project_id, source_code, amount AS planned, NULL::numeric AS disbursed, NULL::numeric AS completed, NULL::numeric AS advance,
          NULL::numeric AS derived, NULL::numeric AS by_treasury, NULL::numeric AS not_split FROM plan_by_source
        UNION ALL
        SELECT project_id, source_code, NULL, disbursed, completed, advance, CASE source_by WHEN 'derived' THEN disbursed END,
          CASE source_by WHEN 'treasury' THEN disbursed END, NULL FROM reported_by_source
        UNION ALL
        SELECT project_id, source_code, NULL, NULL, NULL, NULL, NULL, NULL, not_split FROM not_split
      ) each WHERE ${HAS_PLAN_OF_SOURCE}`;

/**
 * SQL for what was in force, of `projects` (SQL for rows of `projectsSql`), seven and 28 days before the newest figure of the sum that they
 * are in, the one row of `newest` (day): a sum's change ends on its own newest figure, not on that of others. Adds up with others like it.
 */
export function agoOfProjectsSql(projects: string): string {
  return `SELECT ${sumAgoSql('week', 'ago')}, ${sumAgoSql('month', 'month_ago')}
    FROM (
      SELECT p.*, width_bucket(newest.day - ${CHANGE_DAYS}, step_days) AS week_step,
        width_bucket(newest.day - ${PACE_DAYS}, step_days) AS month_step
      FROM (${projects}) p CROSS JOIN newest
    ) one`;
}

/** The same of rows of `capital.standing_step`. */
export function agoOfStepsSql(steps: string): string {
  const ago = (name: string, days: number): string => {
    const inForce = `FILTER (WHERE from_day <= newest.day - ${days} AND to_day > newest.day - ${days})`;
    return `sum(disbursed) ${inForce} AS ${name}, max(since) ${inForce} AS ${name}_on, sum(open) ${inForce} AS ${name}_open`;
  };
  return `SELECT ${ago('ago', CHANGE_DAYS)}, ${ago('month_ago', PACE_DAYS)} FROM (${steps}) step CROSS JOIN newest`;
}

/** What was in force at a step (0: before the first one, so 28 days before the project's own figures), summed. */
function sumAgoSql(step: string, name: string): string {
  const at = (column: string, first: string): string =>
    `CASE ${step}_step WHEN 0 THEN ${first} ELSE ${column}[${step}_step] END`;
  return `sum(${at('step_disbursed', 'month_ago')}) AS ${name}, max(${at('step_on', 'month_ago_on')}) AS ${name}_on,
        sum(${at('step_open', 'month_ago_open')}) AS ${name}_open`;
}

/** SQL for what was in force so many days before `since`, with the date of those figures. */
function agoSql(since: string, name: string, days: number): string {
  const inForce = `valid_from <= ${since} - ${days} AND valid_to > ${since} - ${days}`;
  return `sum(moving.disbursed) FILTER (WHERE ${inForce}) AS ${name}, max(valid_from) FILTER (WHERE ${inForce}) AS ${name}_on,
        count(moving.not_split) FILTER (WHERE ${inForce})::int AS ${name}_open`;
}
