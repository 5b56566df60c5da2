import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { analyzeTables } from '@thongvon/platform';
import { blockerPositions } from '../domain/blocker-history';
import { blockerEvents, replacePositions } from '../persistence/blocker-rows';
import { clearanceAsKnownSql } from '../persistence/clearance-sql';

const COLUMNS = 'project_id, segment_id, measure, valid_from, valid_to, value, figure_id';

/** Derives progress and the states of blockers from what was reported and done: for what changed, or all anew. */
@Injectable()
export class RebuildClearance {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the projects that a return's figures touch. Their rows are locked, so that two at once agree. */
  async progressOf(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await idsOf(
      manager,
      `SELECT id FROM projects.project_ref WHERE id IN (SELECT project_id FROM land_clearance.clearance_figure WHERE return_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      returnId,
    );
    if (touched.length === 0) return;
    await this.progress(manager, touched);
    await analyzeTables(manager, touched.length, ['land_clearance.clearance_position']);
  }

  /** Those that a return speaks of. Their rows are locked, so that two at once agree. */
  async blockersOf(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await idsOf(
      manager,
      `SELECT id FROM blockers.blocker WHERE id IN (
         SELECT coalesce(alias.canonical_id, m.blocker_id)
         FROM blockers.blocker_mention m LEFT JOIN blockers.blocker_alias(NULL) alias USING (blocker_id) WHERE m.return_id = $1
       ) ORDER BY id FOR NO KEY UPDATE`,
      returnId,
    );
    if (touched.length > 0) await this.blockers(manager, touched);
  }

  /** Of these projects, or of all. */
  async progress(manager: EntityManager, projectIds: readonly string[] | null): Promise<void> {
    await manager.query(
      `DELETE FROM land_clearance.clearance_position WHERE $1::uuid[] IS NULL OR project_id = ANY($1)`,
      [projectIds],
    );
    await manager.query(
      `INSERT INTO land_clearance.clearance_position (${COLUMNS}) SELECT ${COLUMNS} FROM (${clearanceAsKnownSql('$2', '$1')}) known`,
      [projectIds, null],
    );
  }

  /** Of these blockers, or of all. One that was merged into another has no states of its own. */
  async blockers(manager: EntityManager, blockerIds: readonly string[] | null): Promise<void> {
    const events = await blockerEvents(manager, blockerIds);
    const positions = new Map([...events].map(([id, of]) => [id, blockerPositions(of)]));
    await replacePositions(manager, blockerIds, positions);
  }

  /** Everything. Must give what the step-by-step derivation gave. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        'LOCK TABLE land_clearance.clearance_position, blockers.blocker_position IN SHARE ROW EXCLUSIVE MODE',
      );
      await this.progress(manager, null);
      await this.blockers(manager, null);
    });
  }
}

async function idsOf(manager: EntityManager, sql: string, returnId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [returnId]);
  return rows.map(({ id }) => id);
}
