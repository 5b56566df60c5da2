import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dongOf, matchKey } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { analyzeTables } from '@thongvon/platform';
import { ensureSources, RegisterProjects } from '@thongvon/projects';
import { namingOf, type ReturnFacts } from '@thongvon/returns';
import type { Basis } from '../../domain/figures/figures-query';
import { ledgerLines } from '../../domain/figures/ledger-lines';
import { insertFigures } from '../../persistence/figures/figure-ledger';

/** Writes the figures of a return and its owners' estimates into the ledger, registering projects that no plan has named. */
@Injectable()
export class CommitFigures {
  constructor(
    private readonly projects: RegisterProjects,
    private readonly organizations: OrganizationTree,
  ) {}

  /** In the approval's transaction, `at` its instant. A reading without a date or year is a slip of the program. */
  async commit(manager: EntityManager, facts: ReturnFacts, basis: Basis, at: Date): Promise<void> {
    const { reading } = facts;
    const { asOf, planYear, projects } = reading;
    if (asOf === null || planYear === null)
      throw new Error(`figures without date or year: return ${facts.id}`);
    const ids = await this.register(manager, facts, basis, at);
    await ensureSources(
      manager,
      projects.flatMap(({ lines }) => lines),
    );
    const figures = projects.flatMap((project, index) => {
      const projectId = ids[index] ?? '';
      return ledgerLines(project, reading.sheets, planYear, basis).map((line) => ({ projectId, ...line }));
    });
    await insertFigures(manager, { returnId: facts.id, planYear, asOf }, figures);
    await analyzeTables(manager, figures.length, [
      'capital.figure (return_id, project_id, plan_year, plan_type, source_code, basis, as_of)',
    ]);
  }

  private async register(
    manager: EntityManager,
    facts: ReturnFacts,
    basis: Basis,
    at: Date,
  ): Promise<string[]> {
    const { reading, organizationId, scope } = facts;
    const named = reading.projects.flatMap(({ owner }) => (owner === null ? [] : [owner]));
    const owners = await this.organizations.idsByName(named, scope, manager);
    // A board reports for itself; a Treasury statement says nothing of who owns a project.
    const sender = basis === 'reported' ? organizationId : null;
    const rows = reading.projects.map(({ code, name, field, owner, totalInvestment }) => ({
      code,
      name,
      field,
      ownerName: owner,
      ownerId: owner === null ? sender : (owners.get(matchKey(owner)) ?? null),
      totalInvestment: dongOf(totalInvestment),
    }));
    return this.projects.register(manager, rows, { ...namingOf(facts, false), returnId: facts.id, at });
  }
}
