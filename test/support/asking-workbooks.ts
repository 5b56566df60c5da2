import { readdirSync } from 'node:fs';
import path from 'node:path';

const SETS = path.resolve(__dirname, '../layouts/strangers');

/** Workbooks of the strangers' sets of which the reader asks something, as set/name; `strangers.spec.ts` holds that these are all. */
export const ASKING = [
  'awkward/17',
  'awkward/18',
  'awkward/20',
  'boards/16',
  'boards/18',
  'offices/c1',
  'offices/c6',
  'offices/p4',
  'offices/p7',
];

/** The workbook of a set by how its name begins. */
export function strangersWorkbook(name: string): string {
  const [set = '', start = ''] = name.split('/');
  const folder = path.join(SETS, set);
  const file = readdirSync(folder).find((one) => one.startsWith(start) && !one.endsWith('.json'));
  if (file === undefined) throw new Error(`no workbook ${name}`);
  return path.join(folder, file);
}
