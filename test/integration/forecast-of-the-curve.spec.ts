import fc from 'fast-check';
import { DrawCurve, RebuildPositions } from '@thongvon/capital';
import { daysBetween, DENOMINATORS, plainDate } from '@thongvon/kernel';
import { disbursementReading, planReading } from '../factories/reading';
import { longRun, PATIENCE } from '../long/long-run';
import { readDerived } from '../support/derived-tables';
import { forecasts } from '../support/portfolio/check-stored';
import { District } from '../support/portfolio/district';
import { type Action, OFFICES, PROJECTS } from '../support/portfolio/portfolio';
import { DAY, StandingProjects } from '../support/standing-projects';

describe('the forecast of a project on the curve', () => {
  let projects: StandingProjects;
  beforeAll(async () => {
    projects = await StandingProjects.start();
  });
  afterAll(() => projects.close());

  it.each([
    ['in integers, of amounts as they are', 1_000_000_000_000],
    ['of amounts past what integers hold on the way', 3_000_000_000_000_000],
  ])('goes on week by week at each pace, rounded half up: %s', async (_, planned) => {
    const code = planned > 1e15 ? '7000008' : '7000007';
    const [first, last] = [planned / 10 + 1, planned / 10 + 1 + planned / 50 - 3];
    await projects.approve(
      planReading(
        { number: `${code}/QĐ`, date: '2023-01-06', mode: 'initial' },
        { [code]: { tinh: planned } },
      ),
    );
    const before = await projects.curve();
    for (const [asOf, disbursed] of [
      ['2023-05-31', first],
      ['2023-06-28', last],
    ] as const)
      await projects.approve(disbursementReading(asOf, { [code]: [{ disbursed }] }, { coverage: 'partial' }));
    const [own] = await projects.list({ q: code });
    const after = await projects.curve([own?.id ?? '']);
    const at = (asOf: string, quarters: bigint): bigint => {
      const days = BigInt(daysBetween(DAY, plainDate(asOf)));
      const more = (BigInt(last - first) * days * quarters * 2n + 28n * 4n) / (28n * 4n * 2n);
      return more > BigInt(planned - last) ? BigInt(planned) : BigInt(last) + more;
    };
    expect(after.forecast.length).toBeGreaterThan(30);
    for (const [nth, { asOf, ...sums }] of after.forecast.entries()) {
      const others = before.forecast[nth];
      const own = (sum: string | null, other: string | null | undefined) =>
        BigInt(sum ?? 0) - BigInt(other ?? 0);
      expect({
        asOf,
        keepingPace: own(sums.keepingPace, others?.keepingPace),
        threeQuarters: own(sums.blockedAtThreeQuarters, others?.keepingPace),
        half: own(sums.blockedAtHalf, others?.keepingPace),
        quarter: own(sums.blockedAtQuarter, others?.keepingPace),
        standStill: own(sums.blockedStandStill, others?.keepingPace),
      }).toEqual({
        asOf,
        keepingPace: at(asOf, 4n),
        threeQuarters: at(asOf, 3n),
        half: at(asOf, 2n),
        quarter: at(asOf, 1n),
        standStill: BigInt(last),
      });
    }
  });
});

const WEEKS = ['2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21', '2023-06-28'] as const;
const NAMED = PROJECTS.slice(0, 4);
const SOURCES = ['unspecified', 'tinh'] as const;

/** What a project is assigned, and by how much it moves in each week; null: nobody reports on it. */
const course = fc.record({
  assigned: fc.integer({ min: 1, max: 700 }),
  source: fc.constantFrom(...SOURCES),
  moves: fc.array(fc.option(fc.integer({ min: 0, max: 90 }), { freq: 5 }), { minLength: 5, maxLength: 5 }),
});

/** A plan, then weeks of returns by each office, with something taken back now and then. */
const history = fc
  .tuple(fc.tuple(course, course, course, course), fc.array(fc.nat({ max: 12 }), { maxLength: 2 }))
  .map(([courses, reverted]): Action[] => {
    const of = (place: number) => courses[place] ?? courses[0];
    const line = (place: number) => ({ type: 'current-year' as const, source: of(place).source });
    const plan: Action = {
      ...{ type: 'plan', number: '1/QĐ', date: '2023-01-05', again: 'annex', groups: {} },
      lines: Object.fromEntries(
        NAMED.map(({ code }, place) => [code, [{ ...line(place), amount: of(place).assigned }]]),
      ),
    };
    const weeks = WEEKS.flatMap((date, week) =>
      OFFICES.flatMap((office): Action[] => {
        const lines = NAMED.flatMap((project, place) => {
          const { moves } = of(place);
          if (project.office !== office || moves[week] === null) return [];
          const disbursed = moves.slice(0, week + 1).reduce<number>((sum, move) => sum + (move ?? 0), 0);
          return [[project.code, [{ ...line(place), disbursed, completed: null, advance: null }]] as const];
        });
        const said = {
          type: 'figures',
          basis: 'reported',
          office,
          date,
          coverage: 'partial',
          groups: {},
        } as const;
        return lines.length === 0 ? [] : [{ ...said, lines: Object.fromEntries(lines) }];
      }),
    );
    const back = reverted.map((which): Action => ({ type: 'revert', which: which + 1 }));
    return [plan, ...weeks, ...back];
  });

/** Stored by office (ADR 0216), summed for an office of which nothing is stored, or derived: the same to the đồng. */
describe('the forecast of offices on the curve', () => {
  async function expectForecast(district: District, days: readonly string[]): Promise<number> {
    const { app, clock } = district.system;
    let compared = 0;
    for (const [nth, actor] of district.actors.entries())
      for (const [place, day] of days.entries()) {
        const denominator = DENOMINATORS[(nth + place) % DENOMINATORS.length] ?? 'all-plan';
        for (const source of [undefined, 'tinh']) {
          const query = {
            ...{ planYear: 2023, asOf: plainDate(day), basis: 'reported' as const, denominator },
            ...(source === undefined ? {} : { source }),
          };
          compared += await forecasts({
            district,
            actor,
            query,
            approved: [],
            slice: {},
            projects: [],
            which: nth,
          });
          const draw = (of: object) => app.get(DrawCurve).draw(actor, { ...query, ...of, target: 95 });
          expect({ query, nth, ...(await draw({})) }).toEqual({
            query,
            nth,
            ...(await draw({ knownAt: clock.now() })),
          });
        }
      }
    return compared;
  }

  async function expectHistory(actions: readonly Action[]): Promise<number> {
    const district = await District.start();
    try {
      let compared = 0;
      for (const [step, action] of actions.entries()) {
        await district.act(action);
        if (step % 4 === 3) compared += await expectForecast(district, ['2023-06-28']);
      }
      compared += await expectForecast(district, ['2023-06-20', '2023-06-28', '2023-07-05', '2024-02-09']);
      const stored = await readDerived(district.system.data);
      await district.system.app.get(RebuildPositions).rebuild();
      expect(await readDerived(district.system.data)).toEqual(stored);
      return compared;
    } finally {
      await district.system.close();
    }
  }

  it(
    'is what each project gains by itself, added up week by week, whatever has been reported',
    async () => {
      const { runs, seed, report } = longRun('forecasts of offices', 3, 150);
      let weeks = 0;
      await fc.assert(
        fc.asyncProperty(history, async (actions) => {
          weeks += await expectHistory(actions);
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ weeks, wrong: 0 });
    },
    PATIENCE,
  );
});
