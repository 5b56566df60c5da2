import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, currentPlanYear, matchKey, type PlainDate, sumDong } from '@thongvon/kernel';
import {
  type ClearanceMoney,
  type ClearanceSums,
  FindProject,
  type ProjectProgress,
  ProjectSteps,
  type SteppedClock,
  SummarizeClearance,
  ViewClearanceMoney,
  ViewProjectProgress,
} from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit, prepared, together } from '@thongvon/platform';
import { type ClosingItem, ClosingItems } from '@thongvon/works-contracts';
import type { HistoryEntry } from '../domain/blocker-history';
import type { BlockerOnDay } from '../domain/blocker-on-day';
import type { BlockersQuery, HeldGroup, HeldTotal } from '../domain/capital-held';
import { continueOrStopReport } from '../domain/continue-or-stop/continue-or-stop';
import type { CaseFacts } from '../domain/continue-or-stop/sections';
import { reportedAndDone } from '../persistence/blocker-ledger';
import { caseOffice, caseProject, dialoguesOf } from '../persistence/register-rows';
import { officialReportAsWord } from '../persistence/word/official-report';
import { type ProjectRemark, Remarks } from './remarks';
import { type HeldPoint, SummarizeBlockers } from './summarize-blockers';
import { ListBlockers } from './view-blockers';

/** Land clearance of all projects in sight, and what their open blockers hold. */
export interface ClearanceAndBlockers extends ClearanceSums {
  readonly blockers: HeldTotal;
}

/** Land clearance of all projects in sight, and what stands in its way. */
@Injectable()
export class SummarizeClearanceAndBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: SummarizeClearance,
    private readonly blockers: SummarizeBlockers,
  ) {}

  /** All reads see one state of the database. */
  execute(actor: Actor, asOf: PlainDate): Promise<ClearanceAndBlockers> {
    const held = { asOf, planYear: currentPlanYear(asOf), denominator: 'current-year-plan' } as const;
    return together(this.dataSource.manager, async (all) => {
      const [clearance, blockers] = await Promise.all([
        this.clearance.summarize(all, actor, asOf),
        this.blockers.total(actor, held, all),
      ]);
      return { ...clearance, blockers };
    });
  }
}

/** More than any project has; the page shows all of them. */
const ALL = 500;

/** How far a project's land is cleared, its blockers (open ones first, then by due date), and what they hold. */
export interface ProjectClearanceAndBlockers extends ProjectProgress {
  readonly blockers: readonly BlockerOnDay[];
  readonly held: HeldTotal;
  readonly heldByCause: readonly HeldGroup[];
  readonly heldByUnit: readonly HeldGroup[];
}

/** A project's clearance and what stands in its way. */
@Injectable()
export class ViewProjectClearance {
  constructor(
    private readonly progress: ViewProjectProgress,
    private readonly blockers: ListBlockers,
    private readonly held: SummarizeBlockers,
  ) {}

  /** Asked of `manager` at once. Throws PROJECT-NOT-FOUND. */
  async asked(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    query: BlockersQuery,
  ): Promise<ProjectClearanceAndBlockers> {
    const [progress, blockers, held] = await Promise.all([
      this.progress.asked(manager, actor, projectId, query.asOf),
      this.blockers.ofProject(manager, actor, projectId, query),
      this.held.ofProject(manager, actor, projectId, query),
    ]);
    return { ...progress, blockers, held: held.total, heldByCause: held.byCause, heldByUnit: held.byUnit };
  }
}

/** All that is known of a project's land clearance on a day. */
export interface ProjectPage extends ProjectClearanceAndBlockers {
  readonly remarks: readonly ProjectRemark[];
  /** Of all its blockers, newest first. */
  readonly actions: readonly HistoryEntry[];
  /** Capital held on the day and in the weeks before. */
  readonly heldSeries: readonly HeldPoint[];
  /** Of the whole project, in their order. */
  readonly steps: readonly SteppedClock[];
  readonly money: ClearanceMoney;
  /** What it still owes, longest first. */
  readonly closing: readonly ClosingItem[];
}

const ACTIONS_SHOWN = 200;
const WEEKS_BEFORE = 12;

/** All that a project's page shows of its land clearance, in one answer. */
@Injectable()
export class ViewProjectPage {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: ViewProjectClearance,
    private readonly held: SummarizeBlockers,
    private readonly steps: ProjectSteps,
    private readonly money: ViewClearanceMoney,
    private readonly closing: ClosingItems,
    private readonly remarks: Remarks,
    private readonly projects: FindProject,
  ) {}

  /** All reads see one state of the database. Throws PROJECT-NOT-FOUND. */
  view(actor: Actor, projectId: string, query: BlockersQuery): Promise<ProjectPage> {
    // Sixteen questions about one project take five times as long to plan as to answer.
    return together(prepared(this.dataSource.manager), (all) => this.asked(all, actor, projectId, query));
  }

  private async asked(
    all: EntityManager,
    actor: Actor,
    projectId: string,
    query: BlockersQuery,
  ): Promise<ProjectPage> {
    const { asOf, figuresAsOf: _, ...plan } = query;
    const weeks = { ...plan, projectId, from: addDays(asOf, -7 * WEEKS_BEFORE), to: asOf };
    const [{ isOwn }, clearance, remarks, reported, heldSeries, { steps }, money, closing] =
      await Promise.all([
        this.projects.read(actor, projectId, null, all),
        this.clearance.asked(all, actor, projectId, query),
        this.remarks.ofProject(all, actor, projectId, asOf),
        reportedAndDone(all, { projectId, until: asOf }),
        this.held.series(actor, weeks, all),
        this.steps.asked(all, actor, { projectId, segmentId: null, asOf }),
        this.money.asked(all, actor, projectId, asOf),
        this.closing.list(actor, { asOf, projectId, limit: ALL }, all),
      ]);
    // Who only must act on one of its blockers sees that one; remarks are asked of those who may open more.
    const seen = new Set(clearance.blockers.map(({ id }) => id));
    const actions = (isOwn ? reported : reported.filter(({ blockerId }) => seen.has(blockerId)))
      .toReversed()
      .slice(0, ACTIONS_SHOWN);
    const proposed = isOwn ? remarks : [];
    return { ...clearance, remarks: proposed, actions, heldSeries, steps, money, closing: closing.items };
  }
}

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
    private readonly projects: FindProject,
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
    const { asOf, planYear } = query;
    const [clearance, money, { steps }, project, office, dialogues] = await together(
      this.dataSource.manager,
      (all) =>
        Promise.all([
          this.clearance.asked(all, actor, projectId, query),
          this.money.asked(all, actor, projectId, asOf),
          this.steps.asked(all, actor, { projectId, segmentId: null, asOf }),
          caseProject(all, projectId, query),
          caseOffice(all, actor.organizationId),
          dialoguesOf(all, projectId, asOf),
          // It tells the project's plan, disbursement and investment: none of that is shown to who only must act.
          this.projects.find(actor, projectId, null, all),
        ]),
    );
    return {
      ...office,
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
      dialogues,
    };
  }
}
