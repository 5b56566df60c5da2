import fc from 'fast-check';
import { DrawCurve, RebuildPositions, SumFacets, Summarize } from '@thongvon/capital';
import { BASES } from '@thongvon/api-contract';
import { DENOMINATORS, plainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';
import { ChangeProject } from '@thongvon/projects';
import { longRun, PATIENCE } from '../long/long-run';
import { readDerived } from '../support/derived-tables';
import { District } from '../support/portfolio/district';
import { type Action, OFFICES, portfolio } from '../support/portfolio/portfolio';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const DAYS = [
  '2023-01-04',
  '2023-05-19',
  '2023-05-31',
  '2023-06-07',
  '2023-06-20',
  '2023-10-24',
  '2023-12-31',
];

/**
 * A project becomes another office's, from a day on or as if it had always been; or nobody is named its owner. What the register says else
 * of it may change as well.
 */
const handover = fc.record({
  type: fc.constant('handover' as const),
  which: fc.nat(),
  to: fc.option(fc.constantFrom(...OFFICES), { freq: 5 }),
  since: optional(fc.constantFrom('2023-02-01', '2023-06-10', '2023-10-24')),
  kind: optional(fc.constantFrom('road' as const, 'health' as const)),
  commune: optional(fc.constantFrom('Xã Bình An', 'Xã Bình Tú', null)),
});
type Step = Action | (typeof handover extends fc.Arbitrary<infer T> ? T : never);

const history = fc
  .tuple(portfolio, fc.array(fc.tuple(fc.nat(), handover), { minLength: 1, maxLength: 5 }))
  .map(([actions, handovers]): readonly Step[] =>
    handovers.reduce<readonly Step[]>((all, [place, step]) => {
      const at = 2 + (place % all.length);
      return [...all.slice(0, at), step, ...all.slice(at)];
    }, actions),
  );

const question = fc.record({
  actor: fc.nat({ max: 3 }),
  asOf: fc.constantFrom(...DAYS).map(plainDate),
  basis: fc.constantFrom('reported' as const, 'reported' as const, ...BASES),
  denominator: fc.constantFrom(...DENOMINATORS),
  source: optional(fc.constantFrom('tinh', 'huyen', 'unspecified')),
  planType: optional(fc.constantFrom('current-year' as const, 'carried-over' as const)),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

const ASKED: Omit<Question, 'actor' | 'asOf'> = {
  basis: 'reported',
  denominator: 'all-plan',
  source: undefined,
  planType: undefined,
};
/** Each office on a day before most handovers and after them. */
const EVERYBODY = [0, 1, 2, 3].flatMap((actor) =>
  ['2023-06-07', '2023-12-31'].map((day): Question => ({ ...ASKED, actor, asOf: plainDate(day) })),
);
/** Of the district's actors. */
const [NORTH, SOUTH] = [1, 3];

/**
 * What offices have disbursed from day to day is kept by what changes it (ADR 0185). Under random histories of plans, returns,
 * reversions and handovers a curve is at each step the one that is derived from the ledgers, and at the end what is stored is what a
 * rebuild stores.
 *
 * Each seen to fail with one thing left out, see ADR 0185.
 */
describe('what offices have disbursed from day to day', () => {
  let district: District;
  beforeEach(async () => {
    district = await District.start();
  });
  afterEach(() => district.system.close());

  async function act(step: Step): Promise<boolean> {
    try {
      if (step.type === 'handover') await handOver(step);
      else await district.act(step);
      return true;
    } catch (error) {
      // A return of whose projects one has become another's meanwhile, or an owner as of a day before the last one.
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  async function handOver({
    which,
    to,
    since,
    kind,
    commune,
  }: Extract<Step, { type: 'handover' }>): Promise<void> {
    const projects = await district.projects();
    const project = projects[which % Math.max(projects.length, 1)];
    if (project === undefined) return;
    await district.system.app.get(ChangeProject).change(district.system.finance, project.id, {
      ownerId: to === null ? null : district.offices[to].organizationId,
      ...(since === undefined || to === null ? {} : { ownerSince: plainDate(since) }),
      ...(kind === undefined ? {} : { kind }),
      ...(commune === undefined ? {} : { commune }),
    });
  }

  function asked(question: Question) {
    const { actor, source, planType, ...rest } = question;
    const who = district.actors[actor];
    if (who === undefined) throw new Error('nobody asks');
    const query = {
      ...rest,
      planYear: 2023,
      ...(source === undefined ? {} : { source }),
      ...(planType === undefined ? {} : { planType }),
    };
    return { who, query };
  }

  const draw = (question: Question, knownAt?: Date) => {
    const { who, query } = asked(question);
    const known = knownAt === undefined ? {} : { knownAt };
    return district.system.app.get(DrawCurve).draw(who, { ...query, ...known, target: 95 });
  };

  async function expectDerived(one: Question): Promise<void> {
    const derived = await draw(one, district.system.clock.now());
    expect({ asked: one, ...(await draw(one)) }).toEqual({ asked: one, ...derived });
  }

  /** Sums over groups and what is of concern, of what is stored and as they are summed from how each project stands. */
  async function expectSummed(one: Question): Promise<void> {
    const { app, data } = district.system;
    const { who, query } = asked(one);
    const sums = async () => ({
      facets: await app.get(SumFacets).sum(who, { ...query, target: '50' }),
      ofCommune: await app.get(SumFacets).sum(who, { ...query, commune: 'Xã Bình An', target: '12.34' }),
      ofGroup: await app.get(SumFacets).sum(who, { ...query, group: 'ongoing', target: '50' }),
      byGroup: await app.get(Summarize).summarize(who, { ...query, groupBy: 'group' }),
      byCommune: await app
        .get(Summarize)
        .summarize(who, { ...query, groupBy: 'commune', withDenominators: true }),
    });
    const found = await sums();
    await data.query(`DELETE FROM capital.derivation WHERE name = 'standing_sum'`);
    const anew = await sums();
    await data.query(`INSERT INTO capital.derivation (name) VALUES ('standing_sum')`);
    expect({ asked: one, ...found }).toEqual({ asked: one, ...anew });
  }

  const stored = () => readDerived(district.system.data);

  it('is of whoever held the project on the day, also before a handover has been counted', async () => {
    const tinh = { type: 'current-year' as const, source: 'tinh' };
    const named = { groups: { '7000001': 'ongoing' as const, '7000004': 'completed' as const } };
    const plan = {
      ...{ type: 'plan' as const, number: '1/QĐ', date: '2023-01-05', again: 'annex' as const },
      groups: {},
    };
    const figures = {
      ...{ type: 'figures' as const, basis: 'reported' as const, coverage: 'partial' as const },
      ...named,
    };
    const reported = (code: string, office: 'north' | 'south', date: string, disbursed: number) =>
      act({
        ...figures,
        office,
        date,
        lines: { [code]: [{ ...tinh, disbursed, completed: null, advance: null }] },
      });
    await act({
      ...plan,
      lines: { '7000001': [{ ...tinh, amount: 500 }], '7000004': [{ ...tinh, amount: 500 }] },
    });
    await reported('7000001', 'north', '2023-05-31', 60);
    await reported('7000001', 'north', '2023-06-14', 90);
    await act({
      type: 'handover',
      which: 0,
      to: 'south',
      since: '2023-06-10',
      kind: 'health',
      commune: 'Xã Bình Tú',
    });

    const of = async (actor: number, day: string): Promise<(string | null)[]> =>
      (await draw({ ...ASKED, actor, asOf: plainDate(day) })).points.map(({ disbursed }) => disbursed);
    const expectRight = async () => {
      expect([await of(NORTH, '2023-06-07'), await of(SOUTH, '2023-06-07')]).toEqual([['60'], []]);
      expect([await of(NORTH, '2023-06-20'), await of(SOUTH, '2023-06-20')]).toEqual([[], ['60', '90']]);
      for (const one of EVERYBODY) await expectDerived(one);
      for (const one of EVERYBODY) await expectSummed(one);
    };
    const noted = () => district.system.data.query<object[]>('SELECT FROM projects.holder_change');
    expect(await noted()).toHaveLength(1);
    await expectRight();
    // Whoever recomputes next counts it.
    await reported('7000004', 'south', '2023-06-28', 30);
    expect(await noted()).toHaveLength(0);
    await expectRight();
    const before = await stored();
    await district.system.app.get(RebuildPositions).rebuild();
    expect(before).toEqual(await stored());
  });

  it('is of no source while it is open of which a figure is, and so again once that is taken back', async () => {
    const line = (source: string) => ({ type: 'current-year' as const, source });
    await act({
      ...{ type: 'plan', number: '1/QĐ', date: '2023-01-05', again: 'annex', groups: {} },
      lines: {
        '7000001': [
          { ...line('tinh'), amount: 300 },
          { ...line('huyen'), amount: 200 },
        ],
      },
    });
    const open = () =>
      district.system.data.query<object[]>('SELECT open FROM capital.project_course ORDER BY project_id');
    const expectOpen = async (bases: readonly string[]) => {
      expect(await open()).toEqual([{ open: bases }]);
      for (const source of ['tinh', undefined] as const)
        for (const one of EVERYBODY) await expectDerived({ ...one, source });
      const before = await stored();
      await district.system.app.get(RebuildPositions).rebuild();
      expect(before).toEqual(await stored());
    };
    await expectOpen([]);
    await act({
      ...{
        type: 'figures',
        basis: 'reported',
        coverage: 'partial',
        office: 'north',
        date: '2023-05-31',
        groups: {},
      },
      lines: { '7000001': [{ ...line('unspecified'), disbursed: 60, completed: null, advance: null }] },
    });
    await expectOpen(['reported']);
    await act({ type: 'revert', which: 1 });
    await expectOpen([]);
  });

  it(
    'is at each step what the ledgers say of it on any day, and at last what a rebuild stores',
    async () => {
      const { runs, seed, report } = longRun('courses of offices', 3, 200);
      let asked = 0;
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(question, { minLength: 40, maxLength: 40 }),
          async (steps, questions) => {
            await district.system.close();
            district = await District.start();
            for (const [index, step] of steps.entries()) {
              if (!(await act(step))) refused += 1;
              const some = questions.filter((_, at) => (at + index) % 10 === 0);
              for (const one of some) await expectDerived(one);
              if (step.type === 'handover') for (const one of EVERYBODY) await expectDerived(one);
              for (const one of step.type === 'handover'
                ? EVERYBODY.filter((_, at) => (at + index) % 2 === 0)
                : some.slice(0, 1))
                await expectSummed(one);
              asked += some.length;
            }
            const before = await stored();
            // What a holder's change left to be counted is counted by the next that recomputes; a rebuild does all.
            const open = await district.system.data.query<object[]>(
              'SELECT FROM projects.holder_change UNION ALL SELECT FROM projects.grouping_change',
            );
            await district.system.app.get(RebuildPositions).rebuild();
            if (open.length === 0) expect(before).toEqual(await stored());
            for (const one of questions.slice(0, 8)) await expectDerived(one);
          },
        ),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ curves: asked, refused, wrong: 0 });
    },
    PATIENCE,
  );
});
