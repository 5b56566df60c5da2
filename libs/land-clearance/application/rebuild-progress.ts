import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { analyzeTables } from '@thongvon/platform';
import { deriveProgress, lockProgress, lockTouchedBy } from '../persistence/progress-rows';

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
