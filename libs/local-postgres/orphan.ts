import { readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Cluster } from './cluster';
import { messages } from './messages';
import { commandLine, isRunning, processTag } from './process-tag';
import { StartFailure } from './start-failure';
import { waitFor } from './wait-for';

const FAST_SHUTDOWN_WITHIN = 60_000;
const IMMEDIATE_SHUTDOWN_WITHIN = 10_000;

/**
 * Ends the server that a killed process of ours has left running on this cluster, if there is one. Ending rather than
 * adopting it costs a quarter of a second and leaves one state to think about: our child, with our settings and binaries.
 * A server that isn't provably ours is left alone: throws StartFailure.
 */
export async function stopOrphan({ data, home, credentials }: Cluster): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  const tag = pid > 0 ? processTag(pid) : undefined;
  if (tag === undefined) return;
  if (commandLine(pid)?.includes(`cluster_name=${credentials.clusterName}`)) return end(pid, tag);
  const serves = await servesFolder(pid, data);
  if (serves === true) throw new StartFailure(messages.otherServer(home, pid));
  // The number has gone to another program since; PostgreSQL itself would take that for a running server.
  if (serves === false) await rm(pidFile);
}

/** Whether the process is a server on this folder: its processes all work in it. Undefined if that isn't shown to us. */
async function servesFolder(pid: number, data: string): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return /^\S*\bpostgres\b/.test(commandLine(pid) ?? '');
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === undefined ? undefined : folder === data;
}

async function end(pid: number, tag: string): Promise<void> {
  // In PostgreSQL's terms a fast shutdown; then an immediate one, which its log makes good at the next start.
  for (const [signal, within] of [
    ['SIGINT', FAST_SHUTDOWN_WITHIN],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_WITHIN],
  ] as const) {
    if (!isRunning(tag)) return;
    process.kill(pid, signal);
    if (await waitFor(() => !isRunning(tag), { within, pause: 20 })) return;
  }
  throw new StartFailure(messages.doesNotStop(pid));
}
