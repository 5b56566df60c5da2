import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ComparedWeekView, ListOf, MovedProjectView, WeekComparisonView } from '@thongvon/api-contract';
import { showMovement } from '@thongvon/capital';
import { frozenReckoning, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
import { type FrozenWeekRef, movementOfWeeks } from '../domain/frozen-week';
import { FindFrozen } from './snapshots';
import { figuresOn, rollupSums, shownSum, type Sum, type SumsQuery } from '../persistence/frozen-sums';
import { pageOf, sumsQuery, type FrozenPage, type SnapshotQuestion } from './list-frozen';

/** What moved between two frozen weeks, each in its latest revision. */
@Injectable()
export class CompareWeeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** The sums of both, of the second's plan year, and what changed. Throws SNAPSHOT-NOT-FOUND. */
  async sums(
    actor: Actor,
    from: string,
    to: string,
    question: SnapshotQuestion,
  ): Promise<WeekComparisonView> {
    const [first, second] = [await this.frozen.find(from), await this.frozen.find(to)];
    const query = sumsQuery(actor, second.week, question);
    const [before, after] = [await this.sumOf(first, query), await this.sumOf(second, query)];
    const movement = movementOfWeeks(
      { amount: before.sum?.disbursed ?? null, on: before.on },
      { amount: after.sum?.disbursed ?? null, on: after.on },
    );
    const [plannedBefore, planned] = [before.sum?.planned ?? null, after.sum?.planned ?? null];
    return {
      from: comparedView(first, before.sum),
      to: comparedView(second, after.sum),
      planChange: plannedBefore === null || planned === null ? null : (planned - plannedBefore).toString(),
      movement: showMovement(movement),
      reckoning: frozenReckoning(second.week, after.on),
    };
  }

  private async sumOf(
    { id }: FrozenWeekRef,
    query: SumsQuery,
  ): Promise<{ readonly sum: Sum | undefined; readonly on: PlainDate | null }> {
    const { manager } = this.dataSource;
    const sums = await rollupSums(manager, id, query);
    return {
      sum: sums.find(({ dimension }) => dimension === 'total'),
      on: await figuresOn(manager, id, query),
    };
  }

  /**
   * Projects whose plan, disbursement or blockers differ, the largest change first. Throws SNAPSHOT-NOT-FOUND.
   */
  async compare(
    actor: Actor,
    from: string,
    to: string,
    query: FrozenPage,
  ): Promise<ListOf<MovedProjectView>> {
    const [first, second] = [await this.frozen.find(from), await this.frozen.find(to)];
    const where = new Conditions().matchingAny(['p.name_key', 'p.code'], query.q);
    const source = movedSql(actor, first, second, query, where);
    where.also(
      `(m.planned_before, m.disbursed_before, m.opened, m.closed) IS DISTINCT FROM (m.planned, m.disbursed, 0, 0)`,
    );
    const columns = `json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project, m.planned_before::text AS "plannedBefore",
      m.planned::text AS planned, m.disbursed_before::text AS "disbursedBefore", m.disbursed::text AS disbursed,
      CASE WHEN m.figure_on > m.figure_before OR m.disbursed <> m.disbursed_before
        THEN (m.disbursed - m.disbursed_before)::text END AS change, m.opened AS "blockersOpened", m.closed AS "blockersClosed"`;
    const sort = [
      { sql: '-abs(coalesce(m.disbursed - m.disbursed_before, 0))', type: 'numeric' },
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    return listPage<MovedProjectView>(
      this.dataSource.manager,
      { columns, from: source, where, sort },
      pageOf(query),
    );
  }
}

function comparedView({ week, revision }: FrozenWeekRef, sum: Sum | undefined): ComparedWeekView {
  const { planned, disbursed, rate } = shownSum(sum);
  return { week, revision, planned, disbursed, rate };
}

/** SQL: projects `p` of either week with their sums in both, `m`. */
function movedSql(
  actor: Actor,
  first: FrozenWeekRef,
  second: FrozenWeekRef,
  query: FrozenPage,
  where: Conditions,
): string {
  const { scope, planYear, denominator } = sumsQuery(actor, second.week, query);
  const visible = `${where.parameter(scope)}::uuid[]`;
  const year = `${where.parameter(planYear)}::int`;
  const before = `${where.parameter(first.id)}::uuid`;
  const after = `${where.parameter(second.id)}::uuid`;
  const planned = denominator === 'excluding-late-supplements' ? 'planned_before_late' : 'planned';
  const types = denominator === 'all-plan' ? 'true' : `plan_type = 'current-year'`;
  const open = (here: string, there: string): string => `(
    SELECT count(*)::int FROM snapshots.snapshot_blocker b WHERE b.snapshot_id = ${here} AND b.project_id = named.project_id
      AND NOT EXISTS (SELECT FROM snapshots.snapshot_blocker o WHERE o.snapshot_id = ${there} AND o.blocker_id = b.blocker_id))`;
  return `projects.project_ref p JOIN (
      SELECT project_id, planned_before, planned, disbursed_before, disbursed, figure_before, figure_on,
        ${open(after, before)} AS opened, ${open(before, after)} AS closed
      FROM (
        SELECT s.project_id,
          sum(${planned}) FILTER (WHERE snapshot_id = ${before}) AS planned_before,
          sum(${planned}) FILTER (WHERE snapshot_id = ${after}) AS planned,
          sum(disbursed) FILTER (WHERE snapshot_id = ${before}) AS disbursed_before,
          sum(disbursed) FILTER (WHERE snapshot_id = ${after}) AS disbursed,
          max(l.figure_as_of) FILTER (WHERE snapshot_id = ${before}) AS figure_before,
          max(l.figure_as_of) FILTER (WHERE snapshot_id = ${after}) AS figure_on
        FROM snapshots.snapshot_project s LEFT JOIN (SELECT * FROM snapshots.snapshot_line WHERE plan_year = ${year} AND ${types}) l
          USING (snapshot_id, project_id)
        WHERE snapshot_id IN (${before}, ${after}) AND s.organization_id = ANY(${visible})
        GROUP BY s.project_id
      ) named
    ) m ON m.project_id = p.id`;
}
