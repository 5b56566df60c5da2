import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import type { MatchProjects, ProjectMatch, ProjectMatcher } from '@thongvon/projects';
import type { AllocationReading } from '@thongvon/return-reader';
import { namingOf, type ReturnFacts } from '@thongvon/returns';

/** The lines of one project, and which project of the register is meant; null: none yet. */
export interface MatchedLines {
  readonly lines: readonly [AllocationReading, ...AllocationReading[]];
  readonly match: ProjectMatch;
  readonly projectId: string | null;
}

/** A plan's lines by project, each with what it means in the register. The same for the check and for the approval. */
export async function matchLines(
  manager: EntityManager,
  matching: MatchProjects,
  facts: ReturnFacts,
): Promise<{ readonly matched: readonly MatchedLines[]; readonly matcher: ProjectMatcher }> {
  const { allocations } = facts.reading;
  const matcher = await matching.matcherFor(allocations, namingOf(facts, false), manager);
  const matched = groupByProject(allocations).map((lines): MatchedLines => {
    const match = matcher.match(lines[0]);
    return { lines, match, projectId: match.type === 'known' ? match.project.id : null };
  });
  return { matched, matcher };
}

function groupByProject(allocations: readonly AllocationReading[]): MatchedLines['lines'][] {
  const groups = new Map<string, [AllocationReading, ...AllocationReading[]]>();
  for (const allocation of allocations) {
    const key = allocation.code ?? matchKey(allocation.name);
    const group = groups.get(key);
    if (group) group.push(allocation);
    else groups.set(key, [allocation]);
  }
  return [...groups.values()];
}
