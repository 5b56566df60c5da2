import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { parseEnvironment, SystemClock } from '@thongvon/platform';
import { ApiModule } from '../api.module';
import { apiDocument } from './api-document';

/** The OpenAPI document as this source code makes it, without database or queue: nothing is instantiated. */
export async function unconnectedDocument(): Promise<OpenAPIObject> {
  const environment = parseEnvironment({ DATABASE_URL: 'postgres://nobody@localhost/none' });
  const module = ApiModule.with(environment, new SystemClock());
  const app = await NestFactory.create(module, { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix('api');
  // As a reader of the JSON sees it: what is undefined isn't there.
  return JSON.parse(JSON.stringify(apiDocument(app))) as OpenAPIObject;
}
