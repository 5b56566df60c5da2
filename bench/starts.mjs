// From the command to the sentence that says where the system runs, with the demo as `npm start` loads it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mediansOf } from './measure.mjs';
import { freePort, startProgram } from './program.mjs';
import { ms, reported } from './results.mjs';

export async function benchStarts() {
  const folders = [];
  const start = async (folder) => {
    const env = { DATA_DIR: folder, PORT: String(await freePort()), DEMO_PASSWORD: 'correct horse battery' };
    const program = startProgram('apps/standalone/main.js', env, 'is running at');
    await program.ready;
    return program;
  };
  const running = [];
  const times = await mediansOf(
    {
      first: async () => {
        folders.push(await mkdtemp(path.join(tmpdir(), 'thongvon-bench-')));
        running.push(await start(folders.at(-1)));
      },
      stop: () => running.pop().stop(),
      second: async () => running.push(await start(folders.at(-1))),
      stopAgain: () => running.pop().stop(),
    },
    { warmUp: 1, rounds: 3 },
  );
  for (const folder of folders) await rm(folder, { recursive: true });
  return [
    reported('start on an empty folder, demo included', ms(times.first)),
    reported('second start on it', ms(times.second)),
  ];
}
