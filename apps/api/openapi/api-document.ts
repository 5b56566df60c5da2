import path from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { NestFactory } from '@nestjs/core';
import { ProblemDocument } from '@thongvon/api-contract';
import { parseEnvironment, SystemClock } from '@thongvon/platform';
import { ApiModule } from '../api.module';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI document of the API, read from its controllers and contracts. */
function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Thông Vốn')
    .setDescription(
      'Giải ngân vốn đầu tư công, vướng mắc và việc cần làm. State-changing calls need a same-origin `Origin` header ' +
        'or `x-csrf-token`; a POST with an `Idempotency-Key` may be sent again. Amounts are whole đồng as decimal text.',
    )
    .setVersion('1')
    .addCookieAuth('session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDocument],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  withProblems(document);
  return inOrder(document);
}

/** By address and name, so that moving a controller changes nothing. */
function inOrder(document: OpenAPIObject): OpenAPIObject {
  const { paths, components = {} } = document;
  const sorted = <T>(members: Record<string, T> = {}) =>
    Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...document,
    paths: sorted(paths),
    components: { ...components, schemas: sorted(components.schemas) },
  };
}

/** Serves the document at /api/docs-json and a page to read and try it at /api/docs, without outside hosts. */
export function serveApiDocument(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/docs-json',
    raw: ['json'],
    customSiteTitle: 'Thông Vốn API',
    // The page would else send the document to a validator on another host.
    swaggerOptions: { validatorUrl: null },
  });
}

/** Whatever isn't a success is a problem document, everywhere. */
function withProblems({ paths }: OpenAPIObject): void {
  const problem = {
    description: 'RFC 9457 problem',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDocument) } } },
  };
  for (const path of Object.values(paths)) {
    for (const method of METHODS) {
      const responses = path[method]?.responses;
      if (responses) responses.default = problem;
    }
  }
}

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
