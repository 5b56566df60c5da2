import {
  DrawCurve,
  ListStandings,
  type Standing,
  type StandingsQuery,
  Summarize,
  SumFacets,
} from '@thongvon/capital';
import { CONCERNS, GROUPINGS, STANDING_SORTS } from '@thongvon/api-contract';
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
