import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DATABASE, homeIn, openCluster, urlOf } from './cluster';
import { commandLine } from './process-tag';

/** Line of PostgreSQL's own `postmaster.pid` that holds the port, counted from 0. */
const PORT_LINE = 3;

/**
 * The address of the server that another process runs on this data folder, so that a command can work next to it;
 * undefined when none does. Throws StartFailure when the folder's data is damaged.
 */
export async function runningLocalPostgres(folder: string): Promise<string | undefined> {
  const home = homeIn(path.resolve(folder));
  const exists = await access(home).then(
    () => true,
    () => false,
  );
  if (!exists) return undefined;
  const cluster = await openCluster(home);
  const lines = (await readFile(path.join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const pid = Number.parseInt(lines[0] ?? '', 10);
  // The file may be a killed server's, and its number another program's by now.
  const isOurs = pid > 0 && commandLine(pid)?.includes(`cluster_name=${cluster.credentials.clusterName}`);
  const port = Number.parseInt(lines[PORT_LINE] ?? '', 10);
  return isOurs && port > 0 ? urlOf(cluster, port, DATABASE) : undefined;
}
