import type { DataSource } from 'typeorm';
import {
  DrawCurve,
  ListStandings,
  RebuildPositions,
  SumFacets,
  Summarize,
  TraceFigures,
} from '@thongvon/capital';
import { AlertsModule, EvaluateWeek, GroupAlerts, ListAlerts } from '@thongvon/alerts';
import { ListBlockers, RebuildBlockers } from '@thongvon/blockers';
import { DigestModule, PreviewEdition } from '@thongvon/digest';
import { SummarizeClearance } from '@thongvon/land-clearance';
import { addDays, freezeInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { ListProjects } from '@thongvon/projects';
import { ViewReturn } from '@thongvon/returns';
import { FreezeMissingWeeks } from '@thongvon/snapshots';
import { fillLedgers } from '../../apps/standalone/demo/province/fill-ledgers';
import { makeProvince, PROVINCE_NOW } from '../../apps/standalone/demo/province/make-province';
import { ensurePeople } from '../../apps/standalone/demo/province/people';
import { statementsOf } from '../support/kept-statements';
import { readWhole } from '../support/read-whole';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** What grows with every week. */
const LEDGERS = [
  'capital.figure',
  'capital.disbursement_position',
  'capital.allocation',
  'capital.plan_position',
];
const PLAN_LEDGERS = ['capital.allocation', 'capital.plan_position'];
/** Offices and projects enough that PostgreSQL goes through a ledger where it is all needed, instead of through its index. */
const PROVINCE = makeProvince({ offices: 8, projects: 500 });
const WEEKS = 20;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const tableOf = (node: PlanNode): string => `${node.Schema ?? ''}.${node['Relation Name'] ?? ''}`;
const rowsRead = (node: PlanNode): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

/** The most rows of each table that one place of a plan read. */
function mostRead(nodes: readonly PlanNode[], most = new Map<string, number>()): Map<string, number> {
  for (const node of nodes) {
    if (node['Relation Name'] !== undefined)
      most.set(tableOf(node), Math.max(most.get(tableOf(node)) ?? 0, rowsRead(node)));
    mostRead(node.Plans ?? [], most);
  }
  return most;
}

/** More of a table than this share isn't looked up any more. */
const WHOLE = 1 / 5;

/** Tables that a plan went through, from the first row to the last or for much of what they hold. `rows`: how many each has. */
function scanned(node: PlanNode, rows: ReadonlyMap<string, number>): string[] {
  const table = tableOf(node);
  const isWhole =
    node['Node Type'] === 'Seq Scan' ||
    rowsRead(node) > WHOLE * (rows.get(table) ?? Number.POSITIVE_INFINITY);
  return [...(isWhole ? [table] : []), ...(node.Plans ?? []).flatMap((part) => scanned(part, rows))];
}

/** Figures of the last weeks became known on their own days: so many weeks are there to be frozen. */
const ENTERED_AT = new Date(PROVINCE_NOW.getTime() - 15 * 86_400_000);
/** Open blockers of as many projects. */
const BLOCKED = 100;

async function block(data: DataSource, projects: readonly string[], actorId: string): Promise<void> {
  await data.query(
    `WITH opened AS (
       INSERT INTO blockers.blocker (project_id, recorded_at) SELECT id, '2026-03-02' FROM unnest($1::uuid[]) id RETURNING id
     )
     INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, changes)
     SELECT id, 'opened', '2026-03-02', '2026-03-02', $2,
       '{"description": "Vướng giải phóng mặt bằng", "responsibleUnit": "UBND xã", "due": "2026-06-01"}'
     FROM opened`,
    [projects, actorId],
  );
}

/** The statements of pages that everybody opens, as PostgreSQL runs them (issue 8). */
describe('a page that everybody opens', () => {
  let system: TestSystem;
  let finance: Actor;
  let projectId: string;
  /** By ledger. */
  let rows: ReadonlyMap<string, number>;

  beforeAll(async () => {
    system = await startTestSystem(PROVINCE_NOW, [AlertsModule, DigestModule]);
    const { app, data } = system;
    const people = await ensurePeople(app, PROVINCE, 'a-long-password');
    finance = people.finance;
    const offices = people.reporters.map(({ organizationId, userId }) => ({
      id: organizationId,
      reporter: userId,
    }));
    const who = {
      root: people.root.organizationId,
      offices,
      finance: finance.userId,
      financeHead: people.head.userId,
    };
    const last = PROVINCE.lastDay;
    const filling = { enteredAt: ENTERED_AT, until: last, treasuryUntil: last, plans: true, weeks: WEEKS };
    const { projects } = await data.transaction((manager) =>
      fillLedgers(app, manager, PROVINCE, who, filling),
    );
    projectId = projects[0] ?? '';
    await block(data, projects.slice(0, BLOCKED), finance.userId);
    await app.get(RebuildBlockers).rebuild();
    await app.get(RebuildPositions).rebuild();
    await data.query('VACUUM ANALYZE');
    rows = new Map(
      await Promise.all(
        LEDGERS.map(async (table): Promise<[string, number]> => {
          const [row] = await data.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
          return [table, row?.count ?? 0];
        }),
      ),
    );
  });
  afterAll(() => system.close());

  const QUERY = {
    planYear: 2026,
    asOf: PROVINCE.lastDay,
    basis: 'reported',
    denominator: 'current-year-plan',
  } as const;
  const { basis: _, ...ON_DAY } = QUERY;

  /** Ledgers that statements go through whole, each with the statement. */
  async function ledgersScanned(ask: () => Promise<unknown>): Promise<string[]> {
    const found: string[] = [];
    for (const { sql, plans } of await plansOf(ask)) {
      const tables = plans.flatMap((plan) => scanned(plan, rows));
      found.push(...tables.filter((table) => rows.has(table)).map((table) => `${table}: ${sql}`));
    }
    return found;
  }

  /** Each statement with how PostgreSQL runs it. */
  async function plansOf(
    ask: () => Promise<unknown>,
  ): Promise<{ readonly sql: string; readonly plans: readonly PlanNode[] }[]> {
    const asked = await statementsOf(system.data, ask);
    expect(asked.length).toBeGreaterThan(0);
    const found = [];
    for (const { sql, parameters } of asked) {
      const [row] = await system.data.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }[]>(
        `EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) ${sql}`,
        [...parameters],
      );
      found.push({ sql, plans: (row?.['QUERY PLAN'] ?? []).map(({ Plan }) => Plan) });
    }
    return found;
  }

  const get = <T>(of: new (...args: never[]) => T): T => system.app.get(of);

  it.each<[string, () => Promise<unknown>]>([
    ['the summary', () => get(Summarize).summarize(finance, QUERY)],
    ['the summary by office', () => get(Summarize).summarize(finance, { ...QUERY, groupBy: 'owner' })],
    ['the facets', () => get(SumFacets).sum(finance, QUERY)],
    ['the facets of a source', () => get(SumFacets).sum(finance, { ...QUERY, source: 'provincial' })],
    ['the curve', () => get(DrawCurve).draw(finance, { ...QUERY, target: 95 })],
    [
      'the curve until the newest figure',
      () => {
        const { asOf: _, ...query } = QUERY;
        return get(DrawCurve).draw(finance, { ...query, target: 95 });
      },
    ],
    ['a page of the table', () => get(ListStandings).list(finance, { ...QUERY, limit: 50 })],
    [
      'a page of the table by rate',
      () => get(ListStandings).list(finance, { ...QUERY, sort: 'rate', limit: 50 }),
    ],
    ['a project', () => get(TraceFigures).trace(finance, projectId, 2026, QUERY.asOf)],
  ])('never goes through a ledger: %s', async (_, ask) => {
    expect(await ledgersScanned(ask)).toEqual([]);
  });

  it('of what isn’t stored reads the figures in force, not those before: the summary as the Treasury says', async () => {
    const found = await ledgersScanned(() =>
      get(Summarize).summarize(finance, { ...QUERY, basis: 'treasury' }),
    );
    expect(found.filter((one) => one.startsWith('capital.disbursement_position'))).toEqual([]);
  });

  it('of one project reads that project’s rows of a ledger alone, however many others there are', async () => {
    const own = new Map<string, number>();
    for (const table of LEDGERS) {
      const [row] = await system.data.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM ${table} WHERE project_id = $1`,
        [projectId],
      );
      own.set(table, row?.count ?? 0);
    }
    const plans = await plansOf(() => get(TraceFigures).trace(finance, projectId, 2026, QUERY.asOf));
    const most = mostRead(plans.flatMap((one) => one.plans));
    const tooMuch = [...own].filter(([table, rows]) => (most.get(table) ?? 0) > rows);
    expect(tooMuch).toEqual([]);
    expect([...own.values()].every((rows) => rows > 0)).toBe(true);
  });

  it('reads no ledger from end to end: a week that is frozen when it is over, and its alerts', async () => {
    const { data, clock } = system;
    const frozen = (): Promise<{ id: string }[]> =>
      data.query('SELECT id FROM snapshots.weekly_snapshot ORDER BY week');
    const evaluateNewest = async (): Promise<void> =>
      get(EvaluateWeek).run((await frozen()).at(-1)?.id ?? '');
    // Later weeks are known by now: what was known before them must be derived anew, and is no part of this.
    await clock.at(freezeInstant(addDays(QUERY.asOf, -6)), () => get(FreezeMissingWeeks).run());
    await evaluateNewest();
    const before = await frozen();
    const found = await readWhole(data, LEDGERS, async () => {
      await get(FreezeMissingWeeks).run();
      await evaluateNewest();
    });
    expect((await frozen()).length).toBeGreaterThan(before.length);
    // A week's copy holds nearly all of the plan, and what changed it is a handful of returns; neither grows with the weeks.
    expect(found.filter((table) => !PLAN_LEDGERS.includes(table))).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the register', () => get(ListProjects).list(finance, { limit: 50 })],
    ['returns', () => get(ViewReturn).list(finance, { limit: 50 })],
    [
      'a return under review',
      async () => {
        const { items } = await get(ViewReturn).list(finance, { limit: 1, kind: 'disbursement' });
        return get(ViewReturn).view(finance, items[0]?.id ?? '');
      },
    ],
    ['blockers', () => get(ListBlockers).list(finance, { ...ON_DAY, limit: 50 })],
    [
      'blockers by the capital that they hold',
      () => get(ListBlockers).list(finance, { ...ON_DAY, sort: 'capitalHeld', limit: 50 }),
    ],
    ['land clearance', () => get(SummarizeClearance).summarize(system.data.manager, finance, QUERY.asOf)],
    ['alerts', () => get(ListAlerts).list(finance, { asOf: QUERY.asOf, limit: 50 })],
    ['alerts by rule', () => get(GroupAlerts).groups(finance, { asOf: QUERY.asOf, by: 'rule', limit: 50 })],
    ['a letter of a week', () => get(PreviewEdition).preview(null)],
  ])('reads no ledger from end to end: %s', async (_, ask) => {
    expect(await readWhole(system.data, LEDGERS, ask)).toEqual([]);
  });

  it('would be found out: a ledger that is counted', async () => {
    const count = () => system.data.query('SELECT count(*) FROM capital.allocation WHERE amount <> 0');
    expect(await readWhole(system.data, LEDGERS, count)).toEqual(['capital.allocation']);
  });

  it('would be found out: what was known at an instant, and what isn’t stored, is derived from all that was ever reported', async () => {
    const known = await ledgersScanned(() =>
      get(Summarize).summarize(finance, { ...QUERY, knownAt: PROVINCE_NOW }),
    );
    const draw = () => get(DrawCurve).draw(finance, { ...QUERY, target: 95 });
    expect(await ledgersScanned(draw)).toEqual([]);
    await system.data.query('DELETE FROM capital.derivation');
    const found = [...known, ...(await ledgersScanned(draw))];
    expect([...new Set(found.map((one) => one.split(':')[0]))].sort()).toEqual([...LEDGERS].sort());
  });
});
