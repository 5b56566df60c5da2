import { keepFilesInMemory } from './files-in-memory';
import { dropDatabasesOfRun } from './run-databases';
import { atEndOfRun } from './run-end';
import { beginTestRun, givenServer } from './test-run';
import { offerServer, sweepAbandonedRuns } from './test-server';

export default async function globalSetup(): Promise<void> {
  keepFilesInMemory();
  const run = beginTestRun();
  const given = givenServer();
  if (given !== undefined) {
    atEndOfRun(() => dropDatabasesOfRun(given, run.tag));
    return;
  }
  await sweepAbandonedRuns();
  atEndOfRun(await offerServer(run));
}
