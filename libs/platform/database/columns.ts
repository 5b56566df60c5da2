import type { ColumnOptions, ColumnType, DataSource, ValueTransformer } from 'typeorm';
import { type Dong, parseDong } from '@thongvon/kernel';

const dong: ValueTransformer = {
  to: (value: Dong | null | undefined) => (typeof value === 'bigint' ? value.toString() : value),
  from: (value: string | null) => (value === null ? null : parseDong(value)),
};

const dongList: ValueTransformer = {
  to: (values: readonly Dong[] | null | undefined) => values?.map((value) => value.toString()) ?? values,
  from: (values: readonly string[] | null) => values?.map(parseDong) ?? null,
};

/** A column of whole đồng: `numeric(20,0)`, `bigint` in code. */
export const DONG_COLUMN = {
  type: 'numeric',
  precision: 20,
  scale: 0,
  transformer: dong,
} satisfies ColumnOptions;

/** A column of several amounts of whole đồng, as the months of a plan: `numeric(20,0)[]`. */
export const DONG_LIST_COLUMN = {
  ...DONG_COLUMN,
  array: true,
  transformer: dongList,
} satisfies ColumnOptions;

/** The number of a row, which the database alone gives; a text in code, for it may pass 2^53. */
export const ROW_ID = { type: 'bigint', generatedIdentity: 'ALWAYS' } as const;

const UNLISTED_TYPES = ['xid8', 'pg_snapshot'] as const;

/** A type of PostgreSQL that TypeORM doesn't list. */
export function unlistedType(name: (typeof UNLISTED_TYPES)[number]): ColumnType {
  const type: string = name;
  return type as ColumnType;
}

/** To be called before `initialize`, which refuses columns of types that its driver doesn't know. */
export function acceptUnlistedTypes({ driver }: DataSource): void {
  for (const type of UNLISTED_TYPES) driver.supportedDataTypes.push(unlistedType(type));
}
