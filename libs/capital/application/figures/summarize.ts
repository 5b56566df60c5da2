import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Grouping } from '@thongvon/api-contract';
import {
  closedWeek,
  firstDayOfWeek,
  liveReckoning,
  type Denominator,
  type PlainDate,
  type PlanYear,
  type Reckoning,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import type { Basis } from '../../domain/figures/basis';
import { showAmounts, type ShownAmounts } from '../../domain/figures/known-amount';
import { splitOf } from '../../domain/figures/moving-amounts';
import { positionsSql } from '../../persistence/figures/positions-sql';
import { computedThrough } from '../../persistence/figures/computed-through';

export interface SummaryQuery extends FiguresQuery {
  readonly groupBy?: Grouping;
}

export interface Summary extends ShownAmounts {
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly basis: Basis;
  readonly denominator: Denominator;
  readonly reckoning: Reckoning;
  /** Disbursed less what the boards report; null for what they report. */
  readonly toReported: string | null;
  /** Projects without any plan in force, whose disbursements enter no rate. */
  readonly unplanned: { readonly projects: number; readonly disbursed: string | null };
  /** How many planned projects have a figure, and how old figures are. */
  readonly coverage: {
    readonly projects: number;
    readonly reported: number;
    readonly oldest: PlainDate | null;
    readonly newest: PlainDate | null;
    /** Those whose newest figure is older than the reporting week that closed last. */
    readonly stale: number;
  };
  readonly computedThrough: string | null;
  readonly stale: boolean;
  readonly groups: readonly SummaryGroup[];
}

export interface SummaryGroup extends ShownAmounts {
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
}

interface SumRow {
  whole: boolean;
  key: string | null;
  label: string | null;
  projects: number;
  planned: string | null;
  disbursed: string | null;
  completed: string | null;
  advance: string | null;
  derived: string | null;
  by_treasury: string | null;
  not_split: string | null;
  not_split_projects: number;
}

interface UnplannedRow {
  projects: number;
  disbursed: string | null;
  planned: number;
  reported: number;
  oldest: PlainDate | null;
  newest: PlainDate | null;
  stale: number;
}

/** What each grouping groups by: the key and its label, from a project `p` and a ledger line `line`. */
const GROUP_SQL: Record<Grouping, { readonly key: string; readonly label: string }> = {
  owner: { key: 'p.owner_key', label: 'p.owner' },
  kind: { key: 'p.kind', label: 'NULL::text' },
  source: { key: 'line.source_code', label: 's.label' },
  planType: { key: 'line.plan_type', label: 'NULL::text' },
  commune: { key: 'p.commune', label: 'p.commune' },
};

/** Sums what is planned and disbursed, for all that the actor may see and by groups: sum first, divide once. */
@Injectable()
export class Summarize {
  constructor(private readonly dataSource: DataSource) {}

  /** All reads see one state of the database. */
  summarize(actor: Actor, query: SummaryQuery): Promise<Summary> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const parameters = new Conditions();
      const bySource = query.groupBy === 'source';
      const ofSource = query.source !== undefined;
      const positions = positionsSql(actor, query, parameters, { bySource });
      const sums = await manager.query<SumRow[]>(sumSql(positions, query), [...parameters.parameters]);
      const businessDay = query.businessDay ?? query.asOf;
      const fresh = `${parameters.parameter(firstDayOfWeek(closedWeek(businessDay)))}::date`;
      const [others] = await manager.query<UnplannedRow[]>(unplannedSql(positions, fresh), [
        ...parameters.parameters,
      ]);
      const whole = sums.find((row) => row.whole);
      const shownWhole = shown(whole, ofSource);
      return {
        planYear: query.planYear,
        asOf: query.asOf,
        basis: query.basis,
        denominator: query.denominator,
        reckoning: liveReckoning(businessDay, query.asOf, others?.newest ?? null),
        ...shownWhole,
        toReported: await this.toReported(manager, actor, query, shownWhole.disbursed),
        unplanned: { projects: others?.projects ?? 0, disbursed: others?.disbursed ?? null },
        coverage: {
          projects: others?.planned ?? 0,
          reported: others?.reported ?? 0,
          oldest: others?.oldest ?? null,
          newest: others?.newest ?? null,
          stale: others?.stale ?? 0,
        },
        ...(await computedThrough(manager, query.knownAt)),
        groups: sums
          .filter((row) => !row.whole)
          .map((row) => ({
            key: row.key,
            label: row.label ?? row.key,
            projects: row.projects,
            ...shown(row, bySource || ofSource),
          })),
      };
    });
  }

  private async toReported(
    manager: EntityManager,
    actor: Actor,
    { groupBy: _, ...query }: SummaryQuery,
    disbursed: string | null,
  ): Promise<string | null> {
    if (query.basis === 'reported' || disbursed === null) return null;
    const parameters = new Conditions();
    const reported: FiguresQuery = { ...query, basis: 'reported' };
    const [row] = await manager.query<SumRow[]>(sumSql(positionsSql(actor, reported, parameters), reported), [
      ...parameters.parameters,
    ]);
    return row?.disbursed == null ? null : (BigInt(disbursed) - BigInt(row.disbursed)).toString();
  }
}

function sumSql(positions: string, { groupBy, source }: SummaryQuery): string {
  const { key, label } = groupBy ? GROUP_SQL[groupBy] : { key: 'NULL::text', label: 'NULL::text' };
  const isSplit = groupBy === 'source' || source !== undefined;
  const figures = isSplit
    ? `SELECT project_id, plan_type, source_code, NULL, disbursed, completed, advance,
        CASE source_by WHEN 'derived' THEN disbursed END, CASE source_by WHEN 'treasury' THEN disbursed END, NULL
      FROM ${source === undefined ? 'reported_by_source' : 'reported'} WHERE project_id IN (SELECT project_id FROM planned)
      UNION ALL
      SELECT project_id, plan_type, source_code, NULL, NULL, NULL, NULL, NULL, NULL, not_split
      FROM ${source === undefined ? 'not_split' : 'not_split_on_day'} WHERE project_id IN (SELECT project_id FROM planned)`
    : `SELECT project_id, plan_type, source_code, NULL, disbursed, completed, advance, NULL, NULL, NULL FROM reported
      WHERE project_id IN (SELECT project_id FROM planned)`;
  return `
    WITH ${positions},
    line (project_id, plan_type, source_code, planned, disbursed, completed, advance, derived, by_treasury, not_split) AS (
      SELECT project_id, plan_type, source_code, amount, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric,
        NULL::numeric, NULL::numeric FROM plan
      UNION ALL
      ${figures}
    ),
    keyed AS (
      SELECT line.*, ${key} AS key, ${label} AS label
      FROM line JOIN visible p ON p.id = line.project_id LEFT JOIN projects.source_ref s ON s.code = line.source_code
    )
    SELECT grouping(key) = 1 AS whole, key, max(label) AS label, count(DISTINCT project_id)::int AS projects,
      sum(planned) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance,
      sum(derived) AS derived, sum(by_treasury) AS by_treasury, sum(not_split) AS not_split,
      count(DISTINCT project_id) FILTER (WHERE not_split IS NOT NULL)::int AS not_split_projects
    FROM keyed GROUP BY GROUPING SETS ((), (key))
    ${groupBy ? '' : 'HAVING grouping(key) = 1'}
    ORDER BY sum(planned) DESC NULLS LAST, key`;
}

/** `fresh`: SQL for the first day of the reporting week that closed last. */
function unplannedSql(positions: string, fresh: string): string {
  return `
    WITH ${positions},
    line AS (
      SELECT project_id, valid_from, disbursed, disbursed AS reported FROM reported
      UNION ALL SELECT project_id, valid_from, NULL, not_split FROM not_split_on_day
    )
    SELECT count(DISTINCT project_id) FILTER (WHERE planned.project_id IS NULL)::int AS projects,
      sum(disbursed) FILTER (WHERE planned.project_id IS NULL) AS disbursed,
      (SELECT count(*)::int FROM covered) AS planned,
      count(DISTINCT project_id) FILTER (WHERE reported IS NOT NULL AND project_id IN (SELECT project_id FROM covered))::int AS reported,
      min(valid_from) FILTER (WHERE project_id IN (SELECT project_id FROM covered)) AS oldest,
      max(valid_from) FILTER (WHERE project_id IN (SELECT project_id FROM covered)) AS newest,
      (SELECT count(*)::int FROM (SELECT max(valid_from) AS newest FROM line WHERE project_id IN (SELECT project_id FROM covered)
        GROUP BY project_id) of_project WHERE newest < ${fresh}) AS stale
    FROM line LEFT JOIN planned USING (project_id)`;
}

function shown(row: SumRow | undefined, ofSource: boolean): ShownAmounts {
  const amount = (text: string | null | undefined): bigint | null => (text == null ? null : BigInt(text));
  return showAmounts({
    planned: amount(row?.planned),
    disbursed: amount(row?.disbursed),
    completed: amount(row?.completed),
    advance: amount(row?.advance),
    split: splitOf(row ?? {}, ofSource),
  });
}
