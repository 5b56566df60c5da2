import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { blockerPositions } from '../domain/blocker-history';
import { blockerEvents, replacePositions } from '../persistence/blocker-rows';

/** Derives the states of blockers from what was reported and done: for what changed, or all anew. */
@Injectable()
export class RebuildBlockers {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that a return speaks of. Their rows are locked, so that two at once agree. */
  async ofReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await idsOf(
      manager,
      `SELECT id FROM blockers.blocker WHERE id IN (
         SELECT coalesce(alias.canonical_id, m.blocker_id)
         FROM blockers.blocker_mention m LEFT JOIN blockers.blocker_alias(NULL) alias USING (blocker_id) WHERE m.return_id = $1
       ) ORDER BY id FOR NO KEY UPDATE`,
      returnId,
    );
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
      await manager.query('LOCK TABLE blockers.blocker_position IN SHARE ROW EXCLUSIVE MODE');
      await this.of(manager, null);
    });
  }
}

async function idsOf(manager: EntityManager, sql: string, returnId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [returnId]);
  return rows.map(({ id }) => id);
}
