import { readFileSync } from 'node:fs';
import * as ts from 'typescript';

/** A name in a statement's place of a table: `room.table`, or a bare name, which is always a mistake. */
export interface NamedTable {
  readonly room: string | null;
  readonly table: string;
  /** Whether the statement writes to it. */
  readonly written: boolean;
}

const PLACE =
  /(\b(?:CREATE|ALTER|DROP)\s+TABLE\s+|\b(?:CREATE|DROP)\s+VIEW\s+|\bINSERT\s+INTO\s+|\bUPDATE\s+|\bDELETE\s+FROM\s+|\bTRUNCATE\s+|\bFROM\s+|\bJOIN\s+|\bLOCK\s+TABLE\s+|\bANALYZE\s+)(?:ONLY\s+)?([a-z_]+)(?:\.([a-z_]+))?(?![\w(.])/g;
/** A piece that begins with a table and its alias: what a list of pages is read from. */
const START = /^\s*([a-z_]+) [a-z]{1,2}(?=\s+(?:CROSS|LEFT|INNER|JOIN)\b|\s*$)/;
/** Any qualified name, also in lists of tables and in pieces that are put together to a statement. */
const QUALIFIED = /\b([a-z_]+)\.([a-z_]+)\b/g;
/** A common table expression: `name AS (`. */
const EXPRESSION = /\b([a-z_]+)\s+AS\s+(?:NOT\s+)?(?:MATERIALIZED\s+)?\(/g;
const STATEMENT = /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|JOIN|LOCK TABLE)\b/;

/** The texts of a source file's literals: strings, and the fixed pieces of templates. */
function literals(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

/** The tables and views that the SQL of a file names: `rooms` and `tables` are the names to look for. */
export function tablesIn(
  file: string,
  rooms: ReadonlySet<string>,
  tables: ReadonlySet<string>,
  source = readFileSync(file, 'utf8'),
): NamedTable[] {
  const named: NamedTable[] = [];
  const texts = literals(file, source);
  const own = new Set(texts.flatMap((text) => [...text.matchAll(EXPRESSION)].map(([, name = '']) => name)));
  for (const text of texts) {
    const [, start = ''] = START.exec(text) ?? [];
    if (tables.has(start)) named.push({ room: null, table: start, written: false });
    for (const [, room = '', table = ''] of text.matchAll(QUALIFIED))
      if (rooms.has(room)) named.push({ room, table, written: false });
    for (const [, verb = '', first = '', second] of text.matchAll(PLACE)) {
      const written = /CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|TRUNCATE/.test(verb);
      if (second === undefined && tables.has(first) && !own.has(first))
        named.push({ room: null, table: first, written });
      else if (second !== undefined && rooms.has(first) && written)
        named.push({ room: first, table: second, written });
    }
  }
  return named;
}

/** Whether a file holds SQL of its own. */
export const holdsSql = (file: string, source = readFileSync(file, 'utf8')): boolean =>
  literals(file, source).some((text) => STATEMENT.test(text));
