import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { analyzeTables } from '@thongvon/platform';
import { planAsKnownSql } from '../../persistence/plan/plan-sql';

const COLUMNS = 'project_id, plan_year, plan_type, source_code, valid_from, valid_to, amount, allocation_id';

/** Derives the plan in force from the ledger. */
@Injectable()
export class RecomputePlan {
  /** For the projects that a return's entries touch. The rows of those projects are locked, so that two at once agree. */
  async forReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await manager.query<{ id: string }[]>(
      `SELECT id FROM projects.project_ref WHERE id IN (SELECT project_id FROM capital.allocation WHERE return_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [returnId],
    );
    if (touched.length === 0) return;
    await this.rebuild(
      manager,
      touched.map(({ id }) => id),
    );
    await analyzeTables(manager, touched.length, ['capital.plan_position']);
  }

  /** For these projects, or for all of them. */
  async rebuild(manager: EntityManager, projectIds: readonly string[] | null): Promise<void> {
    await manager.query(
      `DELETE FROM capital.plan_position WHERE $1::uuid[] IS NULL OR project_id = ANY($1)`,
      [projectIds],
    );
    await manager.query(
      `INSERT INTO capital.plan_position (${COLUMNS}) SELECT ${COLUMNS} FROM (${planAsKnownSql('$2', '$1')}) known`,
      [projectIds, null],
    );
  }
}
