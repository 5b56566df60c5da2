import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { claimFolder, type FolderClaim, isRunning, processTag } from './folder-claim';
import { discardLocalPostgres, startLocalPostgres, type LocalPostgres } from './local-postgres';
import { StartFailure } from './messages';

const pidFile = (folder: string) => path.join(folder, 'postgres', 'data', 'postmaster.pid');

describe('a PostgreSQL of our own', () => {
  let parent: string;
  let claim: FolderClaim;
  const running: LocalPostgres[] = [];

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'thongvon-pg-'));
    claim = await claimFolder(path.join(parent, 'data'));
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
    await claim.release();
    await rm(parent, { recursive: true });
  });

  const start = async () => {
    const server = await startLocalPostgres(claim, { durable: false });
    running.push(server);
    return server;
  };

  async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('keeps its data from one start to the next', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS x');
    await first.close();
    const second = await start();
    expect(await query(second.url, 'SELECT x FROM kept')).toEqual([{ x: 42 }]);
  });

  it('sorts by code point and knows the case of Vietnamese letters, whatever the machine', async () => {
    const { url } = await start();
    expect(await query(url, "SELECT upper('đường ữ') AS upper, 'Z' < 'a' AS by_code")).toEqual([
      { upper: 'ĐƯỜNG Ữ', by_code: true },
    ]);
  });

  it('lets nobody in without the password, which only we can read', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    const { mode } = await stat(path.join(claim.folder, 'postgres', 'credentials.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('ends the server that a killed process of ours has left, and keeps what it had saved', async () => {
    const left = await start();
    await query(left.url, 'CREATE TABLE kept AS SELECT 7 AS x');
    const tag = processTag(Number.parseInt(await readFile(pidFile(claim.folder), 'utf8'), 10)) ?? '';
    const next = await start();
    expect(isRunning(tag)).toBe(false);
    await left.ended;
    expect(await query(next.url, 'SELECT x FROM kept')).toEqual([{ x: 7 }]);
  });

  it('starts when the number in a stale postmaster.pid has gone to another program', async () => {
    const first = await start();
    const written = await readFile(pidFile(claim.folder), 'utf8');
    await first.close();
    await writeFile(pidFile(claim.folder), written.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(await query(second.url, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
  });

  it('sweeps away an initialisation that was killed half-way', async () => {
    const half = path.join(claim.folder, 'postgres.unfinished-0123abcd', 'data');
    await mkdir(half, { recursive: true });
    await writeFile(path.join(half, 'PG_VERSION'), '18\n');
    await start();
    expect((await readdir(claim.folder)).filter((name) => name.startsWith('postgres'))).toEqual(['postgres']);
  });

  it.each(['credentials.json', path.join('data', 'PG_VERSION'), path.join('data', 'global', 'pg_control')])(
    'says that %s is missing, and touches nothing',
    async (part) => {
      await (await start()).close();
      const home = path.join(claim.folder, 'postgres');
      await rm(path.join(home, part));
      const before = await readdir(home, { recursive: true });
      await expect(start()).rejects.toThrow(`${part} is missing or damaged`);
      expect(await readdir(home, { recursive: true })).toEqual(before);
    },
  );

  it('refuses the data of another version of PostgreSQL', async () => {
    await (await start()).close();
    await writeFile(path.join(claim.folder, 'postgres', 'data', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('belongs to PostgreSQL 17 and this version runs PostgreSQL 18');
  });

  it("says what PostgreSQL's log says when it can't start", async () => {
    await (await start()).close();
    await writeFile(path.join(claim.folder, 'postgres', 'data', 'postgresql.conf'), 'no such line');
    const refused = start();
    await expect(refused).rejects.toThrow(StartFailure);
    await expect(refused).rejects.toThrow(
      /PostgreSQL doesn't start \(see .*server\.log\): .*configuration file/,
    );
  });

  it('is left alone when it is not provably ours', async () => {
    const theirs = await start();
    const home = path.join(claim.folder, 'postgres');
    const credentials = path.join(home, 'credentials.json');
    const own = await readFile(credentials, 'utf8');
    await writeFile(credentials, own.replace(/thongvon-\w+/, 'thongvon-other'));
    await expect(start()).rejects.toThrow('not started by Thông Vốn');
    expect(await query(theirs.url, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
  });

  it('can be discarded with everything it has left', async () => {
    const { ended } = await start();
    await discardLocalPostgres(claim);
    await ended;
    expect(await readdir(claim.folder)).toEqual([`in-use-by-${processTag()}`]);
  });
});
