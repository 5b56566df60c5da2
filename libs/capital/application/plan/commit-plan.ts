import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decisionKey, matchKey } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { Audit, analyzeTables } from '@thongvon/platform';
import {
  confirmHandovers,
  ensureSources,
  handOver,
  MatchProjects,
  RegisterProjects,
  type Handover,
} from '@thongvon/projects';
import { namingOf, type ReturnFacts } from '@thongvon/returns';
import { chosenFor } from './decision-again';
import { matchLines } from './matched-lines';
import { planOwners } from './plan-owners';

/** Writes a capital plan into the register and the ledger: the decision, its projects, and their new amounts. */
@Injectable()
export class CommitPlan {
  constructor(
    private readonly projects: RegisterProjects,
    private readonly organizations: OrganizationTree,
    private readonly matching: MatchProjects,
    private readonly audit: Audit,
  ) {}

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
    const [recorded] = await manager.query<{ id: string }[]>(
      `INSERT INTO capital.decision (number, number_key, decided_on, mode, plan_year, organization_id, recorded_at)
       VALUES ($1, $7, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT decision_number
         DO UPDATE SET mode = CASE WHEN $8 THEN excluded.mode ELSE decision.mode END
       RETURNING id`,
      [
        decision.number,
        decision.date,
        decision.mode,
        planYear,
        organizationId,
        at,
        decisionKey(decision.number),
        // An annex, whatever it calls itself, leaves the decision what it was.
        chosenFor(facts) !== 'annex',
      ],
    );
    const entries = allocations.map((allocation, index) => ({
      project_id: ids[index],
      plan_type: allocation.planType,
      source_code: allocation.source,
      amount: allocation.planned,
      sheet: allocation.cell.sheet,
      cell: allocation.cell.cell,
    }));
    await manager.query(
      `INSERT INTO capital.allocation (return_id, decision_id, project_id, plan_year, plan_type, source_code, amount, effective_on, sheet, cell)
       SELECT $2, $3, project_id, $4, plan_type, source_code, amount, $5, sheet, cell
       FROM jsonb_to_recordset($1) AS t (project_id uuid, plan_type text, source_code text, amount numeric, sheet text, cell text)`,
      [JSON.stringify(entries), facts.id, recorded?.id, planYear, decision.date],
    );
    await analyzeTables(manager, entries.length, ['capital.allocation']);
  }
  private async handOver(
    manager: EntityManager,
    { id }: ReturnFacts,
    handover: Omit<Handover, 'by' | 'saidBy'>,
  ): Promise<void> {
    const [approved] = await manager.query<{ by: string | null }[]>(
      'SELECT approved_by AS by FROM returns.return_ref WHERE id = $1',
      [id],
    );
    const by = approved?.by ?? null;
    await handOver(manager, { ...handover, by, saidBy: id });
    for (const projectId of handover.projectIds)
      await this.audit.record(manager, by, 'project.change', `project:${projectId}`, {
        fields: ['ownerId'],
        ownerSince: handover.since,
        returnId: id,
      });
  }
}
