import { types } from 'pg';
import type { ColumnOptions, ValueTransformer } from 'typeorm';
import { parseDong, type Dong } from '@thongvon/kernel';

/** A `date` stays `YYYY-MM-DD`; pg would make a local midnight of it and move it a day in another zone. */
export function keepDatesPlain(): void {
  types.setTypeParser(types.builtins.DATE, (text: string) => text);
}

const dong: ValueTransformer = {
  to: (value: Dong | null | undefined) => (typeof value === 'bigint' ? value.toString() : value),
  from: (value: string | null) => (value === null ? null : parseDong(value)),
};

/** A column of whole đồng: `numeric(20,0)`, `bigint` in code. */
export const DONG_COLUMN = {
  type: 'numeric',
  precision: 20,
  scale: 0,
  transformer: dong,
} satisfies ColumnOptions;
