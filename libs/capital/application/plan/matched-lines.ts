import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import type { OrganizationTree } from '@thongvon/organizations';
import type { MatchProjects, ProjectMatch, ProjectMatcher } from '@thongvon/projects';
import type { AllocationReading } from '@thongvon/return-reader';
import { namingOf, type ReturnFacts } from '@thongvon/returns';

/** The lines of one project, and which project of the register is meant; null: none yet. */
export interface MatchedLines {
  readonly lines: readonly [AllocationReading, ...AllocationReading[]];
  readonly match: ProjectMatch;
  readonly projectId: string | null;
}

/**
 * A plan's lines by project, each with what it means in the register. The same for the check and for the approval. A plan
 * gives capital only within its office's subtree: what lies with an office above, though nobody's yet, and what is planned
 * for an owner elsewhere is foreign (contract, section 3, "Whose").
 */
export async function matchLines(
  manager: EntityManager,
  matching: MatchProjects,
  organizations: OrganizationTree,
  facts: ReturnFacts,
): Promise<{ readonly matched: readonly MatchedLines[]; readonly matcher: ProjectMatcher }> {
  const { allocations } = facts.reading;
  const matcher = await matching.matcherFor(allocations, namingOf(facts, false), manager);
  const outside = await organizations.namedOutside(
    allocations.flatMap(({ owner }) => (owner === null ? [] : [owner])),
    facts.scope,
    manager,
  );
  const isElsewhere = (lines: MatchedLines['lines'], match: ProjectMatch): boolean =>
    lines.some(({ owner }) => owner !== null && outside.has(matchKey(owner))) ||
    (match.type === 'known' && !facts.scope.includes(match.project.heldBy));
  const matched = groupByProject(allocations).map((lines): MatchedLines => {
    const meant = matcher.match(lines[0]);
    const match: ProjectMatch = isElsewhere(lines, meant) ? { type: 'foreign' } : meant;
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
