import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PUBLISHED, ROOMS } from '@thongvon/platform';
import { ownedRooms } from './owned-rooms';
import { holdsSql, tablesIn, type NamedTable } from './sql-in-files';
import { SQL_ELSEWHERE } from './sql-elsewhere';

/** Where a table of any room may be named, and why. */
const ANYWHERE: Readonly<Record<string, string>> = {
  'apps/standalone/running-system.ts': 'the demo never starts before anything that was recorded, in any room',
  'apps/standalone/demo/': 'asks whether the demo is loaded already',
};

const root = path.resolve(__dirname, '../..');
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'libs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/testing\/|^apps\/web\//.test(file));

const rooms = new Set(Object.keys(ROOMS));
const tables = new Set(Object.values(ROOMS).flatMap(({ tables: of }) => of));
/** A view that a room publishes since is named `…_ref` in a migration of its own. */
const published = new Set([
  ...Object.keys(PUBLISHED),
  ...files
    .filter((file) => file.includes('/persistence/migrations/'))
    .flatMap((file) => viewsIn(readFileSync(path.join(root, file), 'utf8'))),
]);

function viewsIn(source: string): string[] {
  return [...source.matchAll(/CREATE (?:OR REPLACE )?VIEW (\w+\.\w+_ref)\b/g)].map(([, view = '']) => view);
}

const allowedAnywhere = (file: string): boolean =>
  Object.keys(ANYWHERE).some((place) => file === place || (place.endsWith('/') && file.startsWith(place)));

/** What of a statement breaks a wall: a bare name, a foreign table, or writing to what another room shows. */
function broken(file: string, { room, table, written }: NamedTable): string | undefined {
  if (file.startsWith('libs/platform/database/migrations/')) return undefined;
  if (room === null) return `${file} names ${table} without its room`;
  if (allowedAnywhere(file) || ownedRooms(file).includes(room)) return undefined;
  // Foreign keys lead to other rooms' tables, and data may be taken over from there.
  if (file.includes('/persistence/migrations/'))
    return written ? `${file} changes ${room}.${table} of another room` : undefined;
  if (published.has(`${room}.${table}`)) return written ? `${file} writes to ${room}.${table}` : undefined;
  return tables.has(table) ? `${file} names ${room}.${table}, a table of another room` : undefined;
}

const wallsOf = (file: string, source?: string): string[] =>
  tablesIn(path.join(root, file), rooms, tables, source).flatMap((named) => broken(file, named) ?? []);

describe('the walls between tables', () => {
  it('hold: each statement names its own room’s tables, and of others only what they publish', () => {
    expect(files.flatMap((file) => wallsOf(file))).toEqual([]);
  });

  it.each([
    ['a table of another room', 'SELECT 1 FROM projects.project p'],
    ['a table without its room', 'SELECT 1 FROM figure'],
    ['a join with a table of another room', 'SELECT 1 FROM capital.figure f JOIN returns.return r ON true'],
    ['writing to what another room publishes', 'UPDATE projects.project_ref SET name = 1'],
    ['a piece of a statement that begins with a table', 'project p'],
    ['a list of tables', "x', ['projects.project'], 'y"],
  ])('can fail: %s', (_, sql) => {
    expect(wallsOf('libs/capital/persistence/figures/figures-sql.ts', `const sql = '${sql}';`)).not.toEqual(
      [],
    );
  });

  it('let a room’s migration refer to other rooms’ tables, and change its own only', () => {
    const file = 'libs/capital/persistence/migrations/1700000000999-x.ts';
    const of = (sql: string): string[] => wallsOf(file, `const sql = '${sql}';`);
    expect(of('ALTER TABLE capital.figure ADD r uuid REFERENCES returns.return')).toEqual([]);
    expect(of('ALTER TABLE returns.return ADD x text')).not.toEqual([]);
    expect(of('CREATE VIEW returns.x AS SELECT 1')).not.toEqual([]);
  });

  it('know a view that a room publishes in a migration of its own', () => {
    expect(viewsIn('CREATE VIEW capital.plan_in_force_ref AS SELECT 1; CREATE VIEW capital.own AS')).toEqual([
      'capital.plan_in_force_ref',
    ]);
  });

  it('let pass what a room shows to others, and its own', () => {
    const sql = 'SELECT 1 FROM capital.figure f JOIN projects.project_ref p ON p.id = f.project_id';
    expect(wallsOf('libs/capital/persistence/figures/figures-sql.ts', `const sql = \`${sql}\`;`)).toEqual([]);
  });

  it('are needed for each place that may name every room’s tables', () => {
    for (const place of Object.keys(ANYWHERE))
      expect(
        files.filter((file) => file === place || (place.endsWith('/') && file.startsWith(place))),
      ).not.toEqual([]);
  });
});

describe('SQL', () => {
  const outside = files.filter(
    (file) =>
      file.startsWith('libs/') && !/^libs\/(?:[^/]+\/persistence|platform|local-postgres)\//.test(file),
  );
  it('stands in persistence/, but for files that are still to be taken apart: a list that only gets shorter', () => {
    expect(outside.filter((file) => holdsSql(path.join(root, file)))).toEqual(SQL_ELSEWHERE);
  });
});
