import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import {
  claimFolder,
  discardLocalPostgres,
  startLocalPostgres,
  type LocalPostgres,
} from '@thongvon/local-postgres';
import { abandonedRun, currentTestRun, givenServer, type TestRun } from './test-run';

type Answer = { readonly url: string } | { readonly error: string };

/**
 * Offers the run's workers one PostgreSQL, started in jest's own process when the first of them asks: a run of pure
 * tests doesn't wait for a server it never uses. Returns what ends it.
 */
export async function offerServer({ folder, socket }: TestRun): Promise<() => Promise<void>> {
  await mkdir(folder, { mode: 0o711 });
  let server: Promise<LocalPostgres> | undefined;
  const desk = createServer((asker) => {
    server ??= claimFolder(folder).then((claim) => startLocalPostgres(claim, { durable: false }));
    server.then(
      ({ url }) => asker.end(JSON.stringify({ url } satisfies Answer)),
      (error: unknown) => asker.end(JSON.stringify({ error: String(error) } satisfies Answer)),
    );
  });
  await new Promise<void>((resolve, reject) => desk.once('error', reject).listen(socket, resolve));
  return async () => {
    desk.close();
    const started = await server?.catch(() => undefined);
    await started?.close();
    await rm(folder, { recursive: true });
  };
}

/** `postgres://…` of the server that this worker's run uses. */
export async function serverUrl(): Promise<string> {
  const given = givenServer();
  if (given !== undefined) return given;
  const answer = JSON.parse(await text(connect(currentTestRun().socket))) as Answer;
  if ('error' in answer) throw new Error(`the tests' PostgreSQL doesn't start: ${answer.error}`);
  return answer.url;
}

/** Ends the servers of killed runs of ours and removes their data. */
export async function sweepAbandonedRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = abandonedRun(name);
    if (run !== undefined && (await isMine(run.folder))) await sweep(run.folder);
  }
}

async function sweep(folder: string): Promise<void> {
  // Another run may be sweeping it as well, or have been killed half-way. A server whose folder is gone ends by itself.
  await claimFolder(folder, 0)
    .then(discardLocalPostgres)
    .catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function isMine(folder: string): Promise<boolean> {
  const owner = (await stat(folder).catch(() => undefined))?.uid;
  return owner === process.getuid?.();
}
