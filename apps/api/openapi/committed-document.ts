import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { parseEnvironment, SystemClock } from '@thongvon/platform';
import { ApiModule } from '../api.module';
import { apiDocument } from './api-document';

/** The document that is committed, from the folder where npm runs its scripts. */
export const COMMITTED = path.join('docs', 'openapi.json');

/** The document as the committed file holds it. */
export function documentText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The OpenAPI document as this source code makes it, without database or queue: nothing is instantiated. */
export async function unconnectedDocument(): Promise<OpenAPIObject> {
  const environment = parseEnvironment({ DATABASE_URL: 'postgres://nobody@localhost/none' });
  const module = ApiModule.with(environment, new SystemClock());
  const app = await NestFactory.create(module, { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix('api');
  // As a reader of the JSON sees it: what is undefined isn't there.
  return JSON.parse(JSON.stringify(apiDocument(app))) as OpenAPIObject;
}
