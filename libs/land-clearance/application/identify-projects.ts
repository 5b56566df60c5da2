import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import { matchFinding, ProjectMatcher, type MatchProjects, type NamedProject } from '@thongvon/projects';
import type { CellRef, Finding } from '@thongvon/reading';
import { decidedProjects, NEW_PROJECT, type ReturnFacts } from '@thongvon/returns';

export interface IdentifiedProject {
  /** Null while it isn't in the register, or not certainly. */
  readonly id: string | null;
  /** The register's name of it. */
  readonly name: string | null;
  finding(cell: CellRef): Finding | undefined;
}

/** The project of the register that each row means, in their order: as people answered, else by code and name. */
export async function identifyProjects(
  manager: EntityManager,
  matching: MatchProjects,
  rows: readonly NamedProject[],
  { scope, organizationId, answers }: Pick<ReturnFacts, 'scope' | 'organizationId' | 'answers'>,
): Promise<IdentifiedProject[]> {
  const known = await matching.candidates(rows, manager);
  const matcher = new ProjectMatcher(known, new Set(scope));
  const ownMatcher = new ProjectMatcher(known, new Set([organizationId]));
  const decided = decidedProjects(answers);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const told = decided.get(matchKey(row.code ?? row.name));
    const match = (told === NEW_PROJECT ? ownMatcher : matcher).match(row);
    const meant =
      told !== undefined && told !== NEW_PROJECT ? told : match.type === 'known' ? match.project.id : null;
    return {
      id: meant,
      name: (meant === null ? undefined : names.get(meant)) ?? null,
      finding: (cell) => matchFinding(row, match, cell),
    };
  });
}
