import type { DataSource } from 'typeorm';

/** A column, constraint or index of a table (`capital.figure figure_pkey`), and its definition as PostgreSQL writes it. */
export type Catalogue = ReadonlyMap<string, string>;

/** All that PostgreSQL knows of the tables of `schemas`, but for triggers. */
export async function readCatalogue(data: DataSource, schemas: readonly string[]): Promise<Catalogue> {
  const rows = await data.query<{ name: string; definition: string }[]>(
    `WITH tables AS (
       SELECT oid, relnamespace::regnamespace || '.' || relname AS name FROM pg_class
       WHERE relkind = 'r' AND relnamespace::regnamespace::text = ANY($1)
     )
     SELECT t.name, coalesce(obj_description(t.oid), '') AS definition FROM tables t
     UNION ALL
     SELECT t.name || ' ' || a.attname,
            concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                      'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), a.attidentity, '-- ' || col_description(t.oid, a.attnum))
     FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
     UNION ALL
     SELECT t.name || ' ' || c.conname, pg_get_constraintdef(c.oid)
     FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype <> 'n'
     UNION ALL
     SELECT t.name || ' ' || x.relname, pg_get_indexdef(x.oid)
     FROM tables t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
     WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))`,
    [schemas],
  );
  return new Map(rows.map(({ name, definition }) => [name, definition]));
}

/** The views, triggers and functions of `schemas`. */
export async function readPrograms(data: DataSource, schemas: readonly string[]): Promise<Catalogue> {
  const rows = await data.query<{ name: string; definition: string }[]>(
    `WITH relations AS (
       SELECT oid, relkind, relnamespace::regnamespace || '.' || relname AS name FROM pg_class
       WHERE relkind IN ('r', 'v') AND relnamespace::regnamespace::text = ANY($1)
     )
     SELECT name, concat_ws(' -- ', pg_get_viewdef(oid), obj_description(oid)) AS definition FROM relations WHERE relkind = 'v'
     UNION ALL
     SELECT r.name || ' ' || t.tgname, pg_get_triggerdef(t.oid)
     FROM relations r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
     UNION ALL
     SELECT p.oid::regprocedure::text, concat_ws(' -- ', pg_get_functiondef(p.oid), obj_description(p.oid))
     FROM pg_proc p WHERE p.pronamespace::regnamespace::text = ANY($1)`,
    [schemas],
  );
  return new Map(rows.map(({ name, definition }) => [name, definition]));
}

/** Names whose definitions differ, or that only one of the two has. */
export function differences(one: Catalogue, other: Catalogue): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}
