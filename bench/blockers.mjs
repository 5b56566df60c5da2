// A list of 10 000 blockers, filtered and sorted in every way that a page offers, with the capital that each holds.
import { percentile, timed } from './measure.mjs';
import { load } from './program.mjs';
import { ms } from './results.mjs';
import { BOARD, importReturn, startSystem, withContext } from './system.mjs';
import { sized } from './rehearsal.mjs';
import { planWorkbook, returnWorkbook } from './workbooks.mjs';

const BLOCKERS = sized(10_000, 100);
const PROJECTS = sized(1_000, 20);
const ROUNDS = sized(20, 1);
/** Milliseconds for one page, at the 95th percentile. */
const GOAL = 50;
const ON = { asOf: '2023-12-31', planYear: 2023, denominator: 'current-year-plan', limit: 100 };

/** Each a question that people ask of the list. */
const QUESTIONS = {
  'all by due date': {},
  'overdue by capital held': { state: 'overdue', sort: 'capitalHeld' },
  'of a cause, oldest first': { cause: 'land-price', sort: 'openedOn' },
  'of a unit': { responsibleUnit: 'UBND xa 7' },
  'with words without accents': { q: 'giai phong mat bang doan 42' },
  'without action for two weeks': { attention: 'no-action', sort: 'capitalHeld' },
};

export async function benchBlockers() {
  const system = await startSystem();
  try {
    const { board, finance, head, databaseUrl } = system;
    await importReturn(
      { sender: finance, finance: head },
      await planWorkbook({ projects: PROJECTS, owner: BOARD }),
    );
    await importReturn({ sender: board, finance }, await returnWorkbook({ projects: PROJECTS, week: 1 }));
    return await withContext(databaseUrl, [load('libs/blockers').BlockersModule], measure);
  } finally {
    await system.stop();
  }
}

async function measure(app) {
  const { DataSource } = await import('typeorm');
  const data = app.get(DataSource);
  await makeBlockers(data);
  const { ListBlockers, RebuildBlockers } = load('libs/blockers');
  await app.get(RebuildBlockers).rebuild();
  await data.query('ANALYZE');
  const actor = await officerOf(data);
  const results = [];
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const ask = () => app.get(ListBlockers).list(actor, { ...ON, ...question });
    const { total } = await ask();
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timed(ask));
    const p95 = percentile(times, 0.95);
    results.push({
      what: `page of ${BLOCKERS.toLocaleString('en')} blockers, ${name} (${total.toLocaleString('en')} found), p95`,
      goal: `≤ ${GOAL} ms`,
      measured: ms(p95),
      verdict: p95 <= GOAL ? 'met' : 'missed',
    });
  }
  return results;
}

/** Opened by hand through a year, with causes, units and due dates of all kinds, every tenth closed. */
async function makeBlockers(data) {
  const [{ id: actor }] = await data.query(
    `SELECT id FROM organizations.user_account WHERE role = 'reporter'`,
  );
  await data.query(
    `INSERT INTO blockers.blocker (project_id, recorded_at)
     SELECT p.id, '2023-06-01' FROM generate_series(1, $1::int) n
       JOIN (SELECT id, row_number() OVER (ORDER BY id) AS row, count(*) OVER () AS all FROM projects.project) p ON p.row = n % p.all + 1`,
    [BLOCKERS],
  );
  const causes = ['land-price', 'resettlement', 'household-disagreement', 'utilities', 'unclassified'];
  await data.query(
    `INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, changes)
     SELECT id, 'opened', '2023-01-01'::date + n % 300, '2023-06-01'::timestamptz, $1, jsonb_build_object(
       'description', 'Vướng giải phóng mặt bằng đoạn ' || n, 'cause', ($2::text[])[1 + n % 5],
       'responsibleUnit', 'UBND xã ' || n % 40, 'due', '2023-06-01'::date + n % 400)
     FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM blockers.blocker) b`,
    [actor, causes],
  );
  await data.query(
    `INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, text)
     SELECT id, CASE WHEN n % 10 = 0 THEN 'closed' ELSE 'work' END, '2023-11-01'::date + n % 60, '2023-12-30', $1, 'việc đã làm'
     FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM blockers.blocker) b WHERE n % 2 = 0`,
    [actor],
  );
}

async function officerOf(data) {
  const [officer] = await data.query(
    `SELECT id AS "userId", role, organization_id AS "organizationId" FROM organizations.user_account WHERE role = 'finance-officer'`,
  );
  const offices = await data.query('SELECT id FROM organizations.organization');
  return { ...officer, scope: offices.map(({ id }) => id) };
}
