import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { analyzeTables } from '@thongvon/platform';
import { figuresAsKnownSql } from '../../persistence/figures/figures-sql';

const COLUMNS =
  'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id';

/** A part of the derived figures that the ledger can give by itself; null stands for all of it. */
interface Part {
  readonly projectIds: readonly string[] | null;
  /** Figures that hold from this date on. */
  readonly since: PlainDate | null;
}

/** Derives the figures in force from the ledger. */
@Injectable()
export class RecomputeFigures {
  /** For the projects that a return's figures touch. The rows of those projects are locked, so that two at once agree. */
  async forReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await manager.query<{ id: string }[]>(
      `SELECT id FROM projects.project_ref WHERE id IN (SELECT project_id FROM capital.figure WHERE return_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [returnId],
    );
    if (touched.length === 0) return;
    await this.rebuild(manager, {
      projectIds: touched.map(({ id }) => id),
      since: await firstChanged(manager, returnId),
    });
    await analyzeTables(manager, touched.length, ['capital.disbursement_position']);
  }

  async rebuild(manager: EntityManager, { projectIds, since }: Part): Promise<void> {
    await manager.query(
      `DELETE FROM capital.disbursement_position
       WHERE ($1::uuid[] IS NULL OR project_id = ANY($1)) AND ($2::date IS NULL OR valid_from >= $2)`,
      [projectIds, since],
    );
    await manager.query(
      `INSERT INTO capital.disbursement_position (${COLUMNS})
       SELECT ${COLUMNS} FROM (${figuresAsKnownSql('NULL', '$1', '$2')}) known`,
      [projectIds, since],
    );
  }
}

/** The earliest date whose figures a return can change: its own, or that of what held until then. */
async function firstChanged(manager: EntityManager, returnId: string): Promise<PlainDate | null> {
  const [row] = await manager.query<{ since: PlainDate | null }[]>(
    `SELECT least(min(f.as_of), min(p.valid_from)) AS since
     FROM capital.figure f LEFT JOIN capital.disbursement_position p
       ON (p.project_id, p.plan_year, p.plan_type, p.basis) = (f.project_id, f.plan_year, f.plan_type, f.basis)
         AND p.valid_to >= f.as_of
     WHERE f.return_id = $1`,
    [returnId],
  );
  return row?.since ?? null;
}
