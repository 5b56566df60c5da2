import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ListBlockers } from '@thongvon/blockers';
import { addDays, currentPlanYear, type EscalationLadders, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { TasksDue } from '@thongvon/tasks';
import {
  cutOffsWithin,
  type OwedAction,
  type OwedItem,
  type OwedReturn,
  type OwedTask,
  span,
} from '../domain/who-is-reminded';
import { holdersOf, officeNames } from '../persistence/duties-and-reminders';
import { unsentReturns } from './owed-returns';
import { ReportingDuties } from './reporting-duties';

/** What is owed on a day, near enough to its due date that someone is reminded. */
@Injectable()
export class FindDebts {
  constructor(
    private readonly duties: ReportingDuties,
    private readonly blockers: ListBlockers,
    private readonly tasks: TasksDue,
  ) {}

  /** `ladders`: what top offices have set. */
  async on(
    manager: EntityManager,
    today: PlainDate,
    now: Date,
    ladders: readonly EscalationLadders[],
  ): Promise<OwedItem[]> {
    const names = await officeNames(manager);
    const within = span('blocker', ladders);
    const owed: OwedItem[] = [
      ...(await this.actions(manager, today, within, [...names.keys()])),
      ...(await this.given(manager, today, span('task', ladders))),
    ];
    for (const week of cutOffsWithin(span('return', ladders), today))
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
    return unsent.map(({ organizationId, kind, cameBack }) => ({
      debt: 'return',
      organizationId,
      due: week,
      office: names.get(organizationId) ?? '',
      kind,
      cameBack,
    }));
  }

  private async actions(
    manager: EntityManager,
    today: PlainDate,
    { first, last }: ReturnType<typeof span>,
    scope: readonly string[],
  ): Promise<OwedAction[]> {
    const [from, to] = [addDays(today, -last), addDays(today, -first)];
    const everybody: Actor = { userId: '', role: 'leader', organizationId: '', scope };
    const held = { planYear: currentPlanYear(today), denominator: 'current-year-plan' } as const;
    const open = await this.blockers.all(
      everybody,
      { asOf: today, ...held, state: 'open' },
      // Earliest due date first, those without one last.
      ({ due }) => due !== null && due <= to,
    );
    const near = open.flatMap((blocker) => {
      const { due } = blocker;
      return due !== null && due >= from && due <= to ? [{ blocker, due }] : [];
    });
    const holders = await holdersOf(
      manager,
      near.map(({ blocker }) => blocker.project.id),
    );
    return near.flatMap(({ blocker, due }): OwedAction[] => {
      const { id, project, responsibleOffice, responsibleUnit, capitalHeld: held } = blocker;
      const ownerId = holders.get(project.id);
      if (ownerId === undefined) return [];
      const organizationId = responsibleOffice?.id ?? ownerId;
      const unit = responsibleOffice?.name ?? responsibleUnit;
      const about = { id, project: project.name, unit, isUnattached: responsibleOffice === null, held };
      return [{ debt: 'blocker', organizationId, ownerId, due, ...about }];
    });
  }

  /** Tasks that offices have not reported on. */
  private async given(
    manager: EntityManager,
    today: PlainDate,
    { first, last }: ReturnType<typeof span>,
  ): Promise<OwedTask[]> {
    const tasks = await this.tasks.within(manager, addDays(today, -last), addDays(today, -first));
    return tasks.map((task) => ({ debt: 'task', ...task }));
  }
}
