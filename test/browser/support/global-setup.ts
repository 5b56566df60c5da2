import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import startServer from '../../support/global-setup';
import { freePort, Program } from '../../support/program';
import { atEndOfRun } from '../../support/run-end';
import { PASSWORD, shareSystem } from './system';

/** Starts the demo once for all files of the run, as `npm start` would; a file may have a database of its own as well. */
export default async function globalSetup(): Promise<void> {
  await startServer();
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-browser-'));
  const port = await freePort();
  const program = new Program({
    DATA_DIR: folder,
    PORT: String(port),
    DEMO_DATA: 'demo',
    DEMO_PASSWORD: PASSWORD,
  });
  atEndOfRun(async () => {
    program.interrupt();
    await program.ended;
    await rm(folder, { recursive: true });
  });
  await program.ready();
  shareSystem(`http://127.0.0.1:${port}`, folder);
}
