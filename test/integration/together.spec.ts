import fc from 'fast-check';
import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { connect, together } from '@thongvon/platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { type Question, QUESTIONS } from '../support/questions-of-each-type';

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
