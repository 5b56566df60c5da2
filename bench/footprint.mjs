// What an installation of one size takes: disk by table, and the memory that each of its processes holds.
import { readFile } from 'node:fs/promises';
import { reported } from './results.mjs';

/** So many of our tables are shown; smaller ones are summed with PostgreSQL's own. */
const SHOWN = 10;

/** `processes`: process numbers by what they are; PostgreSQL's own are found. */
export async function footprintOf(name, databaseUrl, processes) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT n.nspname || '.' || root.relname AS table, sum(pg_total_relation_size(c.oid)) AS bytes, sum(pg_indexes_size(c.oid)) AS indexes
       FROM pg_class c JOIN pg_class root ON root.oid = coalesce(pg_partition_root(c.oid), c.oid)
         JOIN pg_namespace n ON n.oid = root.relnamespace
       WHERE c.relkind = 'r' GROUP BY 1 ORDER BY 2 DESC`,
    );
    const sizes = rows.map(({ table, bytes, indexes }) => ({
      table,
      bytes: Number(bytes),
      indexes: Number(indexes),
    }));
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const shown = sizes.filter(({ table }) => !/^(?:pg_|information_schema)/.test(table)).slice(0, SHOWN);
    const others = all - shown.reduce((sum, { bytes }) => sum + bytes, 0);
    const [{ pid }] = (await client.query('SELECT pg_backend_pid() AS pid')).rows;
    const held = [
      ...(await Promise.all(Object.entries(processes).map(async ([what, pid]) => [what, await heldBy(pid)]))),
      ['PostgreSQL', await heldBy(await parentOf(pid))],
    ].filter(([, megabytes]) => megabytes !== undefined);
    return [
      reported(`${name}: disk`, `${mb(all)} in all, ${mb(others)} of it in small tables`),
      ...shown.map(({ table, bytes, indexes }) =>
        reported(`${name}: disk of ${table}`, `${mb(bytes)} (its indexes ${mb(indexes)})`),
      ),
      ...held.map(([what, megabytes]) =>
        reported(`${name}: memory of ${what}`, `${Math.round(megabytes).toLocaleString('en')} MB`),
      ),
    ];
  } finally {
    await client.end();
  }
}

const mb = (bytes) =>
  `${(bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: bytes < 10 * 2 ** 20 ? 1 : 0 })} MB`;

/**
 * The memory that a process and its children hold now, in MB, each shared page counted once among them; undefined where there is no
 * /proc that says so.
 */
async function heldBy(pid) {
  try {
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);
    const held = await Promise.all([pid, ...children].map(shareOf));
    return held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
  } catch {
    return undefined;
  }
}

async function shareOf(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
}

/** The number of a process's parent. */
async function parentOf(pid) {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s+(\d+)$/m.exec(text)?.[1]);
}
