import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { claimFolder, startLocalPostgres } from '@thongvon/local-postgres';
import { onServer, withClient } from './run-databases';
import { prepareTemplate } from './template';

const run = promisify(execFile);

/** Two processes of PostgreSQL with the system's tables: one that is written to, and a replica that follows it by streaming. */
export interface ReplicatedServer {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  readonly close: () => Promise<void>;
}

const LOSES_NOTHING_OF_WORTH = { durable: false } as const;

/**
 * The replica begins as a copy of the stopped primary's folder: the binaries from npm have no pg_basebackup. Commits wait for the log,
 * as on a server of production: only then is what can be seen also on its way to the replica.
 */
export async function startReplicatedServer(): Promise<ReplicatedServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-replica-'));
  await chmod(folder, 0o711);
  const [ours, copied] = [path.join(folder, 'primary'), path.join(folder, 'replica')];
  const claim = await claimFolder(ours);
  const first = await startLocalPostgres(claim, LOSES_NOTHING_OF_WORTH);
  await prepareTemplate(first.url);
  const database = new URL(first.url).pathname.slice(1);
  await withClient(onServer(first.url, 'postgres'), async (client) => {
    await client.query(`ALTER DATABASE ${database} SET synchronous_commit = on`);
  });
  await first.close();
  const copy = await claimFolder(copied);
  await run('cp', ['-a', path.join(ours, 'postgres'), copied]);
  const primary = await startLocalPostgres(claim, LOSES_NOTHING_OF_WORTH);
  const { port, username, password } = new URL(primary.url);
  const data = path.join(copied, 'postgres', 'data');
  await writeFile(path.join(data, 'standby.signal'), '');
  await appendFile(
    path.join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\n`,
  );
  const replica = await startLocalPostgres(copy, LOSES_NOTHING_OF_WORTH);
  return {
    primaryUrl: primary.url,
    replicaUrl: replica.url,
    close: async () => {
      await replica.close();
      await primary.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
