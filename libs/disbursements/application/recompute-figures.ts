import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { figuresAsKnownSql } from '../infrastructure/figures-sql';

const COLUMNS =
  'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id';

/** Derives the figures in force from the ledger. */
@Injectable()
export class RecomputeFigures {
  /** For the projects that a return's figures touch. The rows of those projects are locked, so that two at once agree. */
  async forReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await manager.query<{ id: string }[]>(
      `SELECT id FROM project WHERE id IN (SELECT project_id FROM figure WHERE return_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [returnId],
    );
    if (touched.length > 0)
      await this.rebuild(
        manager,
        touched.map(({ id }) => id),
      );
  }

  /** For these projects, or for all of them. */
  async rebuild(manager: EntityManager, projectIds: readonly string[] | null): Promise<void> {
    await manager.query(
      `DELETE FROM disbursement_position WHERE $1::uuid[] IS NULL OR project_id = ANY($1)`,
      [projectIds],
    );
    await manager.query(
      `INSERT INTO disbursement_position (${COLUMNS}) SELECT ${COLUMNS} FROM (${figuresAsKnownSql('$2', '$1')}) known`,
      [projectIds, null],
    );
  }
}
