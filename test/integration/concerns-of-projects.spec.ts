import { type Concern, CONCERNS } from '@thongvon/api-contract';
import { type BlockedSql, type FacetsQuery, type Standing } from '@thongvon/capital';
import { disbursementReading } from '../factories/reading';
import { DAY, StandingProjects } from '../support/standing-projects';

const TARGET = '30.5';

/** Each rule as it is said, over the rows that the table shows. */
const IS_OF: Readonly<Record<Concern, (row: Standing) => boolean>> = {
  'below-target': ({ planned, disbursed, rate }) =>
    rate !== null && disbursed !== null && BigInt(disbursed) * 1000n < BigInt(planned ?? 0) * 305n,
  unspent: ({ shortfall }) => shortfall !== null && shortfall !== '0',
  blocked: ({ code }) => code === '7000003',
  'nothing-disbursed': ({ disbursed }) => disbursed === '0',
  'treasury-differs': ({ code }) => code === '7000002',
};

describe('why somebody may look at projects first', () => {
  let projects: StandingProjects;
  let blocked: BlockedSql;
  beforeAll(async () => {
    projects = await StandingProjects.start();
    await projects.approve(
      disbursementReading(
        DAY,
        { '7000001': [{ disbursed: 280 }], '7000002': [{ disbursed: 90 }] },
        { kind: 'treasury', coverage: 'partial' },
      ),
    );
    const id = (await projects.list({ q: '7000003' }))[0]?.id;
    blocked = (parameters) => `SELECT ${parameters.parameter(id)}::uuid`;
  });
  afterAll(() => projects.close());

  const sums = (slice: Partial<FacetsQuery> = {}) =>
    projects.sums({ asOf: DAY, target: TARGET, blocked, ...slice });
  const add = (rows: readonly Standing[], field: 'planned' | 'disbursed') =>
    rows.reduce((sum, row) => sum + BigInt(row[field] ?? 0), 0n).toString();

  it.each(CONCERNS)('counts of %s the rows that it leaves, and sums these', async (concern) => {
    for (const cut of [{}, { source: 'tinh' }, { q: '7000001' }, { planType: 'current-year' }] as const) {
      const planned = await projects.list({ planned: true, ...cut });
      const expected = planned.filter(IS_OF[concern]);
      const found = await projects.list({ planned: true, concern, target: TARGET, blocked, ...cut });
      expect(found.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
      const { total, concerns, projects: all } = await sums({ concern, ...cut });
      expect(total.projects).toBe(expected.length);
      if (expected.length > 0 && !('source' in cut))
        expect([total.planned, total.disbursed ?? '0']).toEqual([
          add(expected, 'planned'),
          add(expected, 'disbursed'),
        ]);
      // Whichever is chosen, the others can be: all are counted under the other conditions.
      expect(all).toBe(planned.length);
      expect(Object.fromEntries(concerns.map((one) => [one.concern, one.projects]))).toEqual(
        Object.fromEntries(CONCERNS.map((one) => [one, planned.filter(IS_OF[one]).length])),
      );
    }
  });

  it('leaves the bars under a concern the sums of its projects', async () => {
    const { owner, source } = await sums({ concern: 'treasury-differs' });
    expect(owner.map(({ projects: count, planned }) => [count, planned])).toEqual([[1, '300']]);
    expect(source.map(({ key, planned }) => [key, planned])).toEqual([['huyen', '300']]);
  });

  it('refuses what it would answer wrongly: a milestone that nobody names, and what was known at an instant', async () => {
    const refused = (slice: Partial<FacetsQuery>) =>
      Promise.all([
        expect(projects.list(slice)).rejects.toMatchObject({ status: 422 }),
        expect(projects.sums({ asOf: DAY, ...slice })).rejects.toMatchObject({ status: 422 }),
      ]);
    await refused({ concern: 'below-target' });
    await refused({ concern: 'treasury-differs', knownAt: new Date('2023-06-01') });
    await refused({ target: TARGET, knownAt: new Date('2023-06-01') });
  });

  it('counts nothing that is not asked about', async () => {
    expect(await projects.facets()).toMatchObject({ concerns: [], projects: null });
  });

  it('keeps what has no plan apart: in the list only where it is asked for, in no sum', async () => {
    const codes = (rows: readonly Standing[]) => rows.map(({ code }) => code);
    expect(codes(await projects.list({ planned: true }))).toEqual(['7000001', '7000002', '7000003']);
    expect(codes(await projects.list({ planned: false }))).toEqual(['7000009']);
    const { total, unplanned } = await sums();
    expect(total).toMatchObject({ projects: 3, disbursed: '380' });
    expect(unplanned).toEqual({ projects: 1, disbursed: '5' });
    expect((await sums({ q: '7000001' })).unplanned).toEqual({ projects: 0, disbursed: null });
  });
});
