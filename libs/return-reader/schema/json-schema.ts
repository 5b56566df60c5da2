/** The little of JSON Schema (2020-12) that the reading needs. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/**
 * An object with exactly the properties of the type: leaving one out, or naming one that the type doesn't have, does
 * not compile. `optional` are those that may be absent.
 */
export function objectOf<T extends object>(
  description: string,
  properties: { readonly [K in keyof Required<T>]: JsonSchema },
  optional: readonly OptionalKeys<T>[] = [],
): JsonSchema {
  const left = new Set<PropertyKey>(optional);
  return {
    type: 'object',
    description,
    properties,
    required: Object.keys(properties).filter((key) => !left.has(key)),
    additionalProperties: false,
  };
}

export const text: JsonSchema = { type: 'string' };
export const count: JsonSchema = { type: 'integer' };
export const flag: JsonSchema = { type: 'boolean' };
export const described = (description: string, schema: JsonSchema): JsonSchema => ({
  ...schema,
  description,
});
export const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const recordOf = (values: JsonSchema): JsonSchema => ({
  type: 'object',
  additionalProperties: values,
});
