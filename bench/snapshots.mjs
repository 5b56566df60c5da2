// Freezing the week of 5 000 projects of 60 organisations, looking at it for alerts and writing its letter: quick, and no slower for the
// weeks that lie behind. `--projects=N` and `--weeks=W` make it another size.
import { timed } from './measure.mjs';
import { load } from './program.mjs';
import { ms, ratio } from './results.mjs';
import { sized } from './rehearsal.mjs';
import { withDatabase } from './system.mjs';

const option = (name) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]);
const PROJECTS = option('projects') || sized(5_000, 50);
const ORGANIZATIONS = sized(60, 5);
const BLOCKERS = sized(1_000, 10);
const WEEKS = option('weeks') || sized(26, 6);
/** The weeks whose cost is compared with that of the last ones. */
const EARLY = [3, 4, 5];
const LATE = [WEEKS - 2, WEEKS - 1, WEEKS];
/** Milliseconds for freezing a week, its alerts and a leader's letter; of a country's projects a minute (issue 8). */
const GOAL = PROJECTS <= 5_000 ? 10_000 : 60_000;
/** Above this it would not be flat. */
const FLAT = 1.5;
/** Cut-off of the first week. */
const FIRST_WEEK = '2023-02-02';

export async function benchSnapshots() {
  const modules = [
    load('libs/snapshots').SnapshotsModule,
    load('libs/alerts').AlertsModule,
    load('libs/digest').DigestModule,
    load('libs/capital').CapitalModule,
    load('libs/blockers').BlockersModule,
  ];
  const { times, alerts, letter } = await withDatabase(modules, freezeWeekByWeek);
  const [early, late] = [EARLY, LATE].map((weeks) => Math.min(...weeks.map((week) => times[week - 1])));
  const register = `${PROJECTS.toLocaleString('en')} projects × ${ORGANIZATIONS} organisations`;
  return [
    {
      what: `freezing a week of ${register}, its alerts and a letter about all of it, after ${WEEKS} weeks`,
      goal: `≤ ${ms(GOAL)}`,
      measured: `${ms(late + alerts + letter)} (freezing ${ms(late)}, alerts ${ms(alerts)}, letter ${ms(letter)})`,
      verdict: late + alerts + letter <= GOAL ? 'met' : 'missed',
    },
    ratio(`freezing after ${WEEKS} weeks ÷ after ${EARLY.at(-1)}`, late, early, FLAT),
  ];
}

/** How long the freezing of each week took, and the alerts and the letter of the last one, in milliseconds. */
async function freezeWeekByWeek(app) {
  const { DataSource } = await import('typeorm');
  const { addDays, freezeInstant, plainDate } = load('libs/kernel');
  const { SystemClock } = load('libs/platform');
  const { FreezeMissingWeeks } = load('libs/snapshots');
  const data = app.get(DataSource);
  await makeRegister(data);
  await makePlan(data);
  await makeBlockers(data);
  await app.get(load('libs/capital').RebuildPositions).rebuild();
  await app.get(load('libs/blockers').RebuildBlockers).rebuild();
  const times = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const cutOff = addDays(plainDate(FIRST_WEEK), 7 * week);
    await report(data, cutOff, week);
    // Not each week: statistics lag behind in operation as well, by all rows or by some weeks.
    if (week === 0 || week === WEEKS - 3) await data.query('ANALYZE');
    const freeze = () => app.get(FreezeMissingWeeks).run();
    times.push(await timed(() => app.get(SystemClock).at(freezeInstant(cutOff), freeze)));
    if (week < WEEKS - 1) await lookAtLatest(app, data);
  }
  const [{ frozen }] = await data.query('SELECT count(*)::int AS frozen FROM snapshots.weekly_snapshot');
  if (frozen !== WEEKS) throw new Error(`${frozen} of ${WEEKS} weeks are frozen`);
  const alerts = await timed(() => lookAtLatest(app, data));
  const letter = await timed(() => app.get(load('libs/digest').PreviewEdition).preview(null));
  return { times, alerts, letter };
}

/** Lets the rules of alerts look at the week, as the worker does before the next one comes. */
async function lookAtLatest(app, data) {
  const [{ id }] = await data.query('SELECT id FROM snapshots.weekly_snapshot ORDER BY week DESC LIMIT 1');
  await app.get(load('libs/alerts').EvaluateWeek).run(id);
}

async function makeRegister(data) {
  await data.query(
    `INSERT INTO organizations.organization (name, name_key, kind, effective_from)
     VALUES ('UBND huyện Thử', 'ubnd huyen thu', 'peoples-committee', '2020-01-01')`,
  );
  await data.query(
    `INSERT INTO organizations.organization (name, name_key, kind, parent_id, commune, reports, effective_from)
     SELECT 'Ban QLDA số ' || n, 'ban qlda so ' || n, 'project-management-board', d.id, 'xã ' || n, true, '2020-01-01'
     FROM generate_series(1, $1::int) n CROSS JOIN organizations.organization d`,
    [ORGANIZATIONS],
  );
  await data.query(
    `INSERT INTO reporting_duties.reporting_duty (organization_id, effective_from, kinds, recorded_at)
     SELECT id, '2020-01-01', ARRAY['disbursement'], '2020-01-01' FROM organizations.organization WHERE reports`,
  );
  await data.query(
    `INSERT INTO organizations.user_account (email, name, name_key, role, organization_id, password_hash, created_at)
     SELECT email, email, email, role, id, '-', now() FROM organizations.organization
       CROSS JOIN (VALUES ('leader@thongvon.test', 'leader'), ('finance@thongvon.test', 'finance-officer')) account (email, role)
     WHERE NOT reports`,
  );
  await data.query(
    `INSERT INTO projects.project (code, name, name_key, kind, owner_id, registered_by, commune, created_at)
     SELECT (7000000 + n)::text, 'Dự án ' || n, 'du an ' || n, (ARRAY['road', 'bridge', 'cemetery'])[1 + n % 3], o.id, o.id,
       o.commune, '2022-12-01'
     FROM generate_series(1, $1::int) n
       JOIN (SELECT *, row_number() OVER (ORDER BY id) AS row FROM organizations.organization WHERE reports) o ON o.row = n % $2::int + 1`,
    [PROJECTS, ORGANIZATIONS],
  );
  await data.query(
    `INSERT INTO projects.capital_source (code, label) VALUES ('province', 'Ngân sách tỉnh'), ('district', 'Ngân sách huyện')`,
  );
  await data.query(`INSERT INTO returns.stored_file (sha256, size, bytes) VALUES ('-', 0, '')`);
}

const accountOf = (role) => `(SELECT id FROM organizations.user_account WHERE role = '${role}')`;

/** A return of every organisation with its own file, read and approved on a day. Its id is the organisation's in `sent`. */
const RETURNS = `
  file AS (
    INSERT INTO returns.stored_file (sha256, size, bytes)
    SELECT $1 || id, 0, '' FROM organizations.organization RETURNING sha256
  ),
  sent AS (
    INSERT INTO returns.return (organization_id, uploaded_by, approved_by, file_sha256, file_name, status, kinds, as_of, plan_year, coverage,
      received_at)
    SELECT o.id, ${accountOf('leader')}, ${accountOf('finance-officer')}, $1 || o.id, 'made.xlsx', 'approved', ARRAY[$2], $3::date, 2023,
      'full', $4::timestamptz FROM organizations.organization o WHERE $1 || o.id IN (SELECT sha256 FROM file)
    RETURNING id, organization_id
  ),
  event AS (
    INSERT INTO returns.return_event (return_id, type, status, at) SELECT id, 'approve', 'approved', $4::timestamptz FROM sent
  ),
  effect AS (
    INSERT INTO returns.return_effect (return_id, at, effective) SELECT id, $4::timestamptz, true FROM sent
  )`;

/** This year's plan of two sources for every project. */
async function makePlan(data) {
  const [{ id: decision }] = await data.query(
    `INSERT INTO capital.decision (number, number_key, decided_on, mode, plan_year, organization_id, recorded_at)
     SELECT '1/QĐ-UBND', '1/qd-ubnd', '2022-12-20', 'initial', 2023, id, '2022-12-20' FROM organizations.organization LIMIT 1 RETURNING id`,
  );
  await data.query(
    `WITH ${RETURNS}
     INSERT INTO capital.allocation (return_id, decision_id, project_id, plan_year, plan_type, source_code, amount, effective_on, sheet, cell)
     SELECT sent.id, $5, p.id, 2023, 'current-year', s.code, 1000000000, '2022-12-20', 'KH', 'C7'
     FROM sent JOIN projects.project p ON p.owner_id = sent.organization_id CROSS JOIN projects.capital_source s`,
    ['plan ', 'plan', '2022-12-20', '2022-12-20T09:00:00+07:00', decision],
  );
}

async function makeBlockers(data) {
  await data.query(
    `INSERT INTO blockers.blocker (project_id, recorded_at) SELECT id, '2023-01-05' FROM projects.project ORDER BY id LIMIT $1`,
    [BLOCKERS],
  );
  await data.query(
    `INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, changes)
     SELECT id, 'opened', '2023-01-05', '2023-01-05', (SELECT id FROM organizations.user_account LIMIT 1),
       jsonb_build_object('description', 'Vướng giải phóng mặt bằng', 'responsibleUnit', 'UBND xã', 'due', '2023-03-01')
     FROM blockers.blocker`,
  );
}

/** Every organisation's figures of a week, quick and slow projects, approved and derived as the system would have by then. */
async function report(data, cutOff, week) {
  await data.query(
    `WITH ${RETURNS}
     INSERT INTO capital.figure (return_id, project_id, plan_year, plan_type, source_code, basis, as_of, disbursed, completed, advance, cells)
     SELECT sent.id, p.id, 2023, 'current-year', s.code, 'reported', $3::date, pace * $5::int, pace * $5::int, 0, '{}'
     FROM sent JOIN projects.project p ON p.owner_id = sent.organization_id CROSS JOIN projects.capital_source s
       CROSS JOIN LATERAL (SELECT (1 + p.code::int % 10) * 4000000::bigint AS pace) moving`,
    [`${cutOff} `, 'disbursement', cutOff, `${cutOff}T15:00:00+07:00`, week],
  );
  await data.query(`UPDATE capital.disbursement_position SET valid_to = $1 WHERE valid_to = 'infinity'`, [
    cutOff,
  ]);
  await data.query(
    `INSERT INTO capital.disbursement_position (project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed,
       completed, advance, figure_id)
     SELECT project_id, plan_year, plan_type, basis, source_code, as_of, 'infinity', disbursed, completed, advance, id
     FROM capital.figure WHERE as_of = $1`,
    [cutOff],
  );
}
