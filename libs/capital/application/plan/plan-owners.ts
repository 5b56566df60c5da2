import type { EntityManager } from 'typeorm';
import { groupBy, matchKey, officeKey, type PlainDate } from '@thongvon/kernel';
import type { OrganizationTree } from '@thongvon/organizations';
import { holdersOf, type ProjectHolder } from '@thongvon/projects';
import type { Finding } from '@thongvon/return-reader';
import type { ReturnFacts } from '@thongvon/returns';
import { HAND_OVER, ownerDiffers } from '../../domain/plan/owner-finding';
import type { MatchedLines } from './matched-lines';

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
