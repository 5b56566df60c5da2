import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '@thongvon/api-contract';
import { ROOT } from '../program';

/** The parts of a JSON schema that the OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** What the document says of one operation. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of its JSON body. */
  readonly json?: Schema;
  /** Of its form with a file. */
  readonly form?: Schema;
  /** Who may call it; undefined: anyone. */
  readonly roles?: readonly Role[];
}

interface Documented {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly 'x-roles'?: readonly Role[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = JSON.parse(readFileSync(path.join(ROOT, 'docs', 'openapi.json'), 'utf8')) as Document;

/** Every operation of docs/openapi.json, which CI keeps equal to the API. */
export function operations(): Operation[] {
  return Object.entries(document.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, documented]): Operation => {
      const { parameters = [], requestBody, 'x-roles': roles } = documented;
      const json = requestBody?.content['application/json']?.schema;
      const form = requestBody?.content['multipart/form-data']?.schema;
      return {
        method: method.toUpperCase(),
        path: address,
        parameters,
        ...(json ? { json } : {}),
        ...(form ? { form } : {}),
        ...(roles ? { roles } : {}),
      };
    }),
  );
}

/** The schema itself where it only names one. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  if (name === undefined) return schema;
  const found = document.components.schemas[name];
  if (!found) throw new Error(`no schema ${name}`);
  return found;
}
