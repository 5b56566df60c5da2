import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BlockerDetailView, BlockerEventView } from '@thongvon/contracts';
import type { Actor } from '@thongvon/organizations';
import { effectiveReturnsSql } from '@thongvon/returns';
import { blockersOn, type BlockersQuery } from '../infrastructure/blockers-sql';
import { BLOCKER_COLUMNS, toBlockerView, type BlockerRow } from '../infrastructure/blocker-views';
import { problems } from './problems';

/** Shows one blocker with its whole history. */
@Injectable()
export class ViewBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** As it stands on the day asked for. Throws BLOCKER-NOT-FOUND, also for a day before it began. */
  async view(actor: Actor, id: string, query: BlockersQuery): Promise<BlockerDetailView> {
    const { from, where } = blockersOn(actor, query, 'of-few');
    where.and((value) => `b.blocker_id = ${value}`, id);
    const [row] = await this.dataSource.query<BlockerRow[]>(
      `SELECT ${BLOCKER_COLUMNS} FROM ${from} WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!row) throw problems.blockerUnknown();
    return { ...toBlockerView(row, query), history: await this.history(id) };
  }

  private history(id: string): Promise<BlockerEventView[]> {
    return this.dataSource.query<BlockerEventView[]>(
      `SELECT m.as_of AS "on", began.at, m.type, m.text, NULL AS evidence,
         jsonb_strip_nulls(jsonb_build_object('responsibleUnit', m.responsible_unit, 'due', m.due)) AS changes,
         NULL::uuid AS "actorId", coalesce(m.cells -> 0, '{"sheet": null, "cell": null}') || jsonb_build_object('returnId', m.return_id) AS source
       FROM blocker_mention m JOIN (${effectiveReturnsSql('NULL')}) effective USING (return_id)
         JOIN return_effect began ON began.id = effective.rank
       WHERE m.blocker_id = $1
       UNION ALL
       SELECT on_date, recorded_at, type, text, evidence, changes, actor_id, NULL FROM blocker_action WHERE blocker_id = $1
       ORDER BY 1, 2`,
      [id],
    );
  }
}
