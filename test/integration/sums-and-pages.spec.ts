import { SORT_ORDERS, STANDING_SORTS, type StandingSort } from '@thongvon/api-contract';
import { ListStandings, SumFacets, Summarize } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import { DataSource } from 'typeorm';
import { statementsOf } from '../support/kept-statements';
import { DAY, QUERY, StandingProjects } from '../support/standing-projects';

/** The index by which a page is found that is sorted so. */
const INDEXES: Readonly<Record<StandingSort, string>> = {
  name: 'project_name_key',
  planned: 'project_standing_by_planned',
  disbursed: 'project_standing_by_disbursed',
  completed: 'project_standing_by_completed',
  advance: 'project_standing_by_advance',
  remaining: 'project_standing_by_remaining',
  rate: 'project_standing_by_rate',
  weekChange: 'project_standing_by_change',
  shortfall: 'project_standing_by_shortfall',
  asOf: 'project_standing_by_day',
};

/** So few projects are gone through and sorted as fast; what can be walked in order is not sorted then either. */
const FEWEST = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'].map((way) => `enable_${way} = off`);

/** What headline, facets and table are read from (ADR 0192, 0193): as many rows as there are groups, or rows of a page. */
describe('sums and pages that are stored', () => {
  let projects: StandingProjects;
  let data: DataSource;
  beforeAll(async () => {
    projects = await StandingProjects.start();
    data = projects.app.get(DataSource);
  });
  afterAll(() => projects.close());

  const ON_DAY = { ...QUERY, asOf: DAY };
  const get = <T>(of: new (...args: never[]) => T): T => projects.app.get(of);

  /** Every table and index that the statements of an answer read in which `of` occurs. */
  async function readBy(
    ask: () => Promise<unknown>,
    of: string,
    settings: readonly string[] = [],
  ): Promise<Set<string>> {
    const asked = await statementsOf(data, ask);
    return data.transaction(async (manager) => {
      for (const setting of settings) await manager.query(`SET LOCAL ${setting}`);
      const read = new Set<string>();
      for (const { sql, parameters } of asked.filter((one) => one.sql.includes(of))) {
        const plan = await manager.query<object[]>(`EXPLAIN (VERBOSE, FORMAT JSON) ${sql}`, [...parameters]);
        for (const [, name = ''] of JSON.stringify(plan).matchAll(/"(?:Relation|Index) Name":"([^"]+)"/g))
          read.add(name);
      }
      return read;
    });
  }

  it.each<[string, () => Promise<unknown>]>([
    ['the summary', () => get(Summarize).summarize(projects.finance, { ...ON_DAY, withDenominators: true })],
    [
      'the summary by commune',
      () => get(Summarize).summarize(projects.finance, { ...ON_DAY, groupBy: 'commune' }),
    ],
    [
      'the facets with what is of concern',
      () => get(SumFacets).sum(projects.finance, { ...ON_DAY, target: '40' }),
    ],
    ['the facets of a kind', () => get(SumFacets).sum(projects.finance, { ...ON_DAY, kind: 'road' })],
  ])('are read instead of how each project stands: %s', async (_, ask) => {
    const read = await readBy(ask, 'capital.standing_sum');
    expect(read).toContain('standing_sum');
    expect(read).not.toContain('project_standing');
  });

  it('are not, as somebody would find out, of a search: it is summed from how each project stands', async () => {
    const search = () => get(SumFacets).sum(projects.finance, { ...ON_DAY, q: '7000001' });
    expect(await readBy(search, 'capital.')).toContain('project_standing');
    expect(await readBy(search, 'capital.standing_sum')).toEqual(new Set());
  });

  it.each(STANDING_SORTS)('are found in order by an index: by %s', async (sort) => {
    for (const order of SORT_ORDERS) {
      const page = () => get(ListStandings).list(projects.finance, { ...ON_DAY, sort, order, limit: 50 });
      expect(await readBy(page, 'place AS', FEWEST)).toContain(INDEXES[sort]);
    }
  });

  it.each(STANDING_SORTS)(
    'are, page after page, the whole list, what is not known last: by %s',
    async (sort) => {
      const standings = get(ListStandings);
      const cuts = [
        {},
        { planned: true },
        { q: '700000' },
        { concern: 'unspent' as const, target: '40' },
        // All figures are too old for a change or a forecast by then.
        { businessDay: plainDate('2023-09-01') },
      ];
      for (const cut of cuts)
        for (const order of SORT_ORDERS) {
          const asked = { ...ON_DAY, ...cut, sort, order };
          const all = await standings.all(projects.finance, asked);
          expect(all).not.toHaveLength(0);
          const ids: string[] = [];
          let cursor: string | null = null;
          do {
            const wanted = { ...asked, limit: 1, ...(cursor === null ? {} : { cursor }) };
            const page = await standings.list(projects.finance, wanted);
            expect(page.total).toBe(all.length);
            ids.push(...page.items.map(({ id }) => id));
            cursor = page.nextCursor;
          } while (cursor !== null);
          expect({ ...asked, ids }).toEqual({ ...asked, ids: all.map(({ id }) => id) });
        }
    },
  );
});
