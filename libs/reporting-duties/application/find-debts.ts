import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, plainDate, currentPlanYear, type PlainDate } from '@thongvon/kernel';
import { ListBlockers } from '@thongvon/blockers';
import type { Actor } from '@thongvon/organizations';
import {
  cutOffsWithin,
  type OwedAction,
  type OwedItem,
  type OwedReturn,
  span,
} from '../domain/who-is-reminded';
import { holdersOf, officeNames } from '../persistence/reminder-rows';
import { unsentReturns } from './owed-returns';
import { ReportingDuties } from './reporting-duties';

type OpenBlocker = Awaited<ReturnType<ListBlockers['list']>>['items'][number];

const PAGE = 500;

/** What is owed on a day, near enough to its due date that someone is reminded. */
@Injectable()
export class FindDebts {
  constructor(
    private readonly duties: ReportingDuties,
    private readonly blockers: ListBlockers,
  ) {}

  async on(manager: EntityManager, today: PlainDate, now: Date): Promise<OwedItem[]> {
    const names = await officeNames(manager);
    const owed: OwedItem[] = [...(await this.actions(manager, today, [...names.keys()]))];
    for (const week of cutOffsWithin(span('return'), today))
      owed.push(...(await this.returns(manager, week, now, names)));
    return owed;
  }

  /** What offices owe for a week, have not sent by now, or got back. */
  private async returns(
    manager: EntityManager,
    week: PlainDate,
    now: Date,
    names: ReadonlyMap<string, string>,
  ): Promise<OwedReturn[]> {
    const owed = await this.duties.owedOn(manager, week);
    const unsent = await unsentReturns(manager, owed, { week, frozenAt: now });
    return unsent.map(({ organizationId, kind, sentBack }) => ({
      debt: 'return',
      organizationId,
      due: week,
      office: names.get(organizationId) ?? '',
      kind,
      sentBack: sentBack !== null,
    }));
  }

  private async actions(
    manager: EntityManager,
    today: PlainDate,
    scope: readonly string[],
  ): Promise<OwedAction[]> {
    const { first, last } = span('blocker');
    const [from, to] = [addDays(today, -last), addDays(today, -first)];
    const near = (await this.openBlockers(today, scope, to)).flatMap((blocker) => {
      const due = blocker.due === null ? null : plainDate(blocker.due);
      return due !== null && due >= from && due <= to ? [{ blocker, due }] : [];
    });
    const holders = await holdersOf(
      manager,
      near.map(({ blocker }) => blocker.project.id),
    );
    return near.flatMap(({ blocker, due }): OwedAction[] => {
      const { id, project, responsibleUnit: unit, capitalHeld: held } = blocker;
      const organizationId = holders.get(project.id);
      if (organizationId === undefined) return [];
      return [{ debt: 'blocker', id, organizationId, due, project: project.name, unit, held }];
    });
  }

  /** Earliest due date first, up to `to`. */
  private async openBlockers(
    asOf: PlainDate,
    scope: readonly string[],
    to: PlainDate,
  ): Promise<OpenBlocker[]> {
    const everybody: Actor = { userId: '', role: 'leader', organizationId: '', scope };
    const found: OpenBlocker[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.blockers.list(everybody, {
        asOf,
        planYear: currentPlanYear(asOf),
        denominator: 'current-year-plan',
        state: 'open',
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      found.push(...page.items);
      const last = page.items.at(-1)?.due ?? null;
      cursor = last === null || last > to ? null : page.nextCursor;
    } while (cursor !== null);
    return found;
  }
}
