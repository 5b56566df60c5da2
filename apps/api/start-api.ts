import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { assertMigrated, databaseUrl, type Environment, type SystemClock } from '@thongvon/platform';
import { ApiModule } from './api.module';
import { API_OPTIONS, configureHttp } from './configure-http';
import { serveApiDocument } from './openapi/api-document';
import { serveWeb, WEB_FOLDER } from './web/serve-web';

/** How long answers that are under way may still take once the API is asked to close. Milliseconds. */
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
  configureHttp(app, environment);
  app.use(serveWeb(WEB_FOLDER));
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
  await assertMigrated(databaseUrl(environment));
  const app = await createApi(environment, clock);
  await app.listen(environment.PORT, environment.HOST);
  const close = async () => {
    await endAnswers((app.getHttpAdapter() as { httpServer?: Server }).httpServer);
    await app.close();
  };
  return { url: await app.getUrl(), close };
}

/** Resolves when the server, which takes no new connections from now on, has answered what was asked of it. */
async function endAnswers(server?: Server): Promise<void> {
  if (!server) return;
  // A busy client would go on asking over the connection that it has, as if nothing were to end.
  server.prependListener('request', (_, answer) => (answer.shouldKeepAlive = false));
  const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(impatience);
}
