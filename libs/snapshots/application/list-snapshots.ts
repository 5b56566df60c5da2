import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, SnapshotListItemView } from '@thongvon/api-contract';
import { showAmounts } from '@thongvon/capital';
import { currentPlanYearSql, formatInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
import { dongOf } from '../persistence/amount';

interface Row extends Omit<SnapshotListItemView, 'frozenAt' | 'rate'> {
  readonly frozenAt: Date;
}

/** The frozen weeks and their revisions. */
@Injectable()
export class ListSnapshots {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest week first, within it the newest revision. */
  async list(
    actor: Actor,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<ListOf<SnapshotListItemView>> {
    const where = new Conditions();
    const scope = `${where.parameter(actor.scope)}::uuid[]`;
    const from = `snapshots.weekly_snapshot s JOIN snapshots.weekly_cut c USING (week, revision)
      CROSS JOIN LATERAL (
        SELECT sum(planned)::text AS planned, sum(disbursed)::text AS disbursed FROM snapshots.snapshot_rollup r
        WHERE r.snapshot_id = s.id AND r.dimension = 'total' AND r.denominator = 'current-year-plan'
          AND r.plan_year = ${currentPlanYearSql('s.week')} AND r.organization_id = ANY(${scope})
      ) total`;
    const columns = `s.week, s.revision, s.frozen_at AS "frozenAt", s.plan_years AS "planYears", c.reason AS correction,
      total.planned, total.disbursed`;
    const sort = [
      { sql: 's.week', type: 'date' },
      { sql: 's.revision', type: 'integer' },
    ] as const;
    const { items, ...rest } = await listPage<Row>(
      this.dataSource.manager,
      { columns, from, where, sort, descending: true },
      page,
    );
    return {
      ...rest,
      items: items.map(({ planned, disbursed, ...item }) => {
        const known = {
          planned: dongOf(planned),
          disbursed: dongOf(disbursed),
          completed: null,
          advance: null,
        };
        const { rate } = showAmounts(known);
        return { ...item, frozenAt: formatInstant(item.frozenAt), planned, disbursed, rate };
      }),
    };
  }
}
