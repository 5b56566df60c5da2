import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { analyzeUnknown, connect, prepared, together, withKeptPlans } from '@thongvon/platform';
import { QUESTIONS } from '../support/questions-of-each-type';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** What changes rows: how many are given as well. */
const CHANGES = [
  `INSERT INTO held (n) VALUES (1), (2), (3) RETURNING n`,
  `UPDATE held SET n = n + 10 RETURNING n`,
  `UPDATE held SET n = n WHERE n = 0`,
  `DELETE FROM held WHERE n > 11 RETURNING n`,
  `DELETE FROM held`,
  `INSERT INTO held (n) VALUES (1)`,
];

describe('statements that a connection keeps', () => {
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

  interface Kept {
    readonly statement: string;
    readonly generic_plans: string;
    readonly custom_plans: string;
  }
  const keptBy = (manager: EntityManager) =>
    manager.query<Kept[]>(
      'SELECT statement, generic_plans, custom_plans FROM pg_prepared_statements ORDER BY prepare_time',
    );

  it('give the rows that a question gets by itself, the first time and each other, also together with others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...QUESTIONS), { minLength: 2, maxLength: 12 }),
        async (asked) => {
          for (const { sql, parameters } of asked)
            expect(await prepared(data.manager).query(sql, parameters)).toEqual(
              await data.manager.query(sql, parameters),
            );
          const each = (manager: EntityManager): Promise<unknown[]> =>
            Promise.all(asked.map(({ sql, parameters }) => manager.query(sql, parameters)));
          expect(await together(prepared(data.manager), each)).toEqual(await together(data.manager, each));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('say how many rows they change, as others do', async () => {
    const answers = (choose: (manager: EntityManager) => EntityManager): Promise<unknown[]> =>
      data.transaction(async (manager) => {
        await manager.query('CREATE TEMPORARY TABLE held (n int) ON COMMIT DROP');
        const given: unknown[] = [];
        for (const sql of CHANGES) given.push(await choose(manager).query(sql));
        return given;
      });
    expect(await answers(prepared)).toEqual(await answers((manager) => manager));
  });

  it('are read once for each connection, however often they are asked', async () => {
    await data.transaction(async (manager) => {
      const before = await keptBy(manager);
      for (let n = 1; n <= 8; n += 1)
        expect(await prepared(manager).query('SELECT $1::int + 700 AS n', [n])).toEqual([{ n: n + 700 }]);
      const since = (await keptBy(manager)).slice(before.length);
      expect(since.map(({ statement }) => statement)).toEqual(['SELECT $1::int + 700 AS n']);
    });
  });

  it('are one where several are asked together', async () => {
    await data.transaction(async (manager) => {
      const before = await keptBy(manager);
      for (let n = 1; n <= 8; n += 1)
        expect(
          await together(prepared(manager), (all) =>
            Promise.all([
              all.query('SELECT $1::int + 1 AS more', [n]),
              all.query('SELECT $1::int - 1 AS less', [n]),
            ]),
          ),
        ).toEqual([[{ more: n + 1 }], [{ less: n - 1 }]]);
      const since = (await keptBy(manager)).slice(before.length);
      expect(since).toHaveLength(1);
      expect(Number(since[0]?.generic_plans)).toBeGreaterThan(0);
    });
  });

  it('are so many and no more; what is asked after them is answered as well', async () => {
    const own = await connect(database.url, 1);
    try {
      for (let n = 1; n <= 100; n += 1)
        expect(await prepared(own.manager).query(`SELECT ${n} AS n`)).toEqual([{ n }]);
      expect(await keptBy(own.manager)).toHaveLength(60);
    } finally {
      await own.destroy();
    }
  });

  it('fail as others do, and leave their connection and their text to be asked again', async () => {
    const own = await connect(database.url, 1);
    const ask = (divisor: number) => prepared(own.manager).query('SELECT 6 / $1::int AS n', [divisor]);
    const fromTable = () => prepared(own.manager).query('SELECT n FROM made_later');
    try {
      await expect(ask(0)).rejects.toMatchObject({
        name: 'QueryFailedError',
        query: 'SELECT 6 / $1::int AS n',
        parameters: [0],
        driverError: { code: '22012' },
      });
      expect(await ask(3)).toEqual([{ n: 2 }]);
      await expect(fromTable()).rejects.toMatchObject({ driverError: { code: '42P01' } });
      await own.query('CREATE TABLE made_later AS SELECT 1 AS n');
      expect(await fromTable()).toEqual([{ n: 1 }]);
    } finally {
      await own.query('DROP TABLE made_later');
      await own.destroy();
    }
  });

  it('fail once where a migration has changed their columns, and are read anew when they are asked again', async () => {
    await data.query('CREATE TABLE widened AS SELECT 1 AS n');
    const ask = () =>
      data.transaction((manager) => prepared(manager).query('SELECT * FROM widened WHERE n = $1', [1]));
    try {
      expect(await ask()).toEqual([{ n: 1 }]);
      await data.query(`ALTER TABLE widened ADD name text DEFAULT 'a'`);
      await expect(ask()).rejects.toMatchObject({ driverError: { code: '0A000' } });
      expect(await ask()).toEqual([{ n: 1, name: 'a' }]);
    } finally {
      await data.query('DROP TABLE widened');
    }
  });

  it('are read anew at once where no transaction has failed by it: a page is answered also while a migration runs', async () => {
    const own = await connect(database.url, 1);
    await own.query('CREATE TABLE widened_too AS SELECT 1 AS n');
    const page = () =>
      together(prepared(own.manager), (all) =>
        Promise.all([all.query('SELECT * FROM widened_too'), all.query('SELECT 2 AS two')]),
      );
    const alone = () => prepared(own.manager).query('SELECT * FROM widened_too');
    try {
      for (let times = 1; times <= 2; times += 1) await Promise.all([page(), alone()]);
      await own.query(`ALTER TABLE widened_too ADD name text DEFAULT 'a'`);
      expect(await alone()).toEqual([{ n: 1, name: 'a' }]);
      expect(await page()).toEqual([[{ n: 1, name: 'a' }], [{ two: 2 }]]);
      await own.query('ALTER TABLE widened_too DROP name');
      expect(await page()).toEqual([[{ n: 1 }], [{ two: 2 }]]);
      expect(await alone()).toEqual([{ n: 1 }]);
    } finally {
      await own.query('DROP TABLE widened_too');
      await own.destroy();
    }
  });

  it('are planned once for few rows; for many each time; what comes after isn’t concerned', async () => {
    await data.transaction(async (manager) => {
      const ids = async (rows: number): Promise<Kept | undefined> => {
        const sql = `SELECT ${rows} FROM capital.plan_position WHERE project_id = ANY($1)`;
        await withKeptPlans(manager, rows, async (kept) => {
          for (let times = 1; times <= 3; times += 1) await kept.query(sql, [[]]);
        });
        return (await keptBy(manager)).find(({ statement }) => statement === sql);
      };
      expect(await ids(999)).toMatchObject({ generic_plans: '3', custom_plans: '0' });
      expect(await ids(1000)).toBeUndefined();
      expect(await manager.query('SHOW plan_cache_mode')).toEqual([{ plan_cache_mode: 'auto' }]);
    });
  });

  it('know tables that have grown: of which the planner expects less than half of what was written, once', async () => {
    const table = 'written (n)';
    const expected = async (): Promise<number> => {
      const [row] = await data.query<[{ expected: number }]>(
        `SELECT reltuples AS expected FROM pg_class WHERE oid = 'written'::regclass`,
      );
      return row.expected;
    };
    const write = async (rows: number): Promise<number> => {
      await data.query('INSERT INTO written SELECT n FROM generate_series(1, $1::int) n', [rows]);
      await analyzeUnknown(data.manager, rows, [table]);
      return expected();
    };
    await data.query('CREATE TABLE written (n int) WITH (autovacuum_enabled = false)');
    try {
      expect(await write(99)).toBe(-1);
      expect(await write(101)).toBe(200);
      expect(await write(400)).toBe(200);
      expect(await write(401)).toBe(1001);
      expect(await write(999)).toBe(1001);
    } finally {
      await data.query('DROP TABLE written');
    }
  });
});
