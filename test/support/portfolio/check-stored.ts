import {
  type BlockedSql,
  DrawCurve,
  ListStandings,
  type Standing,
  type StandingsQuery,
  Summarize,
  SumFacets,
} from '@thongvon/capital';
import { CONCERNS, GROUPINGS, STANDING_SORTS } from '@thongvon/api-contract';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import { same, type Asked } from './question';

/** What says of an answer when it was computed, and not what. */
const ABOUT = ['computedThrough', 'computing', 'stale'];

/**
 * Whatever is stored, an answer is the one that is derived from the ledgers as known now, whole: sums, movement, pace, forecast, sources.
 */
export async function storedAsDerived(asked: Asked): Promise<number> {
  const { actor, query, slice, which, district } = asked;
  // Of these nothing is stored.
  if (query.basis !== 'reported' || query.planType !== undefined) return 0;
  const { app, clock } = district.system;
  const groupBy = GROUPINGS[which % GROUPINGS.length] ?? 'source';
  const questions = {
    summary: (of: object) => app.get(Summarize).summarize(actor, { ...query, ...of, groupBy }),
    facets: (of: object) => app.get(SumFacets).sum(actor, { ...query, ...slice, ...of }),
    standings: (of: object) => app.get(ListStandings).all(actor, { ...query, ...slice, ...of }),
    curve: (of: object) => app.get(DrawCurve).draw(actor, { ...query, ...of, target: 95 }),
  };
  for (const [name, answer] of Object.entries(questions)) {
    const derived = await answer({ knownAt: clock.now() });
    same(`${name}, stored and derived,`, asked, plain(await answer({})), plain(derived));
  }
  return Object.keys(questions).length;
}

const plain = (answer: object): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value: unknown) => (ABOUT.includes(key) ? undefined : value)));

/** Words of names and codes that some projects have, and of none. */
const WORDS = [undefined, undefined, '7000001', '700', 'xyz'];

/** However the table is sorted and cut, its pages one after another are the whole list, and each says how long that is. */
export async function pagesAsList(asked: Asked): Promise<number> {
  const { actor, query, slice, which, district } = asked;
  // Each page is a question of its own: of every other question they are walked through.
  if (which % 2 === 1) return 0;
  const { knownAt: _, ...now } = query;
  const sort = STANDING_SORTS[(which >> 1) % STANDING_SORTS.length] ?? 'name';
  const concern = [undefined, ...CONCERNS][(which >> 6) % (CONCERNS.length + 1)];
  const q = WORDS[(which >> 9) % WORDS.length];
  const planned = [undefined, true, false][(which >> 12) % 3];
  const list: Omit<StandingsQuery, 'limit'> = {
    ...now,
    ...slice,
    sort,
    order: (which >> 5) % 2 === 0 ? 'ascending' : 'descending',
    target: '40',
    ...(concern === undefined ? {} : { concern }),
    ...(q === undefined ? {} : { q }),
    ...(planned === undefined ? {} : { planned }),
  };
  const standings = district.system.app.get(ListStandings);
  const all = await standings.all(actor, list);
  const found: Standing[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await standings.list(actor, {
      ...list,
      limit: 2,
      ...(typeof cursor === 'string' ? { cursor } : {}),
    });
    same(`rows on all pages by ${sort}`, asked, page.total, all.length);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  same(`pages by ${sort}`, asked, plain(found), plain(all));
  return 1;
}

/** Quarters of its pace at which a blocked project goes on. */
const SPEEDS = {
  keepingPace: 4n,
  blockedAtThreeQuarters: 3n,
  blockedAtHalf: 2n,
  blockedAtQuarter: 1n,
  blockedStandStill: 0n,
} as const;

/**
 * The forecast of the curve is what a plain loop over the rows of the table adds up to, week by week, with every other project blocked; and on
 * the year's last day, at their pace, what the table itself forecasts.
 */
export async function forecasts(asked: Asked): Promise<number> {
  const { actor, query, district } = asked;
  const { app } = district.system;
  const rows = await app.get(ListStandings).all(actor, { ...query, planned: true });
  const ids = rows.flatMap(({ id }, place) => (place % 2 === 0 ? [id] : []));
  const blocked: BlockedSql = (parameters) => `SELECT unnest(${parameters.parameter(ids)}::uuid[])`;
  const { forecast } = await app.get(DrawCurve).draw(actor, { ...query, blocked, target: 95 });
  const last = forecast.at(-1);
  if (last?.keepingPace == null) return 0;
  same(
    'forecast of the table',
    asked,
    last.keepingPace,
    sumOf(rows, (row) => row.forecast ?? row.disbursed),
  );
  // The table says by how much a project moves only of figures of the last week.
  if (rows.some(({ pace, monthChange }) => pace.perWeek !== null && monthChange === null)) return 1;
  const plain = forecast.map(({ asOf }) => ({
    asOf,
    ...Object.fromEntries(
      Object.entries(SPEEDS).map(([name, quarters]) => [
        name,
        sumOf(rows, (row) => forecastOf(row, asOf, ids.includes(row.id) ? quarters : 4n)),
      ]),
    ),
  }));
  same('forecast by week', asked, forecast, plain);
  return forecast.length;
}

function forecastOf(row: Standing, on: PlainDate, quarters: bigint): string | null {
  const { disbursed, planned, monthChange, pace } = row;
  if (disbursed === null || monthChange === null || pace.from === null || pace.to === null) return disbursed;
  const [now, gained] = [BigInt(disbursed), BigInt(monthChange)];
  const per = BigInt(daysBetween(pace.from, pace.to)) * 8n;
  const days = BigInt(daysBetween(pace.to, on));
  if (gained <= 0n || (planned !== null && now >= BigInt(planned))) return disbursed;
  const then = now + (gained * days * quarters * 2n + per / 2n) / per;
  return (planned !== null && then > BigInt(planned) ? BigInt(planned) : then).toString();
}

const sumOf = (rows: readonly Standing[], amountOf: (row: Standing) => string | null): string =>
  rows.reduce((sum, row) => sum + BigInt(amountOf(row) ?? 0), 0n).toString();
