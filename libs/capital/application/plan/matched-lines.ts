import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, officeKey, type PlainDate } from '@thongvon/kernel';
import type { OrganizationTree } from '@thongvon/organizations';
import {
  holdersOf,
  type MatchProjects,
  type ProjectHolder,
  type ProjectMatch,
  type ProjectMatcher,
} from '@thongvon/projects';
import type { AllocationReading, Finding } from '@thongvon/return-reader';
import { namingOf, type ReturnFacts } from '@thongvon/returns';
import { HAND_OVER, ownerDiffers } from '../../domain/plan/owner-finding';

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

/** Projects that the register has under one office and the plan under another. */
interface OwnerInQuestion {
  readonly finding: Finding;
  readonly projectIds: readonly string[];
  /** What was answered: the office that they are handed over to, from the decision's day; null: the register stands. */
  readonly handOverTo: string | null;
  readonly since: PlainDate;
}

/** A project that the plan gives to the office that has it, by its words or as was answered: the register's owner stands. */
interface NamedOwner {
  readonly projectId: string;
  readonly to: string;
}

/**
 * Where a plan's "Chủ đầu tư" isn't whose the project is on the decision's day, nor by now: asked, one question for each two
 * offices. What is nobody's yet simply learns its owner (contract, section 3, "Whose"; ADR 0155).
 */
export async function planOwners(
  manager: EntityManager,
  organizations: OrganizationTree,
  facts: ReturnFacts,
  matched: readonly MatchedLines[],
): Promise<{ readonly inQuestion: readonly OwnerInQuestion[]; readonly named: readonly NamedOwner[] }> {
  const { decision } = facts.reading;
  const named = matched.flatMap(({ lines, projectId }) => {
    const owner = lines.find((line) => line.owner !== null)?.owner ?? null;
    return projectId === null || owner === null ? [] : [{ lines, projectId, owner }];
  });
  if (decision === null || named.length === 0) return { inQuestion: [], named: [] };
  const offices = await organizations.idsByName(
    named.map(({ owner }) => owner),
    facts.scope,
    manager,
  );
  const ids = named.map(({ projectId }) => projectId);
  const holders = await holdersOf(manager, ids, decision.date);
  const agreed: NamedOwner[] = [];
  const differing = named.flatMap(({ lines, projectId, owner }) => {
    const holder = holders.get(projectId);
    const office = offices.get(matchKey(owner)) ?? null;
    if (holder === undefined) return [];
    if (!agrees(holder, owner, office, facts))
      return [{ project: lines[0], projectId, owner, office, holder }];
    const to = office ?? holder.ownerId;
    if (to !== null) agreed.push({ projectId, to });
    return [];
  });
  const inQuestion = [
    ...groupBy(differing, ({ owner, holder }) => `${holder.id} ${matchKey(owner)}`).values(),
  ].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const finding = ownerDiffers({
      named: first.owner,
      isOffice: first.office !== null,
      holder: first.holder.name,
      since: decision.date,
      projects: same.map(({ project }) => project),
    });
    const answer = facts.answers.find(
      ({ code, sheet, cell, asked }) =>
        code === finding.code && sheet === finding.sheet && cell === finding.cell && asked === finding.value,
    );
    return [
      {
        finding,
        projectIds: same.map(({ projectId }) => projectId),
        handOverTo: answer?.value === HAND_OVER ? first.office : null,
        since: decision.date,
        kept: same.flatMap(({ projectId, holder: { ownerId } }) =>
          ownerId === null ? [] : [{ projectId, to: ownerId }],
        ),
      },
    ];
  });
  const kept = inQuestion.flatMap((each) => (each.handOverTo === null ? each.kept : []));
  return { inQuestion, named: [...agreed, ...kept] };
}

/** `office`: which of ours the plan's words mean; null: none. */
function agrees(
  { id, name, ownerId, ownerName, registeredBy, handedOver }: ProjectHolder,
  owner: string,
  office: string | null,
  { organizationId, above }: ReturnFacts,
): boolean {
  const isNobodys =
    ownerId === null && !handedOver && (registeredBy === organizationId || above.includes(registeredBy));
  if (isNobodys) return true;
  if (office !== null) return office === id || office === ownerId;
  // An office in other words than its name: the office's own, or the same as before, however abbreviated.
  return (
    matchKey(name) === matchKey(owner) || (ownerName !== null && officeKey(ownerName) === officeKey(owner))
  );
}
