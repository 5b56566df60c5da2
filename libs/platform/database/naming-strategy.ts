import { DefaultNamingStrategy, Table, type View } from 'typeorm';

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
