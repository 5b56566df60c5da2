import fc from 'fast-check';
import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { connect, together } from '@thongvon/platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

interface Question {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** One of every type that our reads give out, of no row, one or several, with parameters and without. */
const QUESTIONS: readonly Question[] = [
  {
    sql: `SELECT n AS id, 12345678901234567890::numeric(20,0) + n AS amount, NULL::numeric AS none FROM generate_series(1, $1::int) n ORDER BY n DESC`,
    parameters: [4],
  },
  {
    sql: `SELECT 9007199254740993 AS big, 0.10::numeric AS rate, count(*) FROM generate_series(1, 3)`,
    parameters: [],
  },
  {
    sql: `SELECT day, day + 1 AS next, 'infinity'::date AS last, $2::timestamptz AS at FROM unnest($1::date[]) AS day`,
    parameters: [['2023-06-21', '1899-12-31'], new Date('2023-06-21T17:00:00.123Z')],
  },
  {
    sql: `SELECT json_build_object('amount', '428137000000', 'count', 3, 'list', ARRAY[1, 2]) AS one, '[{"a": 1.50}]'::jsonb AS many`,
    parameters: [],
  },
  {
    sql: `SELECT ARRAY['a"b', NULL, 'c,d'] AS texts, ARRAY[true, false] AS truths, ARRAY[]::uuid[] AS ids`,
    parameters: [],
  },
  {
    sql: `SELECT true AS yes, NULL::boolean AS unknown, gen.* FROM (SELECT 'Dự án "số 1"' AS name) gen`,
    parameters: [],
  },
  { sql: `SELECT 1 AS never WHERE $1 = 'x'`, parameters: ['y'] },
  {
    sql: `WITH plan AS (SELECT 1 AS n UNION ALL SELECT 2) SELECT n, sum(n) OVER () AS all FROM plan ORDER BY n`,
    parameters: [],
  },
  { sql: `SELECT FROM generate_series(1, 2)`, parameters: [] },
  { sql: `SELECT n AS id, $1::text || n AS name FROM generate_series(1, 2) n`, parameters: ['a'] },
];

describe('what is asked together', () => {
  let database: TestDatabase;
  let data: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    data = await connect(database.url, 2);
  });
  afterAll(async () => {
    await data.destroy();
    await database.drop();
  });

  const ask = (manager: EntityManager, asked: readonly Question[]): Promise<unknown[]> =>
    Promise.all(asked.map(({ sql, parameters }) => manager.query<unknown>(sql, parameters)));

  /** How many statements `work` sends. */
  const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const sent = jest.spyOn(Client.prototype, 'query');
    try {
      await work();
      return sent.mock.calls.length;
    } finally {
      sent.mockRestore();
    }
  };

  it('gets the rows that each question gets by itself, whatever else is asked', async () => {
    const alone = new Map<Question, unknown>();
    for (const question of QUESTIONS) alone.set(question, (await ask(data.manager, [question]))[0]);
    const several = fc.array(fc.constantFrom(...QUESTIONS), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(several, async (asked) => {
        const answers = await together(data.manager, (all) => ask(all, asked));
        expect(answers).toEqual(asked.map((question) => alone.get(question)));
      }),
      { numRuns: 60 },
    );
  });

  it('is one statement, and what depends on an answer the next', async () => {
    expect(await statementsOf(() => together(data.manager, (all) => ask(all, QUESTIONS)))).toBe(1);
    const inTurn = (all: EntityManager) =>
      Promise.all([
        ask(all, QUESTIONS),
        all
          .query<[{ id: number }]>('SELECT 1 AS id')
          .then(([{ id }]) => all.query('SELECT $1::int AS id', [id])),
        together(all, (same) => ask(same, QUESTIONS.slice(0, 2))),
      ]);
    expect(await statementsOf(() => together(data.manager, inTurn))).toBe(2);
  });

  it('sees what its own transaction has written', async () => {
    const seen = await data.transaction(async (manager) => {
      await manager.query('CREATE TEMPORARY TABLE written (n int) ON COMMIT DROP');
      return together(manager, async (all) => {
        await all.query('INSERT INTO written VALUES (1), (2)');
        return Promise.all([
          all.query('SELECT n FROM written ORDER BY n'),
          all.query('SELECT count(*)::int FROM written'),
        ]);
      });
    });
    expect(seen).toEqual([[{ n: 1 }, { n: 2 }], [{ count: 2 }]]);
  });

  it('fails as a whole where one question fails, and leaves its connection to others', async () => {
    const failing = (all: EntityManager) =>
      Promise.allSettled([all.query('SELECT 1'), all.query('SELECT 1 / 0')]);
    for (let times = 0; times < 5; times += 1) {
      const [one, other] = await together(data.manager, failing);
      expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
      expect(one).toMatchObject({ reason: { driverError: { code: '22012' } } });
    }
    expect(await data.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
