import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Environment, SystemClock } from '@thongvon/platform';
import { ApiModule } from './api.module';

/** The API, ready to answer but not listening; for `startApi` and for tests with supertest. */
export async function createApi(
  environment: Environment,
  clock: SystemClock,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(environment, clock), {
    bodyParser: false,
  });
  app.setGlobalPrefix('api');
  return app.init();
}

/** Listens on HOST:PORT (PORT 0: any free one). `close` answers what is under way and lets go of the database. */
export async function startApi(
  environment: Environment,
  clock: SystemClock,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = await createApi(environment, clock);
  await app.listen(environment.PORT, environment.HOST);
  return { url: await app.getUrl(), close: () => app.close() };
}
