import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FrozenBlockerView, FrozenProjectView, ListOf, Measure } from '@thongvon/api-contract';
import { showAmounts } from '@thongvon/capital';
import {
  currentPlanYear,
  daysBetween,
  type Denominator,
  firstDayOfWeek,
  movementBetween,
  type PlainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import { clearanceRates } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
import { blockersSeenBy, type SumsQuery } from '../persistence/frozen-sums';
import { dongOf } from '../persistence/snapshot-rows';
import { FindFrozen } from './snapshots';

interface Row {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: FrozenProjectView['kind'];
  readonly owner: FrozenProjectView['owner'];
  readonly commune: string | null;
  readonly figureAsOf: PlainDate | null;
  readonly reported: boolean;
  readonly clearance: Readonly<Partial<Record<Measure, string>>> | null;
  /** Disbursed in the week before, and the date of that figure. */
  readonly before: string | null;
  readonly beforeOn: PlainDate | null;
  /** Date of the newest figure of the plan year. */
  readonly figureOn: PlainDate | null;
  readonly lines: readonly (FrozenProjectView['lines'][number] & { readonly beforeLate: string | null })[];
}

/** The projects of a frozen week, each with its plan types and sources. */
@Injectable()
export class ListFrozenProjects {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
  ) {}

  /** By name without accents. Throws SNAPSHOT-NOT-FOUND. */
  async list(actor: Actor, week: string, query: FrozenPage): Promise<ListOf<FrozenProjectView>> {
    const ref = await this.frozen.find(week, query.revision);
    const { planYear, denominator } = sumsQuery(actor, ref.week, query);
    const where = new Conditions().matchingAny(['p.name_key', 'p.code'], query.q);
    where.and((id) => `p.snapshot_id = ${id}::uuid`, ref.id);
    where.and((scope) => `p.organization_id = ANY(${scope}::uuid[])`, actor.scope);
    const year = `${where.parameter(planYear)}::int`;
    const previous = `${where.parameter(ref.previousId)}::uuid`;
    // A line's own figure of the week: older ones say of no change.
    const fresh = `${where.parameter(firstDayOfWeek(ref.week))}::date`;
    const types = denominator === 'all-plan' ? 'true' : `plan_type = 'current-year'`;
    const from = `snapshots.snapshot_project p LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('planType', plan_type, 'source', jsonb_build_object('code', source_code, 'label', s.label),
          'planned', planned::text, 'beforeLate', planned_before_late::text, 'disbursed', disbursed::text,
          'completed', completed::text, 'advance', advance::text, 'change', CASE WHEN figure_as_of >= ${fresh} THEN change::text END) ORDER BY plan_type, source_code) AS lines,
          max(figure_as_of) FILTER (WHERE ${types}) AS figure_on
        FROM snapshots.snapshot_line l JOIN projects.source_ref s ON s.code = l.source_code
        WHERE (l.snapshot_id, l.project_id) = (p.snapshot_id, p.project_id) AND l.plan_year = ${year}
      ) l ON true
      LEFT JOIN LATERAL (
        SELECT sum(disbursed) AS disbursed, max(figure_as_of) AS figure_on FROM snapshots.snapshot_line b
        WHERE (b.snapshot_id, b.project_id) = (${previous}, p.project_id) AND b.plan_year = ${year} AND ${types}
      ) before ON true`;
    const columns = `p.project_id AS id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner,
      p.commune, p.figure_as_of AS "figureAsOf", p.reported, p.clearance, before.disbursed AS before, before.figure_on AS "beforeOn",
      l.figure_on AS "figureOn", coalesce(l.lines, '[]') AS lines`;
    const sort = [
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.project_id', type: 'uuid' },
    ] as const;
    const { items, ...rest } = await listPage<Row>(
      this.dataSource.manager,
      { columns, from, where, sort },
      pageOf(query),
    );
    return { ...rest, items: items.map((row) => toView(row, ref.week, denominator)) };
  }
}

function toView(row: Row, week: PlainDate, denominator: Denominator): FrozenProjectView {
  const { id, code, name, kind, owner, commune, figureAsOf, reported, clearance, lines } = row;
  const { before, beforeOn, figureOn } = row;
  const counted = lines.filter(({ planType }) => denominator === 'all-plan' || planType === 'current-year');
  const sum = (field: 'planned' | 'beforeLate' | 'disbursed' | 'completed' | 'advance') =>
    sumDong(counted.map((line) => dongOf(line[field])));
  return {
    project: { id, code, name },
    kind,
    owner,
    commune,
    figureAsOf,
    reported,
    clearance: clearance && clearanceRates([clearance]),
    ...showAmounts({
      planned: sum(denominator === 'excluding-late-supplements' ? 'beforeLate' : 'planned'),
      disbursed: sum('disbursed'),
      completed: sum('completed'),
      advance: sum('advance'),
    }),
    change:
      movementBetween(
        { amount: dongOf(before), on: beforeOn },
        { amount: sum('disbursed'), on: figureOn },
        week,
      ).value?.toString() ?? null,
    ageDays: figureAsOf === null ? null : daysBetween(figureAsOf, week),
    lines: lines.map(({ beforeLate: _, ...line }) => line),
  };
}

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

/** What a caller may ask of a frozen week: which revision (the latest), plan year (the week's own), and what rates divide by. */
export interface SnapshotQuestion {
  readonly revision?: number;
  readonly planYear?: PlanYear;
  readonly denominator?: Denominator;
}

/** A page of the rows of a frozen week. */
export interface FrozenPage extends SnapshotQuestion {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** The sums that a question is about. */
export function sumsQuery(
  actor: Actor,
  week: PlainDate,
  { planYear, denominator }: SnapshotQuestion,
): SumsQuery {
  return {
    scope: actor.scope,
    planYear: planYear ?? currentPlanYear(week),
    denominator: denominator ?? 'current-year-plan',
  };
}

/** The page alone, as `listPage` takes it. */
export function pageOf({ limit, cursor }: FrozenPage): { limit: number; cursor?: string } {
  return { limit, ...(cursor === undefined ? {} : { cursor }) };
}
