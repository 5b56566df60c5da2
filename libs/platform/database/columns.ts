import {
  Column,
  type ColumnOptions,
  type ColumnType,
  type DataSource,
  DefaultNamingStrategy,
  ForeignKey,
  PrimaryGeneratedColumn,
  Table,
  type ValueTransformer,
  type View,
} from 'typeorm';
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

/** The columns of a table to which people add entries: numbered by the database, and who made them when. */
export abstract class EnteredRow {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}

/** What was disbursed of a plan by a day, as columns: whole đồng, null where it isn't known. */
export abstract class DisbursedColumns {
  @Column({ ...DONG_COLUMN, nullable: true })
  disbursed: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  completed: Dong | null;

  @Column({ ...DONG_COLUMN, nullable: true })
  advance: Dong | null;
}

/** The columns of a table whose rows were read from a cell of a return. */
export abstract class ReadRow {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @Column('text')
  sheet: string;

  @Column('text')
  cell: string;
}

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

/**
 * Names as PostgreSQL gives them where a migration gives none (`figure_pkey`, `figure_project_id_fkey`), and columns in
 * snake_case: what an entity leaves unnamed is named in the database as its migration left it. Checks and indices are
 * named in both.
 */
export class PostgresNamingStrategy extends DefaultNamingStrategy {
  override columnName(property: string, name: string | undefined, prefixes: string[]): string {
    return [...prefixes, name ?? property].map((part) => snakeCase(part)).join('_');
  }

  override primaryKeyName(table: Table | string): string {
    return `${bareName(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${bareName(table)}_${columns.join('_')}_fkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${bareName(table)}_${columns.join('_')}_key`;
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The table's own name, without that of its room. */
function bareName(table: Table | View | string): string {
  const name = table instanceof Table ? table.name : typeof table === 'string' ? table : table.name;
  return name.slice(name.lastIndexOf('.') + 1);
}
