import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { blockerPositions } from '../domain/blocker-history';
import { lockNamedBy, lockPositions } from '../persistence/blockers-as-known-rows';
import { blockerEvents, replacePositions } from '../persistence/blocker-rows';

/** Derives the states of blockers from what was reported and done: for what changed, or all anew. */
@Injectable()
export class RebuildBlockers {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that a return speaks of. Their rows are locked, so that two at once agree. */
  async ofReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await lockNamedBy(manager, returnId);
    if (touched.length > 0) await this.of(manager, touched);
  }

  /** Of these blockers, or of all. One that was merged into another has no states of its own. */
  async of(manager: EntityManager, blockerIds: readonly string[] | null): Promise<void> {
    const events = await blockerEvents(manager, blockerIds);
    const positions = new Map([...events].map(([id, of]) => [id, blockerPositions(of)]));
    await replacePositions(manager, blockerIds, positions);
  }

  /** Everything. Must give what the step-by-step derivation gave. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockPositions(manager);
      await this.of(manager, null);
    });
  }
}
