import '@thongvon/alerts';
import '@thongvon/audit';
import '@thongvon/digest';
import '@thongvon/documents';
import '@thongvon/land-clearance';
import '@thongvon/reporting-duties';
import '@thongvon/tasks';
import '@thongvon/works-contracts';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { connect, PUBLISHED, ROOMS } from '@thongvon/platform';
import { ownedRooms } from '../architecture/owned-rooms';
import { differences, readCatalogue } from '../support/catalogue';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** What migrations say of a table and an entity can't, or says differently. */
const BEYOND_ENTITIES: Readonly<Record<string, string>> = {
  // The last row is looked up first: TypeORM knows no order of an index.
  'alerts.alert_event alert_event_alert': 'id DESC',
  'capital.paid_before paid_before_project': 'id DESC',
  'capital.past_course past_course_organization': 'id DESC',
  'capital.spending_plan spending_plan_project': 'id DESC',
  'digest.digest_recipient digest_recipient_user': 'id DESC',
  'platform.mail mail_created': 'created_at DESC, id DESC',
  'platform.mail mail_state': 'created_at DESC',
  'returns.return return_received': 'received_at DESC',
  'returns.return return_status': 'received_at DESC',
  // It knows none of expressions either; the entity names the index only.
  'blockers.remark_decision remark_decision_accepted': 'md5(remark_key)',
  'capital.project_standing project_standing_by_change': 'disbursed - week_ago',
  'capital.project_standing project_standing_by_rate': 'disbursed / planned',
  'capital.project_standing project_standing_by_remaining': 'planned - disbursed',
  'capital.project_standing project_standing_by_shortfall': 'planned less the forecast',
  'projects.project project_code_form': 'projects.project_code_key(code)',
  'projects.project project_code_once': 'projects.project_code_key(code)',
  'projects.project project_name': 'coalesce(owner_id, registered_by)',
  'projects.project project_scope': 'coalesce(owner_id, registered_by)',
  // Nor that two nulls may be one.
  'alerts.alert alert_open_once': 'NULLS NOT DISTINCT',
  'land_clearance.clearance_figure clearance_figure_grain': 'NULLS NOT DISTINCT',
  'land_clearance.clearance_position clearance_position_grain': 'NULLS NOT DISTINCT',
  'snapshots.snapshot_rollup snapshot_rollup_grain': 'NULLS NOT DISTINCT',
  // An entity has a primary key; these tables have a unique key with nulls instead (synchronize: false).
  'land_clearance.clearance_position clearance_position_pkey': 'no primary key',
  'snapshots.snapshot_rollup snapshot_rollup_pkey': 'no primary key',
};
const rooms = Object.keys(ROOMS);
const tables = Object.entries(ROOMS).flatMap(([room, { tables: of }]) =>
  of.map((table) => `${room}.${table}`),
);

describe('entities', () => {
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

  it('are one for each table of each room', () => {
    const described = data.entityMetadatas.map(
      ({ schema, tableName }) => `${schema ?? 'public'}.${tableName}`,
    );
    expect(described.sort()).toEqual(tables.sort());
  });

  it('stand in the folder of the room that owns the table', () => {
    const root = path.resolve(__dirname, '../..');
    const files = execFileSync('git', ['grep', '-l', '--untracked', '@Entity(', '--', 'apps', 'libs'], {
      cwd: root,
      encoding: 'utf8',
    });
    const elsewhere = files
      .trim()
      .split('\n')
      .flatMap((file) =>
        tablesOf(readFileSync(path.join(root, file), 'utf8'))
          .filter((table) => !isAtHome(file, table))
          .map((table) => `${file}: ${table}`),
      );
    expect(elsewhere).toEqual([]);
  });

  it('agree with the migrations: TypeORM would change nothing', async () => {
    const { upQueries } = await data.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('describe the tables to the letter, but for what TypeORM has no words for', async () => {
    const byEntities = await elsewhere(async (other) => {
      for (const room of rooms) await other.query(`DROP SCHEMA ${room} CASCADE; CREATE SCHEMA ${room}`);
      for (const metadata of other.entityMetadatas) metadata.synchronize = true;
      await other.synchronize();
      return readCatalogue(other, rooms);
    });
    expect(differences(await readCatalogue(data, rooms), byEntities)).toEqual(
      Object.keys(BEYOND_ENTITIES).sort(),
    );
  });

  it('would be found out: by a column that only a migration has, or only an entity, and by a rule that differs', async () => {
    await elsewhere(async (other) => {
      await other.query(`
        ALTER TABLE capital.figure ADD COLUMN invented text;
        ALTER TABLE digest.digest_edition DROP COLUMN written_at;
        ALTER TABLE land_clearance.clearance_position ADD COLUMN invented text;
        ALTER TABLE alerts.alert DROP CONSTRAINT alert_check, ADD CONSTRAINT alert_check CHECK (closed_on > opened_on)`);
      const { upQueries } = await other.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).sort()).toEqual([
        'ALTER TABLE "capital"."figure" DROP COLUMN "invented"',
        'ALTER TABLE "digest"."digest_edition" ADD "written_at" TIMESTAMP WITH TIME ZONE NOT NULL',
        expect.stringContaining('COMMENT ON COLUMN "digest"."digest_edition"."written_at"'),
      ]);
      expect(differences(await readCatalogue(data, rooms), await readCatalogue(other, rooms))).toEqual([
        'alerts.alert alert_check',
        'capital.figure invented',
        'digest.digest_edition written_at',
        'land_clearance.clearance_position invented',
      ]);
    });
  });

  it('are shown to other rooms by views with the columns that are listed', async () => {
    const views = await data.query<{ name: string; columns: string }[]>(
      `SELECT table_schema || '.' || table_name AS name, string_agg(column_name, ', ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema || '.' || table_name = ANY($1) GROUP BY 1 ORDER BY 1`,
      [Object.keys(PUBLISHED)],
    );
    const listed = Object.entries(PUBLISHED).map(([name, { columns }]) => ({ name, columns }));
    expect(views).toEqual(listed.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  });
});

/** Does something on a database of its own, which the entities describe as well. */
async function elsewhere<T>(use: (data: DataSource) => Promise<T>): Promise<T> {
  const database = await createTestDatabase();
  const data = await connect(database.url, 2);
  try {
    return await use(data);
  } finally {
    await data.destroy();
    await database.drop();
  }
}

function tablesOf(source: string): string[] {
  return [...source.matchAll(/@Entity\(\{\s*schema: '(\w+)',\s*name: '(\w+)'/g)].map(
    ([, room, table]) => `${room}.${table}`,
  );
}

function isAtHome(file: string, table: string): boolean {
  if (!/^libs\/[^/]+\/persistence\/entities\//.test(file)) return false;
  const [room = ''] = table.split('.');
  // The trail's table is libs/audit's, although platform writes to it.
  return ownedRooms(file).includes(room) && (room !== 'audit' || file.startsWith('libs/audit/'));
}
