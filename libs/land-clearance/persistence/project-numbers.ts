import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Numbers } from '../domain/clearance-rates';
import type { Measure } from '../domain/measures';
import { clearanceOnSql } from './clearance-sql';

/** A project's numbers on a day, by measure. */
export async function projectNumbers(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<Numbers> {
  const rows = await manager.query<{ measure: Measure; value: string }[]>(
    `SELECT measure, trim_scale(value)::text AS value FROM (${clearanceOnSql('$2::date')}) reported WHERE project_id = $1`,
    [projectId, asOf],
  );
  return Object.fromEntries(rows.map(({ measure, value }) => [measure, value]));
}
