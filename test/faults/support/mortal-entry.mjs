// The standalone program as it is, but able to die by its own hand. Loads the program's code, says "loaded", and runs it
// when reported with which environment and how it is to die: {"at": "read", "nth": 2} by SIGKILL when it reaches the point
// `read` the second time; with "stopAfter": 30 by SIGTERM to its process group 30 ms after that; {} not by itself. Needs
// dist/.
import { once } from 'node:events';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const dist = '../../../dist';
require('reflect-metadata');
const { QUEUES, watchPoints } = require(`${dist}/libs/platform/index.js`);
require(`${dist}/apps/standalone/standalone-system.js`);

// What a dead process had at hand is given to the next one after less than a second instead of 45. And no job is to blame for
// these deaths: how one that kills its workers is given up is tested in test/queue.
for (const settings of Object.values(QUEUES)) Object.assign(settings, { lockDuration: 500, attempts: 1000 });

process.send('loaded');
const [{ env, death }] = await once(process, 'message');
Object.assign(process.env, env);

let reached = 0;
watchPoints(async (point) => {
  if (point !== death.at) return;
  reached += 1;
  if (reached !== death.nth) return;
  if (death.stopAfter !== undefined) {
    setTimeout(() => process.kill(-process.pid, 'SIGTERM'), death.stopAfter);
    return;
  }
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});
require(`${dist}/apps/standalone/main.js`);
