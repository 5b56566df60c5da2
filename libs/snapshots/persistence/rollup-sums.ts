import type { EntityManager } from 'typeorm';
import type { SnapshotGrouping } from '@thongvon/api-contract';
import { showAmounts, type Amounts, type ShownAmounts } from '@thongvon/capital';
import type { Denominator, PlanYear } from '@thongvon/kernel';
import { dongOf } from './amount';

/** Which sums of a snapshot: of whom, of which year, and which plan counts. */
export interface SumsQuery {
  readonly scope: readonly string[];
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
}

export interface Sum extends Amounts {
  readonly dimension: SnapshotGrouping | 'total' | 'unplanned';
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  readonly withFigure: number;
  readonly reported: number;
}

type Row = Omit<Sum, keyof Amounts> & Readonly<Record<Exclude<keyof Amounts, 'split'>, string | null>>;

const SUMS = `sum(projects)::int AS projects, sum(with_figure)::int AS "withFigure", sum(reported)::int AS reported,
  sum(planned) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance`;

/** Sums over these holders by every dimension, largest plan first. */
export async function rollupSums(
  manager: EntityManager,
  snapshotId: string,
  { scope, planYear, denominator }: SumsQuery,
): Promise<Sum[]> {
  const rows = await manager.query<Row[]>(
    `WITH mine AS (
       SELECT * FROM snapshots.snapshot_rollup
       WHERE snapshot_id = $1 AND organization_id = ANY($2::uuid[]) AND plan_year = $3 AND denominator = $4
     )
     SELECT * FROM (
       SELECT dimension, key, max(label) AS label, ${SUMS} FROM mine GROUP BY dimension, key
       UNION ALL
       SELECT 'organization', o.id::text, o.name, ${SUMS} FROM mine JOIN organizations.organization_ref o ON o.id = mine.organization_id
       WHERE dimension = 'total' GROUP BY o.id, o.name
     ) sums
     ORDER BY planned DESC NULLS LAST, dimension, key`,
    [snapshotId, scope, planYear, denominator],
  );
  return rows.map((row) => ({
    ...row,
    planned: dongOf(row.planned),
    disbursed: dongOf(row.disbursed),
    completed: dongOf(row.completed),
    advance: dongOf(row.advance),
  }));
}

/** What one sum says, or says not. */
export function shownSum(sum: Amounts | undefined): ShownAmounts {
  return showAmounts(sum ?? { planned: null, disbursed: null, completed: null, advance: null });
}
