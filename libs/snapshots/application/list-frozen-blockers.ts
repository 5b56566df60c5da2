import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FrozenBlockerView, ListOf } from '@thongvon/api-contract';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
import { blockersSeenBy } from '../persistence/blockers-seen';
import { FindFrozen } from './find-frozen';
import { pageOf, type FrozenPage } from './snapshot-question';

/** The blockers that were open when a week was frozen. */
@Injectable()
export class ListFrozenBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** Earliest due first, those without a due date last. Throws SNAPSHOT-NOT-FOUND. */
  async list(
    actor: Actor,
    week: string,
    query: Omit<FrozenPage, 'planYear' | 'denominator'>,
  ): Promise<ListOf<FrozenBlockerView>> {
    const ref = await this.frozen.find(week, query.revision);
    const where = new Conditions().matchingAny(['p.name_key', 'p.code'], query.q);
    where.and((id) => `b.snapshot_id = ${id}::uuid`, ref.id);
    where.and(blockersSeenBy, actor.scope);
    const from = `snapshots.snapshot_blocker b JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
      LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = b.segment_id`;
    const columns = `b.blocker_id AS id, json_build_object('id', p.project_id, 'code', p.code, 'name', p.name) AS project,
      CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS segment, b.description, b.cause,
      b.responsible_unit AS "responsibleUnit", b.responsible_person AS "responsiblePerson", b.deciding_level AS "decidingLevel",
      b.opened_on AS "openedOn", b.due, b.held AS "capitalHeld"`;
    const sort = [
      { sql: `coalesce(b.due, 'infinity')`, type: 'date' },
      { sql: 'b.blocker_id', type: 'uuid' },
    ] as const;
    const { items, ...rest } = await listPage<
      Omit<FrozenBlockerView, 'daysOverdue' | 'due'> & { due: PlainDate | null }
    >(this.dataSource.manager, { columns, from, where, sort }, pageOf(query));
    return {
      ...rest,
      items: items.map((row) => ({
        ...row,
        daysOverdue: row.due === null ? null : Math.max(0, daysBetween(row.due, ref.week)),
      })),
    };
  }
}
