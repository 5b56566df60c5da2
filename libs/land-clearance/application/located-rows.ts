import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import type { MatchProjects } from '@thongvon/projects';
import type { ReturnFacts } from '@thongvon/returns';
import { saysSomething } from '../domain/clearance-row';
import { saidApart } from '../domain/messages';
import { placeRows, type PlacedRow } from '../domain/placed-rows';
import { segmentNamed, splitsOf } from '../domain/segment-names';
import { segmentsOf, type KnownSegment } from '../persistence/segments';
import { identifyProjects, type IdentifiedProject } from './identify-projects';

/** A row of a clearance table with the project, and the segment of it, that it tells of. */
export interface LocatedRow extends PlacedRow {
  readonly project: IdentifiedProject;
  /** Null: the whole project, or a part that isn't registered yet. */
  readonly segmentId: string | null;
}

/** Where the rows of a return's clearance tables belong. The same for the check and for the approval. */
export async function locateRows(
  manager: EntityManager,
  matching: MatchProjects,
  facts: ReturnFacts,
): Promise<LocatedRow[]> {
  const rows = facts.reading.landClearance.filter(saysSomething);
  if (rows.length === 0) return [];
  const bases = rows.flatMap(({ code, name }) =>
    code === null ? splitsOf(name).map(({ base }) => ({ code, name: base })) : [],
  );
  const known = await identifyProjects(manager, matching, [...rows, ...bases], facts);
  const divisions = await segmentsOf(manager, facts.organizationId, idsOf(known));
  const knownNames = new Set(
    bases.flatMap(({ name }, index) => (known[rows.length + index]?.id == null ? [] : [matchKey(name)])),
  );
  const placed = placeRows(
    rows.map((row, index) => {
      const { id = null, name = null } = known[index] ?? {};
      return { row, registered: name, segments: id === null ? [] : (divisions.get(id) ?? []) };
    }),
    knownNames,
    saidApart(facts.answers),
  );
  const projects = await identifyProjects(manager, matching, placed, facts);
  return placed.flatMap((row, index) => {
    const project = projects[index];
    if (!project) return [];
    const division = project.id === null ? [] : (divisions.get(project.id) ?? []);
    return [{ ...row, project, segmentId: segmentOf(row.part, division) }];
  });
}

/** The segment of a part that is named, or of the sender who clears one. */
export function segmentOf(part: string | null, division: readonly KnownSegment[]): string | null {
  const segment = part === null ? division.find(({ own }) => own) : segmentNamed(part, division);
  return segment?.id ?? null;
}

const idsOf = (projects: readonly IdentifiedProject[]): string[] => projects.flatMap(({ id }) => id ?? []);
