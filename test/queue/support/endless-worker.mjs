// A worker process that takes a job and never ends it, to be killed by the test. Says "took SUBJECT" when it has one.
//   node test/queue/support/endless-worker.mjs '{"environment": {…}, "queues": {…}}'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const dist = '../../../dist';
const { Entries, JOB_NAMES, JobHandlers, QueueBackend } = require(`${dist}/libs/platform/index.js`);
const { JobHost } = require(`${dist}/apps/worker/start-worker.js`);

const { environment, queues } = JSON.parse(process.argv[2]);
const endless = {
  handle: (subject) => {
    process.stdout.write(`took ${subject}\n`);
    return new Promise(() => undefined);
  },
};
const handlers = new JobHandlers(new Entries(new Map(JOB_NAMES.map((job) => [job, { instance: endless }]))));
await new JobHost(new QueueBackend(environment, queues), handlers).start();
