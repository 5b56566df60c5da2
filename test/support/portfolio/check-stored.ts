import { DrawCurve, ListStandings, Summarize, SumFacets } from '@thongvon/capital';
import { GROUPINGS } from '@thongvon/api-contract';
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
