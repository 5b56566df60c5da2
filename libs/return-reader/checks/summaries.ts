import { Findings } from '../findings';
import { AmountProjects } from '../kinds/amount-projects';
import type { ProjectReading } from '../reading';
import type { ReadyTable } from '../table/line-source';
import { AmountReader } from '../table/amount-reader';

/**
 * Tables that only sum up another one of the same return, each with the table it sums up: the same totals, but none
 * of its rows in common. Reading both would count everything twice.
 */
export function findSummaries(tables: readonly ReadyTable[]): Map<ReadyTable, ReadyTable> {
  const summaries = new Map<ReadyTable, ReadyTable>();
  const amounts = tables.filter(({ table }) => table.kind === 'disbursement' || table.kind === 'treasury');
  if (amounts.length < 2) return summaries;
  const read = amounts.map((ready) => ({ ready, projects: projectsOf(ready) }));
  for (const a of read)
    for (const b of read)
      if (a !== b && !summaries.has(b.ready) && isSummaryOf(a.projects, b.projects))
        summaries.set(a.ready, b.ready);
  return summaries;
}

/** Reads the table by itself; what is wrong in it is informed when it is read for good. */
function projectsOf({ table, identities, title }: ReadyTable): ProjectReading[] {
  const silent = new Findings();
  const projects = new AmountProjects(silent);
  projects.addTable(table, new AmountReader(table, {}, silent), identities, title);
  return projects.readings();
}

function isSummaryOf(a: readonly ProjectReading[], b: readonly ProjectReading[]): boolean {
  if (a.length >= b.length || a.some((project) => project.code !== null)) return false;
  const names = new Set(b.map((project) => project.name));
  if (a.some((project) => names.has(project.name))) return false;
  const sums = (['planned', 'disbursed'] as const).map((field) => [sum(a, field), sum(b, field)] as const);
  return sums.every(([x, y]) => x === y) && sums.some(([x]) => x > 0n);
}

function sum(projects: readonly ProjectReading[], field: 'planned' | 'disbursed'): bigint {
  return projects.reduce((total, project) => total + BigInt(project[field] ?? '0'), 0n);
}
