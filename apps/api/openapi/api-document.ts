import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemDocument } from '@thongvon/api-contract';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI document of the API, read from its controllers and contracts. */
export function apiDocument(app: INestApplication): OpenAPIObject {
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
