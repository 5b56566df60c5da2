import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { Audit, analyzeTables } from '@thongvon/platform';
import {
  confirmHandovers,
  ensureSources,
  handOver,
  MatchProjects,
  RecordGroups,
  RegisterProjects,
  type Handover,
} from '@thongvon/projects';
import { namingOf, type ReturnFacts } from '@thongvon/returns';
import { approverOf, insertAllocations, recordDecision } from '../../persistence/plan/plan-ledger';
import { matchLines, planOwners } from './matched-lines';
import { chosenFor } from './plan-effect';

/** Writes a capital plan into the register and the ledger: the decision, its projects, and their new amounts. */
@Injectable()
export class CommitPlan {
  constructor(
    private readonly projects: RegisterProjects,
    private readonly groups: RecordGroups,
    private readonly organizations: OrganizationTree,
    private readonly matching: MatchProjects,
    private readonly audit: Audit,
  ) {}

  /** In the approval's transaction, `at` its instant. A reading without a decision or year is a slip of the program. */
  async commit(manager: EntityManager, facts: ReturnFacts, at: Date): Promise<void> {
    const { reading, organizationId, scope } = facts;
    const { decision, planYear, allocations } = reading;
    if (!decision || planYear === null) throw new Error(`plan without decision or year: return ${facts.id}`);
    const owners = await this.organizations.idsByName(
      allocations.flatMap(({ owner }) => (owner === null ? [] : [owner])),
      scope,
      manager,
    );
    const { matched } = await matchLines(manager, this.matching, this.organizations, facts);
    const { inQuestion, named } = await planOwners(manager, this.organizations, facts, matched);
    const asked = new Set(inQuestion.flatMap(({ projectIds }) => projectIds));
    // What was asked is as it was answered; the register learns no owner from it besides.
    const settled = new Set(
      matched.flatMap(({ lines, projectId }) => (projectId !== null && asked.has(projectId) ? lines : [])),
    );
    const rows = allocations.map((line) => ({
      code: line.code,
      name: line.name,
      field: line.field,
      ownerName: line.owner,
      ownerId: line.owner === null || settled.has(line) ? null : (owners.get(matchKey(line.owner)) ?? null),
      totalInvestment: null,
    }));
    for (const { projectIds, handOverTo, since } of inQuestion) {
      if (handOverTo !== null) await this.handOver(manager, facts, { projectIds, to: handOverTo, since, at });
    }
    await confirmHandovers(manager, facts.id, named);
    const ids = await this.projects.register(manager, rows, {
      ...namingOf(facts, false),
      returnId: facts.id,
      at,
    });
    await ensureSources(manager, allocations);
    const decisionId = await recordDecision(manager, {
      ...decision,
      planYear,
      organizationId,
      at,
      // An annex, whatever it calls itself, leaves the decision what it was.
      decidesMode: chosenFor(facts) !== 'annex',
    });
    const entries = allocations.map((line, index) => ({ ...line, projectId: ids[index] ?? '' }));
    await insertAllocations(
      manager,
      { returnId: facts.id, decisionId, planYear, effectiveOn: decision.date },
      entries,
    );
    await this.groups.record(manager, { returnId: facts.id, planYear, asOf: decision.date }, entries);
    await analyzeTables(manager, entries.length, ['capital.allocation']);
  }

  private async handOver(
    manager: EntityManager,
    { id }: ReturnFacts,
    handover: Omit<Handover, 'by' | 'saidBy'>,
  ): Promise<void> {
    const by = await approverOf(manager, id);
    await handOver(manager, { ...handover, by, saidBy: id });
    for (const projectId of handover.projectIds)
      await this.audit.record(manager, by, 'project.change', `project:${projectId}`, {
        fields: ['ownerId'],
        ownerSince: handover.since,
        returnId: id,
      });
  }
}
