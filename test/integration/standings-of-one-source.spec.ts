import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { type Derived, kindsOfStandingSql, standingsOfOneSql, standingsSql } from '@thongvon/capital';
import { Conditions } from '@thongvon/platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** What is derived of a project: its plan in force, and its figures. */
interface Positions {
  readonly plan: readonly PlanLine[];
  readonly figures: readonly FigureLine[];
}

interface PlanLine {
  readonly type: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

interface FigureLine {
  readonly type: string;
  readonly basis: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly disbursed: number | null;
  readonly completed: number | null;
  readonly advance: number | null;
}

const SOURCES = ['tinh', 'huyen', 'unspecified'];
/** Mostly what makes a project one of one source; each other way to have it must be met as well. */
const source = (named: string) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(named, 'unspecified') },
    { weight: 1, arbitrary: fc.constantFrom(...SOURCES) },
  );
const type = fc.oneof(
  { weight: 30, arbitrary: fc.constant('current-year') },
  { weight: 1, arbitrary: fc.constant('carried-over') },
);
const day = (most: number) =>
  fc.nat({ max: most }).map((nth) => new Date(Date.UTC(2023, 0, 4 + nth)).toISOString().slice(0, 10));
const amount = fc.option(fc.constantFrom(0, 5, 7, 40), { nil: null, freq: 6 });

/** From each day to the next, and from the last on; or, seldom, not so long. */
const spans = (days: readonly string[], ends: boolean) =>
  days.toSorted().map((from, at, all) => ({ from, to: all[at + 1] ?? (ends ? '2024-01-01' : 'infinity') }));

const planOf = (named: string): fc.Arbitrary<PlanLine[]> =>
  fc
    .uniqueArray(
      fc.record({
        type,
        source: fc.oneof(
          { weight: 9, arbitrary: fc.constant(named) },
          { weight: 1, arbitrary: source(named) },
        ),
        days: fc.uniqueArray(day(330), { minLength: 1, maxLength: 3 }),
        ends: fc.nat({ max: 8 }).map((n) => n === 0),
        amounts: fc.array(fc.constantFrom(0, 100, 100, 250), { minLength: 3, maxLength: 3 }),
      }),
      { selector: (one) => `${one.type} ${one.source}`, minLength: 0, maxLength: 2 },
    )
    .map((chains) =>
      chains.flatMap(({ type, source, days, ends, amounts }) =>
        spans(days, ends).map((span, at) => ({ type, source, ...span, amount: amounts[at] ?? 0 })),
      ),
    );

/** One return speaks for a date, with all its sources. */
const figuresOf = (named: string): fc.Arbitrary<FigureLine[]> =>
  fc
    .uniqueArray(
      fc.record({
        type,
        basis: fc.constantFrom('reported', 'reported', 'reported', 'treasury'),
        dates: fc.uniqueArray(
          fc.record({
            on: day(60),
            lines: fc.uniqueArray(
              fc.record({ source: source(named), disbursed: amount, completed: amount, advance: amount }),
              { selector: (line) => line.source, minLength: 1, maxLength: 2 },
            ),
          }),
          { selector: ({ on }) => on, minLength: 1, maxLength: 6 },
        ),
      }),
      { selector: (one) => `${one.type} ${one.basis}`, maxLength: 2 },
    )
    .map((chains) =>
      chains.flatMap(({ type, basis, dates }) => {
        const ofDays = spans(
          dates.map(({ on }) => on),
          false,
        );
        return dates.flatMap(({ on, lines }) =>
          ofDays
            .filter(({ from }) => from === on)
            .flatMap((span) => lines.map((line) => ({ type, basis, ...span, ...line }))),
        );
      }),
    );

const project: fc.Arbitrary<Positions> = fc
  .constantFrom(...SOURCES)
  .chain((named) => fc.record({ plan: planOf(named), figures: figuresOf(named) }));

/** A project with one source, of which its figures say nothing, and the source's own figures. */
const PLAIN: Positions = {
  plan: [{ type: 'current-year', source: 'tinh', from: '2023-01-04', to: 'infinity', amount: 100 }],
  figures: [
    { from: '2023-02-01', to: '2023-02-15', source: 'unspecified', disbursed: 5 },
    { from: '2023-02-15', to: 'infinity', source: 'tinh', disbursed: 40 },
    { from: '2023-02-15', to: 'infinity', source: 'unspecified', disbursed: 7 },
  ].map((line) => ({ type: 'current-year', basis: 'reported', completed: null, advance: 0, ...line })),
};

/** Its plan names no source; the Treasury once split the very sum that was reported then. */
const SPLIT_BY_TREASURY: Positions = {
  plan: [{ type: 'current-year', source: 'unspecified', from: '2023-02-05', to: 'infinity', amount: 100 }],
  figures: [
    { basis: 'treasury', from: '2023-01-18', to: '2023-01-30', source: 'tinh', disbursed: 40 },
    { basis: 'treasury', from: '2023-01-30', to: 'infinity', source: 'unspecified', disbursed: 7 },
    { basis: 'reported', from: '2023-01-20', to: '2023-02-07', source: 'unspecified', disbursed: 40 },
    { basis: 'reported', from: '2023-02-07', to: 'infinity', source: 'unspecified', disbursed: 47 },
  ].map((line) => ({ type: 'current-year', completed: null, advance: 0, ...line })),
};

describe('standings of projects with one source', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const write = async (id: string, { plan, figures }: Positions): Promise<void> => {
    await client.query(
      `INSERT INTO capital.plan_position (project_id, plan_year, plan_type, source_code, valid_from, valid_to, amount, allocation_id)
       SELECT $1, 2023, type, source, "from", "to", amount, 0
       FROM jsonb_to_recordset($2) AS line (type text, source text, "from" date, "to" date, amount numeric)`,
      [id, JSON.stringify(plan)],
    );
    await client.query(
      `INSERT INTO capital.disbursement_position (project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to,
         disbursed, completed, advance, figure_id)
       SELECT $1, 2023, type, basis, source, "from", "to", disbursed, completed, advance, 0
       FROM jsonb_to_recordset($2) AS line (type text, basis text, source text, "from" date, "to" date, disbursed numeric,
         completed numeric, advance numeric)`,
      [id, JSON.stringify(figures)],
    );
  };

  const rows = async (ids: readonly string[], sql: (derived: Derived) => string): Promise<string[]> => {
    const parameters = new Conditions();
    const text = sql({
      planYear: 2023,
      ids: `${parameters.parameter(ids)}::uuid[]`,
      parameters,
    });
    const { rows } = await client.query<{ row: string }>(
      `SELECT standing::text AS row FROM (${text}) standing ORDER BY project_id, source_code, counted`,
      [...parameters.parameters],
    );
    return rows.map(({ row }) => row);
  };

  /** How many rows it compared. */
  const compare = async (projects: readonly Positions[]): Promise<number> => {
    const all = projects.map((positions) => ({ id: randomUUID(), positions }));
    await client.query('TRUNCATE capital.plan_position, capital.disbursement_position');
    for (const { id, positions } of all) await write(id, positions);
    const { rows: kinds } = await client.query<{ id: string; own: boolean; one: boolean }>(
      `SELECT project_id AS id, is_own AS own, of_one AS one FROM (${kindsOfStandingSql('$1', '$2')}) kinds`,
      [all.map(({ id }) => id), [2023]],
    );
    const own = kinds.flatMap(({ id, own }) => (own ? [id] : []));
    expect(await rows(own, (derived) => standingsSql(derived, true))).toEqual(
      await rows(own, (derived) => standingsSql(derived, false)),
    );
    const ofOne = kinds.flatMap(({ id, one }) => (one ? [id] : []));
    const short = await rows(ofOne, standingsOfOneSql);
    expect(short).toEqual(await rows(ofOne, (derived) => standingsSql(derived, false)));
    return short.length;
  };

  it('are two rows, over all sources and of it, and say which amounts follow from the plan', async () => {
    expect(await compare([PLAIN])).toBe(2);
  });

  it('are not those of a project whose plan names none, where the Treasury has split what was reported', async () => {
    expect(await compare([SPLIT_BY_TREASURY])).toBe(0);
    const plan = SPLIT_BY_TREASURY.plan.map((line) => ({ ...line, source: 'tinh' }));
    expect(await compare([{ ...SPLIT_BY_TREASURY, plan }])).toBe(2);
  });

  it('are what all ways to count any project give of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(project, { minLength: 30, maxLength: 30 }), async (projects) => {
        await compare(projects);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
