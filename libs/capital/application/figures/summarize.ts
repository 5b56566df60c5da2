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
import type { FiguresQuery } from '../../domain/figures/figures-query';
import type { Basis } from '../../domain/figures/basis';
import { showAmounts, type ShownAmounts } from '../../domain/figures/known-amount';
import { splitOf } from '../../domain/figures/moving-amounts';
import { computedThrough } from '../../persistence/figures/computed-through';
import { coverageRow, summaryRows, type SummaryRow } from '../../persistence/figures/summary-rows';

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
  readonly computing: boolean;
  readonly stale: boolean;
  readonly groups: readonly SummaryGroup[];
}

export interface SummaryGroup extends ShownAmounts {
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
}

/** Sums what is planned and disbursed, for all that the actor may see and by groups: sum first, divide once. */
@Injectable()
export class Summarize {
  constructor(private readonly dataSource: DataSource) {}

  /** All reads see one state of the database. */
  summarize(actor: Actor, query: SummaryQuery): Promise<Summary> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const bySource = query.groupBy === 'source';
      const sums = await summaryRows(manager, actor, query);
      const businessDay = query.businessDay ?? query.asOf;
      const fresh = firstDayOfWeek(closedWeek(businessDay));
      const { unplanned, ...coverage } = await coverageRow(manager, actor, query, fresh);
      const whole = sums.find((row) => row.whole);
      const shownWhole = shown(whole, query.source);
      return {
        planYear: query.planYear,
        asOf: query.asOf,
        basis: query.basis,
        denominator: query.denominator,
        reckoning: liveReckoning(businessDay, query.asOf, coverage.newest),
        ...shownWhole,
        toReported: await this.toReported(manager, actor, query, shownWhole.disbursed),
        unplanned,
        coverage,
        ...(await computedThrough(manager, query.knownAt)),
        groups: sums
          .filter((row) => !row.whole)
          .map((row) => ({
            key: row.key,
            label: row.label ?? row.key,
            projects: row.projects,
            ...shown(row, bySource ? row.key : query.source),
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
    const [row] = await summaryRows(manager, actor, { ...query, basis: 'reported' });
    return row?.disbursed == null ? null : (BigInt(disbursed) - BigInt(row.disbursed)).toString();
  }
}

function shown(row: SummaryRow | undefined, source: string | null | undefined): ShownAmounts {
  const amount = (text: string | null | undefined): bigint | null => (text == null ? null : BigInt(text));
  return showAmounts({
    planned: amount(row?.planned),
    disbursed: amount(row?.disbursed),
    completed: amount(row?.completed),
    advance: amount(row?.advance),
    split: splitOf(row ?? {}, source),
  });
}
