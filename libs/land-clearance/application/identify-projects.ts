import type { EntityManager } from 'typeorm';
import { matchFinding, type MatchProjects, type NamedProject } from '@thongvon/projects';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { namingOf, type ReturnFacts } from '@thongvon/returns';

export interface IdentifiedProject {
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
