import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { analyzeTables } from '@thongvon/platform';
import { MatchProjects, RegisterProjects } from '@thongvon/projects';
import {
  type CheckOutcome,
  ForReturnKind,
  namingOf,
  type ReturnFacts,
  type ReturnKindRules,
} from '@thongvon/returns';
import { measuresOf } from '../domain/measures';
import {
  deriveProgress,
  insertReported,
  type KnownClearance,
  lockProgress,
  lockTouchedBy,
  numbersAsKnown,
  returnsReplacedBy,
} from '../persistence/progress-rows';
import { registerSegments, segmentsOf } from '../persistence/project-rows';
import { CheckProgress } from './check-progress';
import { locateRows, segmentOf } from './located-rows';

/** Derives progress from what was reported and entered: for what changed, or all anew. */
@Injectable()
export class RebuildProgress {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the projects that a return's figures touch. Their rows are locked, so that two at once agree. */
  async ofReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await lockTouchedBy(manager, returnId);
    if (touched.length === 0) return;
    await this.of(manager, touched);
    await analyzeTables(manager, touched.length, ['land_clearance.clearance_position']);
  }

  /** Of these projects, or of all. */
  async of(manager: EntityManager, projectIds: readonly string[] | null): Promise<void> {
    await deriveProgress(manager, projectIds);
  }

  /** Everything. Must give what the step-by-step derivation gave. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockProgress(manager);
      await this.of(manager, null);
    });
  }
}

/** The day that is asked for, and what had been approved or recorded by when. */
export interface AsKnown {
  readonly asOf: PlainDate;
  readonly knownAt: Date;
}

/**
 * Clearance of all projects on a day, as known at an instant. What nothing has touched since is taken from the derived
 * table, the rest is derived anew: the cost follows what changed, not the history.
 */
@Injectable()
export class ClearanceAsKnown {
  /** By project, in no order: decimal texts by measure, and the date of the newest figure. */
  numbers(manager: EntityManager, { asOf, knownAt }: AsKnown): Promise<KnownClearance[]> {
    return numbersAsKnown(manager, asOf, knownAt);
  }
}

/** Writes the clearance table of a return into the ledger, registering projects that no other table has named, and new parts. */
@Injectable()
export class CommitProgress {
  constructor(
    private readonly projects: RegisterProjects,
    private readonly matching: MatchProjects,
  ) {}

  async commit(manager: EntityManager, facts: ReturnFacts, at: Date): Promise<void> {
    const { reading, organizationId } = facts;
    if (reading.asOf === null) throw new Error(`clearance without a date: return ${facts.id}`);
    const located = await locateRows(manager, this.matching, facts);
    const ids = await this.projects.register(
      manager,
      located.map(({ code, name }) => ({
        code,
        name,
        field: null,
        ownerName: null,
        // A clearance table says nothing of who owns a project: a commune clears land for others.
        ownerId: null,
        totalInvestment: null,
      })),
      { ...namingOf(facts, true), returnId: facts.id, at },
    );
    const rows = located.map((row, index) => ({ ...row, projectId: ids[index] ?? '' }));
    const fresh = rows.flatMap(({ projectId, part, segmentId }) =>
      part !== null && segmentId === null ? [{ projectId, part }] : [],
    );
    await registerSegments(manager, fresh, at);
    const divisions = await segmentsOf(manager, organizationId, ids);
    const figures = rows.flatMap(({ row, projectId, part }) =>
      measuresOf(row).map(({ measure, value }) => ({
        project_id: projectId,
        segment_id: segmentOf(part, divisions.get(projectId) ?? []),
        measure,
        value,
        sheet: row.cells[measure]?.sheet ?? null,
        cell: row.cells[measure]?.cell ?? null,
      })),
    );
    await insertReported(manager, figures, facts, at);
    await analyzeTables(manager, figures.length, ['land_clearance.clearance_figure']);
  }
}

/** Land-clearance progress as a kind of return. */
@Injectable()
@ForReturnKind('land-clearance')
export class ClearanceRules implements ReturnKindRules {
  readonly senders = ['reporter', 'finance-officer', 'finance-head'] as const;

  constructor(
    private readonly checking: CheckProgress,
    private readonly committing: CommitProgress,
    private readonly rebuilding: RebuildProgress,
  ) {}

  async check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome> {
    return this.checking.check(manager, facts, await this.superseded(manager, facts));
  }

  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void> {
    return this.committing.commit(manager, facts, approvedAt);
  }

  /** A full return replaces an earlier one of the same office and date that holds nothing else. */
  async superseded(manager: EntityManager, facts: ReturnFacts): Promise<string[]> {
    if (facts.reading.coverage !== 'full') return [];
    return returnsReplacedBy(manager, facts, 'land-clearance');
  }

  recompute(manager: EntityManager, returnId: string): Promise<void> {
    return this.rebuilding.ofReturn(manager, returnId);
  }
}
