import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { changedReturnsSql } from '@thongvon/returns';
import type { Numbers } from '../domain/clearance-rates';
import { clearanceAsKnownSql, clearanceOnSql } from '../persistence/clearance-sql';

/** The day that is asked for, and what had been approved or recorded by when. */
export interface AsKnown {
  readonly asOf: PlainDate;
  readonly knownAt: Date;
}

export interface KnownClearance {
  readonly projectId: string;
  readonly numbers: Numbers;
  readonly figuresAsOf: PlainDate;
}

/**
 * Clearance of all projects on a day, as known at an instant. What nothing has touched since is taken from the derived
 * table, the rest is derived anew: the cost follows what changed, not the history.
 */
@Injectable()
export class ClearanceAsKnown {
  async numbers(manager: EntityManager, { asOf, knownAt }: AsKnown): Promise<KnownClearance[]> {
    const touched = await idsOf(
      manager,
      `SELECT DISTINCT project_id AS id FROM land_clearance.clearance_figure
       WHERE return_id IN (${changedReturnsSql('$1')}) OR (return_id IS NULL AND recorded_at > $1)`,
      knownAt,
    );
    const columns = 'project_id, segment_id, measure, valid_from, valid_to, value';
    const positions = `(
      SELECT ${columns} FROM land_clearance.clearance_position WHERE project_id <> ALL($3::uuid[])
      UNION ALL SELECT ${columns} FROM (${clearanceAsKnownSql('$2', '$3')}) known
    )`;
    return manager.query<KnownClearance[]>(
      `SELECT project_id AS "projectId", jsonb_object_agg(measure, trim_scale(value)::text) AS numbers,
         max(valid_from) AS "figuresAsOf"
       FROM (${clearanceOnSql('$1::date', positions)}) reported GROUP BY project_id`,
      [asOf, knownAt, touched],
    );
  }
}

async function idsOf(manager: EntityManager, sql: string, knownAt: Date): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [knownAt]);
  return rows.map(({ id }) => id);
}
