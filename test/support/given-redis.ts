import { readEnvironment } from '@thongvon/platform';

/** REDIS_URL decides on which backend the queue tests run: Redis with it, PostgreSQL without. */
export const givenRedis = (): string | undefined => readEnvironment().REDIS_URL;
