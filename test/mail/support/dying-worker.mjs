// A worker process that delivers mails and kills itself at a point, as if the machine had gone down.
//   node test/mail/support/dying-worker.mjs '{"environment": {…}, "point": "mail-delivered"}'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const dist = '../../../dist';
const { parseEnvironment, QUEUES, SystemClock, watchPoints } = require(`${dist}/libs/platform/index.js`);
const { startWorker } = require(`${dist}/apps/worker/start-worker.js`);

// What it had at hand is given to the next one after less than a second instead of 45.
for (const settings of Object.values(QUEUES)) Object.assign(settings, { lockDuration: 500 });

const { environment, point } = JSON.parse(process.argv[2]);
watchPoints(async (reached) => {
  if (reached !== point) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});
await startWorker(parseEnvironment(environment), new SystemClock());
