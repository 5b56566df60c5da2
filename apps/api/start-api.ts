import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { assertMigrated, type Environment, type SystemClock } from '@thongvon/platform';
import { ApiModule } from './api.module';
import { API_OPTIONS, furnish } from './http/furnish';
import { serveApiDocument } from './openapi/api-document';

/** How long answers that are under way may still take once the API is told to close. Milliseconds. */
const PATIENCE = 5000;

/** The API, ready to answer but not listening; for `startApi` and for tests. */
export async function createApi(
  environment: Environment,
  clock: SystemClock,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.with(environment, clock),
    API_OPTIONS,
  );
  furnish(app, environment);
  serveApiDocument(app);
  return app.init();
}

export interface RunningApi {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Listens on HOST:PORT (PORT 0: any free one). Throws when the database isn't migrated. `close` lets answers under way
 * finish and takes one more question at most over each connection, ends streams that go on, and lets go of the database.
 */
export async function startApi(environment: Environment, clock: SystemClock): Promise<RunningApi> {
  await assertMigrated(environment.DATABASE_URL ?? '');
  const app = await createApi(environment, clock);
  await app.listen(environment.PORT, environment.HOST);
  const close = async () => {
    const { httpServer } = app.getHttpAdapter() as { httpServer?: Server };
    // A busy client would go on asking over the connection that it has, as if nothing were to end.
    httpServer?.prependListener('request', (_, answer) => (answer.shouldKeepAlive = false));
    const impatience = setTimeout(() => httpServer?.closeAllConnections(), PATIENCE);
    await app.close().finally(() => clearTimeout(impatience));
  };
  return { url: await app.getUrl(), close };
}
