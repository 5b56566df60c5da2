import fc from 'fast-check';
import { CRASH_POINTS } from '@thongvon/platform';
import { longRun } from '../long/long-run';
import type { TestDatabase } from '../support/test-database';
import { Spares, type Death } from './support/mortal-program';
import { PLANS, WEEKS } from './support/month';
import { prepareOffices, tryWith, type Outcome } from './support/trial';

const STEPS = [
  'received → received',
  'start-reading → reading',
  'find-ready → ready',
  'submit → submitted',
  'approve → approved',
];

jest.setTimeout(900_000);

describe('the system, ended at a bad moment and started again,', () => {
  let spares: Spares;
  let offices: TestDatabase;
  /** The month without a death. */
  let undisturbed: Outcome;

  beforeAll(async () => {
    spares = new Spares();
    offices = await prepareOffices();
    undisturbed = await tryWith(spares, offices, []);
  });
  afterAll(async () => {
    spares.discard();
    await offices.drop();
  });

  /** What must be so whatever has happened. */
  function expectAllIsRight({ summary, books, positions, rebuilt }: Outcome): void {
    expect(summary).toMatchObject({ planned: '428137000000', disbursed: '223422000000', rate: '52.18' });
    expect(books).toEqual(undisturbed.books);
    expect(positions).toEqual(rebuilt);
  }

  it('has something to be compared with: each return approved once, by possible steps, and nothing left to do', () => {
    const { books, positions, kills } = undisturbed;
    expect(kills).toBe(0);
    expectAllIsRight(undisturbed);
    expect(books.returns.map(({ file_name }) => file_name)).toEqual(
      [...WEEKS, ...PLANS].map((name) => `${name}.xlsx`),
    );
    for (const row of books.returns) {
      expect(row).toMatchObject({ status: 'approved', history: STEPS, effects: [true] });
    }
    expect(books.audit).toHaveLength(3 * books.returns.length);
    expect(books.audit.every(({ times }) => times === 1)).toBe(true);
    expect(books).toMatchObject({ falsifiedFiles: 0, openWork: [] });
    expect(books.figures.length).toBeGreaterThan(100);
    for (const rows of Object.values(positions)) expect(rows).not.toHaveLength(0);
  });

  const halves = longRun('kills at points', 1, 2);
  // In the order in which the month reaches them: another one would wait for what is over.
  const months = [CRASH_POINTS.slice(0, 4), CRASH_POINTS.slice(4)].filter(
    (_, half) => halves.runs > 1 || half === halves.seed % 2,
  );
  let killedAtPoints = 0;

  // Four deaths in a month, one after the other: the month is what takes time.
  it.each(months)(
    'ends the month right when it is killed at each of the points %j, %j, %j, and %j',
    async (...points) => {
      // The third time, both plans are there and the board's returns are under way.
      const deaths = points.map((at, index): Death => ({ at, nth: index === 0 ? 3 : 1 }));
      const outcome = await tryWith(spares, offices, deaths);
      expect(outcome.kills).toBe(points.length);
      expectAllIsRight(outcome);
      killedAtPoints += outcome.kills;
    },
  );
  afterAll(() => halves.report({ 'month ended right': killedAtPoints }));

  it('ends the month right when it and its children are asked to stop in the midst of reading', async () => {
    const deaths = [20, 80].map((stopAfter): Death => ({ at: 'reading', nth: 1, stopAfter }));
    const outcome = await tryWith(spares, offices, deaths);
    expect(outcome).toMatchObject({ stops: deaths.length, kills: 0 });
    expectAllIsRight(outcome);
  });

  const { runs, seed, report } = longRun('kills at random moments', 3, 50);

  it(`ends the month right when it is killed at ${runs} random moments (seed ${seed})`, async () => {
    // Until it is half-way through the month; later and later in one month, else a slow machine would get nowhere.
    const halfWay = undisturbed.upAfter + undisturbed.took / 2;
    const permille = fc.noBias(fc.integer({ min: 0, max: 1000 }));
    const moments = fc.sample(permille, { seed, numRuns: 20 * runs });
    const deaths = (): Death[] =>
      moments.splice(0, runs - kills).map((moment, nth) => ({
        after: (moment / 1000) * halfWay * (1 + nth / 4),
        alone: nth % 2 === 0,
      }));
    let kills = 0;
    while (kills < runs) {
      const outcome = await tryWith(spares, offices, deaths());
      expectAllIsRight(outcome);
      kills += outcome.kills;
    }
    report({ 'month ended right': kills });
  });
});
