import { partitionByPlanYear, RebuildPositions, Summarize } from '@thongvon/capital';
import type { Actor } from '@thongvon/organizations';
import { fillLedgers } from '../../apps/standalone/demo/province/fill-ledgers';
import { makeProvince, PROVINCE_NOW } from '../../apps/standalone/demo/province/make-province';
import { ensurePeople } from '../../apps/standalone/demo/province/people';
import { readDerived } from '../support/derived-tables';
import { startTestSystem, type TestSystem } from '../support/test-system';

const province = makeProvince({ offices: 4, projects: 30 });
const TABLES = ['plan_position', 'disbursement_position', 'project_standing'];

/** An installation that is divided by plan years while it has data (issue 8, docs/adr/0198). */
describe('partitions of the derived tables', () => {
  let system: TestSystem;
  let finance: Actor;

  beforeAll(async () => {
    system = await startTestSystem(PROVINCE_NOW);
    const { app, data } = system;
    const people = await ensurePeople(app, province, 'a-long-password');
    finance = people.finance;
    const who = {
      root: people.root.organizationId,
      offices: people.reporters.map(({ organizationId: id, userId: reporter }) => ({ id, reporter })),
      finance: finance.userId,
      financeHead: people.head.userId,
    };
    const last = province.lastDay;
    const filling = { enteredAt: PROVINCE_NOW, until: last, treasuryUntil: last, plans: true, weeks: 60 };
    await data.transaction((manager) => fillLedgers(app, manager, province, who, filling));
    await app.get(RebuildPositions).rebuild();
  });
  afterAll(() => system.close());

  const divide = () => system.data.transaction((manager) => partitionByPlanYear(manager));
  const summary = () =>
    system.app.get(Summarize).summarize(finance, {
      planYear: 2026,
      asOf: province.lastDay,
      basis: 'reported',
      denominator: 'current-year-plan',
      groupBy: 'owner',
    });

  /** Keys, references and comments, of the tables and of what other rooms read of them. */
  const described = () =>
    system.data.query<{ what: string }[]>(
      `SELECT conname || ' ' || pg_get_constraintdef(oid) AS what FROM pg_constraint WHERE conrelid = ANY($1::regclass[]) AND contype <> 'n'
       UNION ALL
       SELECT c.relname || ' ' || a.attname || ' ' || coalesce(col_description(c.oid, a.attnum), '')
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.oid = ANY($1::regclass[])
       UNION ALL
       SELECT relname || ' ' || coalesce(obj_description(oid), '') FROM pg_class
       WHERE oid = ANY($1::regclass[]) OR oid = 'capital.plan_position_ref'::regclass
       UNION ALL
       SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = ANY($1::regclass[])
       ORDER BY what`,
      [TABLES.map((table) => `capital.${table}`)],
    );

  it('hold what the tables held, and answer as they did, also derived anew', async () => {
    const before = {
      rows: await readDerived(system.data),
      answer: await summary(),
      described: await described(),
    };
    const made = await divide();
    expect(made).toEqual(
      expect.arrayContaining(TABLES.flatMap((table) => [`capital.${table}_2025`, `capital.${table}_2026`])),
    );
    const now = async () => ({
      rows: await readDerived(system.data),
      answer: await summary(),
      described: await described(),
    });
    expect(await now()).toEqual(before);
    await system.app.get(RebuildPositions).rebuild();
    expect(await now()).toEqual(before);
  });

  it('are made once, and of a year to come when it has rows', async () => {
    await divide();
    expect(await divide()).toEqual([]);
    await system.data.query(
      `INSERT INTO capital.plan_position SELECT project_id, 2031, plan_type, source_code, valid_from, valid_to, amount, allocation_id
       FROM capital.plan_position WHERE plan_year = 2026`,
    );
    const count = 'SELECT plan_year, count(*)::int AS rows FROM capital.plan_position GROUP BY 1 ORDER BY 1';
    const before = await system.data.query(count);
    expect(await divide()).toEqual(['capital.plan_position_2031']);
    expect(await system.data.query(count)).toEqual(before);
    expect(await system.data.query('SELECT FROM capital.plan_position_other_years')).toEqual([]);
  });

  it('leave a question of one year to the partition of that year', async () => {
    await divide();
    const plan = await system.data.query<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN SELECT * FROM capital.disbursement_position WHERE plan_year = 2026 AND basis = 'reported'`,
    );
    const read = [
      ...plan
        .map((row) => row['QUERY PLAN'])
        .join(' ')
        .matchAll(/disbursement_position_\d{4}\b/g),
    ];
    expect(new Set(read.map(([name]) => name))).toEqual(new Set(['disbursement_position_2026']));
  });
});
