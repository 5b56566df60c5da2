import type { EntityManager } from 'typeorm';
import { groupBy, type PlainDate } from '@thongvon/kernel';
import type { Finding } from '@thongvon/return-reader';
import type { ReturnFacts } from '@thongvon/returns';
import { type Measure, measuresOf } from '../domain/measures';
import { contradictedNumbers, type NumbersAround, progressFalls } from '../domain/progress-falls';
import { numbersAround, numbersInCourse, placeKey } from '../persistence/clearance-around-sql';
import { fallKey, wantedOf } from './clearance-consequences';
import type { LocatedRow } from './located-rows';

export interface ClearanceFalls {
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
