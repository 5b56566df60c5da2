import type { EntityManager } from 'typeorm';
import { addDays, daysBetween, groupBy, lastDay, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { gainsOf } from '../../domain/figures/forecast-gains';
import { NO_PACE, type PaceSums } from '../../domain/figures/moving-amounts';
import type { BlockedSql } from './concerns-sql';
import { type AlikeRow, alikeSql, asJsonSql, storedGainsSql, toAlike } from './forecast-sql';
import { firstPlanSql } from './first-plan-sql';
import { measuredOf } from './standings-sql';
import type { Stored } from './stored-standings';
import { agedOf, officesOf, projectsSql, SUMS_PACE, sumsSql, type SumsOptions } from './sums-sql';

/** Where the pace leads by a day, going on as now or with blocked projects slower or standing still; null: it isn't known. */
export interface ForecastPoint {
  readonly asOf: PlainDate;
  readonly keepingPace: string | null;
  readonly blockedAtThreeQuarters: string | null;
  readonly blockedAtHalf: string | null;
  readonly blockedAtQuarter: string | null;
  readonly blockedStandStill: string | null;
}

/** The plan in force and as first assigned, and how fast its projects go; whole đồng as text, null: there is none. */
export interface CurvePlan extends PaceSums {
  readonly now: string | null;
  readonly initially: string | null;
}

/** The plan of a day, and where its projects lead from there. */
export interface CurveSums {
  readonly plan: CurvePlan;
  readonly forecast: readonly ForecastPoint[];
}

/**
 * The plan in force on the day and as first assigned, how fast its projects go, and with `ahead` where that leads: week by week to the last
 * day, each project by itself from its own newest report, up to its plan. Projects without a pace yet stay where they are.
 */
export async function curveSums(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
  ahead: { readonly blocked: BlockedSql | undefined } | null,
): Promise<CurveSums> {
  const dates = ahead === null ? [] : weeksAhead(query);
  const [row, blocked] = await Promise.all([
    sumsOf(manager, actor, query, stored, dates),
    ahead?.blocked === undefined ? [] : blockedRows(manager, actor, query, stored, ahead.blocked),
  ]);
  if (row === undefined) return { plan: { ...NO_PACE, now: null, initially: null }, forecast: [] };
  const { disbursed, projects, alike, gains, ...plan } = row;
  if (projects === 0) return { plan, forecast: [] };
  const live = gainsUntil(dates, alike ?? []);
  const slowed = new Map(
    [...groupBy(blocked, (one) => one.quarters)].map(([quarters, rows]) => [
      quarters,
      gainsUntil(dates, rows),
    ]),
  );
  const forecast = dates.map((asOf, place): ForecastPoint => {
    const keeping =
      disbursed === null ? null : BigInt(disbursed) + BigInt(gains?.[place] ?? 0) + (live[place] ?? 0n);
    const ofBlocked = (quarters: number): bigint => slowed.get(quarters)?.[place] ?? 0n;
    const at = (quarters: number): string | null =>
      keeping === null ? null : (keeping - ofBlocked(4) + ofBlocked(quarters)).toString();
    return {
      asOf,
      keepingPace: at(4),
      blockedAtThreeQuarters: at(3),
      blockedAtHalf: at(2),
      blockedAtQuarter: at(1),
      blockedStandStill: at(0),
    };
  });
  return { plan, forecast };
}

interface SumsRow extends CurvePlan {
  readonly projects: number;
  readonly disbursed: string | null;
  /** Of what isn't stored. */
  readonly alike: readonly AlikeRow[] | null;
  /** By date, of what is stored. */
  readonly gains: readonly string[] | null;
}

async function sumsOf(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
  dates: readonly PlainDate[],
): Promise<SumsRow | undefined> {
  const parameters = new Conditions();
  // What is stored ends with the year.
  const options: SumsOptions = {
    stored: stored !== null && query.asOf > lastDay(query.planYear) ? { ...stored, unsummed: null } : stored,
    withPace: true,
  };
  const offices = officesOf(actor, query, options);
  // Assigned is assigned, whatever counts of it today.
  const assigning = officesOf(actor, query, { stored });
  const alike =
    offices.live === null || dates.length === 0
      ? 'NULL::json'
      : asJsonSql(alikeSql(freshSql(query, parameters), { quarters: '4', end: endOfAll(query, parameters) }));
  const gains =
    offices.stored === null || dates.length === 0
      ? 'NULL::text[]'
      : storedGainsSql(offices.stored, query, dates, parameters);
  const rows = await manager.query<SumsRow[]>(
    `WITH ${sumsSql(actor, query, parameters, options)}
     SELECT sum(p.planned) AS now, ${firstPlanSql(assigning, query, parameters)} AS initially, ${SUMS_PACE},
       coalesce(sum(p.projects), 0)::int AS projects, sum(p.disbursed) AS disbursed, ${alike} AS alike, ${gains} AS gains
     FROM sums p WHERE p.is_planned AND p.has_amount`,
    [...parameters.parameters],
  );
  return rows[0];
}

/** Of blocked projects at each quarter of their pace. */
async function blockedRows(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
  blocked: BlockedSql,
): Promise<(AlikeRow & { readonly quarters: number })[]> {
  const parameters = new Conditions();
  const measured = measuredOf(actor, query, parameters, { stored, of: `IN (${blocked(parameters)})` });
  const projects = `(SELECT * FROM ${freshSql(query, parameters)} CROSS JOIN generate_series(1, 4) AS quarters) p`;
  return manager.query(
    `WITH ${measured} ${alikeSql(projects, { keys: ['quarters'], quarters: 'quarters', end: endOfAll(query, parameters) })}`,
    [...parameters.parameters],
  );
}

/** SQL for projects `p` of `measured` in `visible` whose figures aren't too old for a pace. */
const freshSql = (query: FiguresQuery, parameters: Conditions): string =>
  `(SELECT * FROM (${projectsSql(endOfAll(query, parameters))}) p WHERE p.as_of >= ${agedOf(query, parameters)}) p`;

/** SQL of the last day that is asked for: the year's, or the figures' where that is later. */
const endOfAll = ({ planYear, asOf }: FiguresQuery, parameters: Conditions): string => {
  const end = lastDay(planYear);
  return `${parameters.parameter(asOf > end ? asOf : end)}::date`;
};

/** What rows gain until each of these dates. */
function gainsUntil(dates: readonly PlainDate[], rows: readonly AlikeRow[]): bigint[] {
  const gains = dates.map(() => 0n);
  for (const [from, alike] of groupBy(rows, ({ asOf }) => asOf)) {
    const own = gainsOf(
      alike.map(toAlike),
      dates.map((date) => daysBetween(from, date)),
    );
    for (const [place, gain] of own.entries()) gains[place] = (gains[place] ?? 0n) + gain;
  }
  return gains;
}

/** Every seventh day from the figures' to the year's last, and that. */
function weeksAhead({ planYear, asOf }: FiguresQuery): PlainDate[] {
  const end = lastDay(planYear);
  const days = Math.max(0, daysBetween(asOf, end));
  const steps = Array.from({ length: Math.floor(days / 7) + 1 }, (_, week) => addDays(asOf, week * 7));
  return steps.at(-1) === end || days === 0 ? steps : [...steps, end];
}
