import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ReturnFacts, TotalChange } from '@thongvon/returns';
import { clearanceLosses } from '../domain/progress-preview';
import { differenceOf, type Measure, measuresOf } from '../domain/measures';
import { projectKey } from '../domain/placed-rows';
import {
  clearanceShifts,
  clearanceTotal,
  touchedProjects,
  type WantedProgress,
} from '../persistence/clearance-sql';
import type { LocatedRow } from './located-rows';

/** Cumulative numbers of land clearance that the approval would lower, in all or of a project (contract, section 3). */
export async function clearanceConsequences(
  manager: EntityManager,
  { reading: { asOf }, scope }: ReturnFacts,
  rows: readonly LocatedRow[],
  ending: readonly string[],
  /** `projectId measure` whose fall its sender is asked about. */
  asked: ReadonlySet<string>,
): Promise<TotalChange[]> {
  if (asOf === null) return [];
  const wanted: WantedProgress = { ...wantedOf(rows), asOf, ending };
  const touched = await touchedProjects(manager, wanted);
  if (touched.length === 0) return [];
  const losses = clearanceLosses(await clearanceShifts(manager, wanted, touched), ({ projectId, measure }) =>
    asked.has(fallKey(projectId, measure)),
  );
  const changes: TotalChange[] = [];
  for (const { counted, difference, ...change } of losses) {
    const total = await clearanceTotal(manager, { on: change.on, measure: counted, scope, touched });
    changes.push({ ...change, before: plain(total), after: differenceOf(plain(total), negated(difference)) });
  }
  return changes;
}

export const fallKey = (projectId: string, measure: Measure): string => `${projectId} ${measure}`;

/** What isn't registered yet goes under ids of its own. */
export function wantedOf(rows: readonly LocatedRow[]): Pick<WantedProgress, 'figures' | 'newParts'> {
  const ids = new Map<string, string>();
  const newParts: string[] = [];
  const figures = rows.flatMap((located) => {
    const key = projectKey(located);
    const project_id = located.project.id ?? ids.get(key) ?? randomUUID();
    ids.set(key, project_id);
    const isNew = located.part !== null && located.segmentId === null;
    if (isNew) newParts.push(project_id);
    const segment_id = isNew ? randomUUID() : located.segmentId;
    return measuresOf(located.row).map((said) => ({ project_id, segment_id, ...said }));
  });
  return { figures, newParts };
}

const plain = (value: string): string => differenceOf(value, '0');
const negated = (value: string): string => differenceOf('0', value);
