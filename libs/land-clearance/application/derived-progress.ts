import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { analyzeTables } from '@thongvon/platform';
import {
  deriveProgress,
  type KnownClearance,
  lockProgress,
  lockTouchedBy,
  numbersAsKnown,
} from '../persistence/progress-rows';

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
