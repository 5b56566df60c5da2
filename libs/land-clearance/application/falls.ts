import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { groupBy, type PlainDate } from '@thongvon/kernel';
import type { Finding } from '@thongvon/return-reader';
import type { ReturnFacts, TotalChange } from '@thongvon/returns';
import { contradictedNumbers, type NumbersAround, progressFalls } from '../domain/contradictions';
import { differenceOf, type Measure, measuresOf } from '../domain/measures';
import { projectKey } from '../domain/placed-rows';
import { clearanceLosses } from '../domain/progress-preview';
import {
  clearanceShifts,
  clearanceTotal,
  touchedProjects,
  type WantedProgress,
} from '../persistence/clearance-sql';
import { numbersAround, numbersInCourse, placeKey } from '../persistence/progress-around';
import type { LocatedRow } from './located-rows';

interface ClearanceFalls {
  readonly findings: readonly Finding[];
  /** `fallKey`s of numbers whose fall below an earlier day the sender is asked about. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Cumulative numbers of the return that contradict what is approved of the days before and after its own: of the very place
 * that a row tells of, and of its project where that is known otherwise, as a whole or in parts.
 */
export async function checkFalls(
  manager: EntityManager,
  { reading: { asOf }, scope }: ReturnFacts,
  rows: readonly LocatedRow[],
  ending: readonly string[],
  /** What is asked about otherwise: a wrong unit makes no cause of its own of each row. */
  isSuspect: (row: LocatedRow, measure: Measure) => boolean,
): Promise<ClearanceFalls> {
  const known = rows.flatMap((located) => {
    const { project, part, segmentId } = located;
    return project.id !== null && (part === null || segmentId !== null)
      ? [{ located, projectId: project.id, place: placeKey(project.id, segmentId) }]
      : [];
  });
  const ids = [...new Set(known.map(({ projectId }) => projectId))];
  if (asOf === null || ids.length === 0) return { findings: [], asked: new Set() };
  const around = await numbersAround(manager, ids, asOf, scope);
  const findings: Finding[] = [];
  const asked = new Set<string>();
  const settled = new Set<string>();
  const ask = (key: string, found: Finding[], { earlier }: NumbersAround): void => {
    findings.push(...found);
    if (found.length > 0) settled.add(key);
    if (earlier) asked.add(key);
  };
  for (const { located, projectId, place } of known) {
    for (const { measure, value } of measuresOf(located.row)) {
      const key = fallKey(projectId, measure);
      if (isSuspect(located, measure)) {
        settled.add(key);
        continue;
      }
      const broken = contradictedNumbers({ measure, value }, around.get(place)?.get(measure) ?? {});
      ask(key, progressFalls(numberOf(located, measure, value, asOf), broken), broken);
    }
  }
  const foreign = new Set(
    known.flatMap(({ projectId, place }) =>
      [...(around.get(place)?.values() ?? [])].some(({ later }) => later?.isForeign) ? projectId : [],
    ),
  );
  const byProject = groupBy(rows, ({ project }) => project.id);
  const course = await numbersInCourse(manager, { ...wantedOf(rows), asOf, ending }, (id) => foreign.has(id));
  for (const { projectId, measure, value, around: next } of course) {
    const key = fallKey(projectId, measure);
    const row = byProject.get(projectId)?.find(({ row: { cells } }) => cells[measure] !== undefined);
    if (!row || settled.has(key)) continue;
    const broken = contradictedNumbers({ measure, value }, next);
    ask(key, progressFalls({ ...numberOf(row, measure, value, asOf), project: row.name }, broken), broken);
  }
  return { findings, asked };
}

function numberOf({ row }: LocatedRow, measure: Measure, value: string, asOf: PlainDate) {
  return { project: row.name, measure, asOf, value, cell: row.cells[measure] ?? null };
}

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

const fallKey = (projectId: string, measure: Measure): string => `${projectId} ${measure}`;

/** What isn't registered yet goes under ids of its own. */
function wantedOf(rows: readonly LocatedRow[]): Pick<WantedProgress, 'figures' | 'newParts'> {
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
