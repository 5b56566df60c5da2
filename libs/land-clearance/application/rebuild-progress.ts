import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { analyzeTables } from '@thongvon/platform';
import { clearanceAsKnownSql } from '../persistence/clearance-sql';

const COLUMNS = 'project_id, segment_id, measure, valid_from, valid_to, value, figure_id';

/** Derives progress from what was reported and entered: for what changed, or all anew. */
@Injectable()
export class RebuildProgress {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the projects that a return's figures touch. Their rows are locked, so that two at once agree. */
  async ofReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await idsOf(
      manager,
      `SELECT id FROM projects.project_ref WHERE id IN (SELECT project_id FROM land_clearance.clearance_figure WHERE return_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      returnId,
    );
    if (touched.length === 0) return;
    await this.of(manager, touched);
    await analyzeTables(manager, touched.length, ['land_clearance.clearance_position']);
  }

  /** Of these projects, or of all. */
  async of(manager: EntityManager, projectIds: readonly string[] | null): Promise<void> {
    await manager.query(
      `DELETE FROM land_clearance.clearance_position WHERE $1::uuid[] IS NULL OR project_id = ANY($1)`,
      [projectIds],
    );
    await manager.query(
      `INSERT INTO land_clearance.clearance_position (${COLUMNS}) SELECT ${COLUMNS} FROM (${clearanceAsKnownSql('$2', '$1')}) known`,
      [projectIds, null],
    );
  }

  /** Everything. Must give what the step-by-step derivation gave. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE land_clearance.clearance_position IN SHARE ROW EXCLUSIVE MODE');
      await this.of(manager, null);
    });
  }
}

async function idsOf(manager: EntityManager, sql: string, returnId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [returnId]);
  return rows.map(({ id }) => id);
}
