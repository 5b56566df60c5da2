import type { EntityManager } from 'typeorm';
import { daysBetween, groupBy, lastDay, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { type Alike, gainsOf } from '../../domain/figures/forecast-gains';
import { ALL_SOURCES } from './course-sql';
import { agedOf, endOf, projectsSql, storedRows } from './sums-sql';

/** `Alike` as the database gives it, with the day of the figures that it begins with. Amounts are whole đồng as text. */
export interface AlikeRow extends Omit<Alike, 'whole' | 'room'> {
  readonly asOf: PlainDate;
  readonly whole: string;
  readonly room: string;
}

/** SQL of the columns of an `AlikeRow`, in the order in which `alikeSql` gives them. */
const ALIKE = '"asOf", per, rest, until, projects, whole, room';

/**
 * SQL for planned projects `p` of `projectsSql` that gain something at their pace, those that go on alike in one row: with `keys`, columns
 * of `p`, the columns of an `AlikeRow`. At half its pace a project gets in so many days as far as at its pace in half of them, up to its
 * plan; `quarters` is SQL of how many quarters of the pace, and may be one of the keys. Nobody asks for a day after `end`.
 */
export function alikeSql(
  projects: string,
  {
    keys = [],
    quarters,
    end,
  }: { readonly keys?: readonly string[]; readonly quarters: string; readonly end: string },
): string {
  const named = keys.map((key) => `${key}, `).join('');
  return `
    SELECT ${named}as_of AS "asOf", per, mod(gained, per)::int AS rest, until, count(*)::int AS projects,
      sum(div(gained, per))::text AS whole, coalesce(sum(room), 0)::text AS room
    FROM (
      SELECT p.*, least(div(per * room - per / 2 + gained - 1, gained), ${end} - as_of + 1)::int AS until
      FROM (
        SELECT p.*, (as_of - month_ago_on) * 4 AS per, (whole - month_ago) * ${quarters} AS gained, planned - whole AS room
        FROM ${projects} WHERE p.is_planned AND p.pace > 0 AND (p.whole < p.planned) IS NOT FALSE
      ) p
    ) p GROUP BY ${named}as_of, per, rest, until`;
}

/** Rows as one value of a statement that has others. */
export const asJsonSql = (rows: string): string =>
  `(SELECT json_agg(json_build_object(${ALIKE.replaceAll(/"?(\w+)"?/g, `'$1', "$1"`)})) FROM (${rows}) alike)`;

export const toAlike = ({ whole, room, ...row }: AlikeRow): Alike => ({
  ...row,
  whole: BigInt(whole),
  room: BigInt(room),
});

/** What tells rows of `capital.standing_forecast` apart, of an office and year. */
interface Key {
  readonly basis: string;
  readonly source_code: string;
  readonly counted: string;
}

/**
 * Stores by how much an office's planned projects will have gained in each day after their newest figures, until the year's last day, those
 * with figures of one day together: as if no figures were ever too old. `standings` is SQL for `visible` and `measured`.
 */
export async function storeForecast(
  manager: EntityManager,
  office: string,
  planYear: PlanYear,
  standings: (parameters: Conditions) => string,
): Promise<void> {
  const parameters = new Conditions();
  const end = endOf({ planYear }, parameters);
  const keys = ['basis', 'source_code', 'counted'];
  const rows = await manager.query<(AlikeRow & Key)[]>(
    `WITH ${standings(parameters)} ${alikeSql(`(${projectsSql(end)}) p`, { keys, quarters: '4', end })}`,
    [...parameters.parameters],
  );
  const stored = [...groupBy(rows, (row) => keyOf(row)).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { basis, source_code, counted, asOf } = first;
    const days = Array.from(
      { length: Math.max(0, daysBetween(asOf, lastDay(planYear))) },
      (_, day) => day + 1,
    );
    const gains = gainsOf(alike.map(toAlike), days).map(String);
    return gains.length === 0 ? [] : [{ basis, source_code, counted, as_of: asOf, gains }];
  });
  if (stored.length === 0) return;
  await manager.query(
    `INSERT INTO capital.standing_forecast (office_id, plan_year, basis, source_code, counted, as_of, gains)
     SELECT $1, $2, basis, source_code, counted, as_of, gains
     FROM jsonb_to_recordset($3) AS each (basis text, source_code text, counted text, as_of date, gains numeric[])`,
    [office, planYear, JSON.stringify(stored)],
  );
}

const keyOf = ({ basis, source_code, counted, asOf }: AlikeRow & Key): string =>
  [basis, source_code, counted, asOf].join(' ');

/**
 * SQL for what stored projects of these offices gain until each of the `dates`, in their order, as an array of whole đồng; `aged` is the day
 * before which figures are too old for a pace.
 */
export function storedGainsSql(
  offices: readonly string[],
  query: FiguresQuery,
  dates: readonly PlainDate[],
  parameters: Conditions,
): string {
  return `(SELECT array_agg(gained ORDER BY at) FROM (
      SELECT at, (
        SELECT coalesce(sum(gains[at - as_of]), 0)::text FROM capital.standing_forecast
        WHERE ${storedRows(query, parameters)} AND source_code = ${parameters.parameter(query.source ?? ALL_SOURCES)}::text
          AND office_id = ANY(${parameters.parameter(offices)}::uuid[]) AND as_of >= ${agedOf(query, parameters)}
      ) AS gained FROM unnest(${parameters.parameter(dates)}::date[]) AS at
    ) each)`;
}
