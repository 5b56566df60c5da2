import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import { matchFinding, type MatchProjects, type NamedProject, swappedNames } from '@thongvon/projects';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { namingOf, type ReturnFacts } from '@thongvon/returns';
import { saidApart, saysSomething } from '../domain/findings';
import { type PlacedRow, placeRows, segmentNamed, splitsOf } from '../domain/placed-rows';
import { type KnownSegment, segmentsOf } from '../persistence/project-rows';

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

interface IdentifiedProject {
  /** Null while it isn't in the register, or not certainly, or not the sender's to report. */
  readonly id: string | null;
  /** The register's name of it. */
  readonly name: string | null;
  /** Nothing of the register is meant, as far as code and name tell, and nobody has said otherwise. */
  readonly isUnknown: boolean;
  /** Nothing of the register is meant, and a person has said so. */
  readonly isDenied: boolean;
  /** A person said which project is meant. */
  readonly isAnswered: boolean;
  finding(cell: CellRef): Finding | undefined;
}

/**
 * The project of the register that each row means, in their order: as people answered, else by code and name. Also those
 * in whose land clearance the sender takes part.
 */
export async function identifyProjects(
  manager: EntityManager,
  matching: MatchProjects,
  rows: readonly NamedProject[],
  facts: ReturnFacts,
): Promise<IdentifiedProject[]> {
  const matcher = await matching.matcherFor(rows, namingOf(facts, true), manager);
  return rows.map((row) => {
    const match = matcher.match(row);
    const project = match.type === 'known' ? match.project : null;
    return {
      id: project?.id ?? null,
      name: project?.name ?? null,
      isUnknown: match.type === 'new' && !matcher.isAnswered(row),
      isDenied: match.type === 'new' && matcher.isAnswered(row),
      isAnswered: matcher.isAnswered(row),
      finding: (cell) => matchFinding(matcher, row, cell),
    };
  });
}

/** Which projects of the table stand under the codes of each other, by what is asked of it. */
export async function swappedProjects<R extends NamedProject & { readonly cell: CellRef }>(
  manager: EntityManager,
  matching: MatchProjects,
  rows: readonly R[],
  facts: ReturnFacts,
) {
  return swappedNames(await matching.matcherFor(rows, namingOf(facts, true), manager), rows);
}
