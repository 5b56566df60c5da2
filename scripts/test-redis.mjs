// `npm run test:redis`: the queue tests on PostgreSQL and the same on Redis, which must be the same list, then what
// only Redis has (test/redis). Ends with one line, `N passed, N failed`: the tests on Redis, and one failure for each
// test that the two backends don't both pass.
import path from 'node:path';
import { build } from './build.mjs';
import { root } from './install.mjs';
import { count, runJest } from './jest.mjs';

const QUEUE_TESTS = path.join('test', 'queue');
const REDIS_TESTS = path.join('test', 'redis');

if (!process.env.REDIS_URL) throw new Error('REDIS_URL is missing');
await build();

/** The queue tests of a run that passed, by file and name. */
function passedQueueTests(results) {
  return new Set(
    (results?.testResults ?? [])
      .filter(({ name }) => path.relative(root, name).startsWith(QUEUE_TESTS + path.sep))
      .flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'passed')
          .map(({ fullName }) => `${path.basename(name)}: ${fullName}`),
      ),
  );
}

const config = ['--config', 'test/redis/jest.config.cjs'];
const onPostgres = await runJest([...config, QUEUE_TESTS], { ...process.env, REDIS_URL: '' });
const onRedis = await runJest([...config, QUEUE_TESTS, REDIS_TESTS]);

const lists = [passedQueueTests(onPostgres.results), passedQueueTests(onRedis.results)];
const onlyOnOne = [...lists[0], ...lists[1]].filter((name) => !lists.every((list) => list.has(name)));
process.stdout.write(`queue tests passed on PostgreSQL: ${lists[0].size}, on Redis: ${lists[1].size}\n`);
for (const name of onlyOnOne) process.stdout.write(`not passed on both: ${name}\n`);

const { passed, failed } = count(onRedis.results);
const differences = lists.some((list) => list.size === 0) ? Math.max(1, onlyOnOne.length) : onlyOnOne.length;
process.stdout.write(`${passed} passed, ${failed + differences} failed\n`);
process.exit(failed + differences === 0 ? onRedis.code || onPostgres.code : 1);
