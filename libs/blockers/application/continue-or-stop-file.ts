import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { matchKey, sumDong } from '@thongvon/kernel';
import { ProjectSteps, ViewClearanceMoney } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit } from '@thongvon/platform';
import type { BlockersQuery } from '../domain/capital-held';
import type { CaseFacts } from '../domain/continue-or-stop/sections';
import { continueOrStopReport } from '../domain/continue-or-stop/continue-or-stop';
import { caseOffice, caseProject, dialoguesOf } from '../persistence/register-rows';
import { officialReportAsWord } from '../persistence/word/official-report';
import { ViewProjectClearance } from './clearance-pages';

export interface WordFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Draws up the file on which leaders decide whether a project goes on (founding report, 309/BC-UBND). */
@Injectable()
export class ContinueOrStopFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: ViewProjectClearance,
    private readonly money: ViewClearanceMoney,
    private readonly steps: ProjectSteps,
    private readonly audit: Audit,
  ) {}

  /** Throws PROJECT-NOT-FOUND. It leaves the office, so it names no household; that it was made is in the audit trail. */
  async make(actor: Actor, projectId: string, query: BlockersQuery): Promise<WordFile> {
    const facts = await this.facts(actor, projectId, query);
    await this.audit.record(
      this.dataSource.manager,
      actor.userId,
      'continue-or-stop.make',
      `project:${projectId}`,
    );
    const name = facts.project.code ?? matchKey(facts.project.name).replaceAll(' ', '-').slice(0, 60);
    return {
      fileName: `ho-so-tiep-tuc-hoac-dung-${name}-${facts.asOf}.docx`,
      bytes: await officialReportAsWord(continueOrStopReport(facts)),
    };
  }

  private async facts(actor: Actor, projectId: string, query: BlockersQuery): Promise<CaseFacts> {
    const { manager } = this.dataSource;
    const { asOf, planYear } = query;
    const clearance = await this.clearance.view(actor, projectId, query);
    const money = await this.money.view(actor, projectId, asOf);
    const { steps } = await this.steps.of(actor, projectId, null, asOf);
    const project = await caseProject(manager, projectId, query);
    return {
      ...(await caseOffice(manager, actor.organizationId)),
      asOf,
      project: { code: clearance.project.code, name: clearance.project.name, ...project.register },
      planYear,
      ...project.figures,
      approved: money.approved,
      paid: money.paid,
      advancesOutstanding: sumDong(money.advances.map(({ outstanding }) => outstanding)),
      numbers: Object.fromEntries(clearance.values.map(({ measure, value }) => [measure, value])),
      rates: clearance.rates,
      steps,
      blockers: clearance.blockers,
      dialogues: await dialoguesOf(manager, projectId, asOf),
    };
  }
}
