// A province of any size in a database of its own: its ledgers filled in bulk by the maker of the demo, and an API in front of it.
import { freePort, load, startProgram } from './program.mjs';
import { withContext } from './system.mjs';

export const PASSWORD = 'correct horse battery';
/** Besides the finance office above them. */
const OFFICES = 59;

/**
 * The offices, projects, plans and weekly figures of a province of that size, but for the `workbooks` last weeks: those are for
 * who uploads them.
 */
export async function makeLedgers(databaseUrl, { projects, weeks, workbooks = 0 }) {
  const maker = load('apps/standalone/demo/province/make-province');
  const { fillLedgers } = load('apps/standalone/demo/province/fill-ledgers');
  const { ensurePeople } = load('apps/standalone/demo/province/people');
  const province = maker.makeProvince({ offices: OFFICES, projects });
  const now = maker.PROVINCE_NOW;
  const modules = ['capital', 'blockers', 'land-clearance', 'reporting-duties'].map((lib) =>
    moduleOf(load(`libs/${lib}`)),
  );
  return withContext(
    databaseUrl,
    modules,
    async (app) => {
      const { DataSource } = await import('typeorm');
      const people = await ensurePeople(app, province, PASSWORD);
      const who = {
        root: people.root.organizationId,
        offices: people.reporters.map(({ organizationId, userId }) => ({
          id: organizationId,
          reporter: userId,
        })),
        finance: people.finance.userId,
        financeHead: people.head.userId,
      };
      const { addDays } = load('libs/kernel');
      const last = addDays(province.lastDay, -7 * workbooks);
      const filling = { enteredAt: now, until: last, treasuryUntil: last, plans: true, weeks };
      const begun = performance.now();
      const filled = await app.get(DataSource).transaction(async (manager) => {
        // All that is made refers to what was made: twenty million checks of it are no part of what is measured.
        await manager.query('SET LOCAL session_replication_role = replica');
        return fillLedgers(app, manager, province, who, filling);
      });
      const derived = performance.now();
      await app.get(load('libs/capital').RebuildPositions).rebuild();
      const done = performance.now();
      await app.get(DataSource).query('VACUUM ANALYZE');
      const { reportDays } = load('apps/standalone/demo/province/province');
      const days = reportDays(2026, province.lastDay).map((day, week) => ({ planYear: 2026, day, week }));
      const ids = people.reporters.map(({ userId }) => userId);
      const accounts = await app
        .get(DataSource)
        .query('SELECT id, email FROM organizations.user_account WHERE id = ANY($1)', [ids]);
      const emails = new Map(accounts.map(({ id, email }) => [id, email]));
      return {
        now,
        province,
        workbooks: workbooks === 0 ? [] : days.slice(-workbooks),
        emails: ids.map((id) => emails.get(id)),
        day: last,
        project: { id: filled.projects[0], code: province.projects[0].code },
        figures: filled.figures,
        filling: derived - begun,
        deriving: done - derived,
      };
    },
    now,
  );
}

const moduleOf = (lib) => Object.entries(lib).find(([name]) => /^[A-Z]\w+Module$/.test(name))[1];

/** Its address, and the number of its process. */
export async function startApi(databaseUrl, folder, now, onStarted) {
  const port = await freePort();
  const env = {
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: folder, NOW: now.toISOString() },
    ...{ PORT: String(port), LOG_LEVEL: 'info' },
  };
  const api = startProgram('apps/api/main.js', env, 'listening at');
  onStarted(api.stop);
  await api.ready;
  return { url: `http://127.0.0.1:${port}`, pid: api.pid };
}
