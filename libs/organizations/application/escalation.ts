import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  DEFAULT_LADDERS,
  ESCALATED,
  type Escalated,
  type EscalationLadders,
  type LadderFault,
  ladderFault,
  MOST_RUNGS,
  RUNG_DAYS,
} from '@thongvon/kernel';
import { Audit, Problem, SystemClock, together } from '@thongvon/platform';
import { type Actor, seesOrganization } from '../domain/actor';
import { EscalationEntry } from '../persistence/entities/escalation';
import { type LaddersEntry, laddersInForce, laddersOf, topOffice } from '../persistence/escalation-rows';

/** What is in force below a top office, and how it came to be. */
export interface LaddersInForce {
  /** Null, with nothing of how it came to be: an office above the actor's, which keeps that to itself. */
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly ladders: EscalationLadders;
  /** Nobody has set any: those that the system comes with are in force. */
  readonly isDefault: boolean;
  /** Newest first. */
  readonly entries: readonly LaddersEntry[];
}

/** The one escalation ladder of returns, blockers and tasks, as the top office sets it (docs/adr/0236). */
@Injectable()
export class EscalationSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Of the actor's top office. */
  async view(actor: Actor): Promise<LaddersInForce> {
    const [organization, entries] = await together(this.dataSource.manager, (all) =>
      Promise.all([topOffice(all, actor.organizationId), laddersOf(all, actor.organizationId)]),
    );
    const ladders = entries[0]?.ladders;
    const isDefault = ladders === undefined;
    return seesOrganization(actor, organization.id)
      ? { organization, ladders: ladders ?? DEFAULT_LADDERS, isDefault, entries }
      : { organization: null, ladders: ladders ?? DEFAULT_LADDERS, isDefault, entries: [] };
  }

  /** By top office, of those that have set any; for all others `DEFAULT_LADDERS` is in force. */
  inForce(manager: EntityManager): Promise<ReadonlyMap<string, EscalationLadders>> {
    return laddersInForce(manager);
  }

  /** Holds from now on; what is left out stays as it is; setting the same again is no error. Throws LADDER-FAULT. */
  async set(actor: Actor, wanted: Partial<EscalationLadders>, reason: string): Promise<void> {
    for (const owed of ESCALATED) {
      const ladder = wanted[owed];
      const fault = ladder && ladderFault(ladder);
      if (fault !== undefined) throw faulty(owed, fault);
    }
    await this.dataSource.transaction(async (manager) => {
      const { id: organizationId } = await topOffice(manager, actor.organizationId);
      const [last] = await laddersOf(manager, actor.organizationId);
      const before = last?.ladders ?? DEFAULT_LADDERS;
      const ladders = { ...before, ...wanted };
      if (sameLadders(before, ladders)) return;
      await manager.insert(EscalationEntry, {
        organizationId,
        ladders,
        reason,
        actorId: actor.userId,
        recordedAt: this.clock.now(),
      });
      await this.audit.record(manager, actor.userId, 'escalation.set', `organization:${organizationId}`, {
        reason,
        ...ladders,
      });
    });
  }
}

const sameLadders = (one: EscalationLadders, other: EscalationLadders): boolean =>
  ESCALATED.every((owed) => {
    const written = (of: EscalationLadders): string => of[owed].map(({ days, to }) => `${days} ${to}`).join();
    return written(one) === written(other);
  });

const FAULTS: Readonly<Record<LadderFault, readonly [vi: string, en: string]>> = {
  empty: ['phải có ít nhất một bậc', 'needs a rung'],
  'too-long': [`có nhiều nhất ${MOST_RUNGS} bậc`, `has at most ${MOST_RUNGS} rungs`],
  'out-of-range': [
    `số ngày từ ${RUNG_DAYS.first} đến ${RUNG_DAYS.last}`,
    `has days from ${RUNG_DAYS.first} to ${RUNG_DAYS.last}`,
  ],
  'not-in-order': ['số ngày phải tăng dần, không trùng', 'has days in their order, none twice'],
  'goes-down': ['bậc sau không được thấp hơn bậc trước', 'never goes down'],
  'skips-who-must-act': ['bậc đầu phải là người phải làm', 'begins with who must act'],
};

const OWED_NAMES: Readonly<Record<Escalated, string>> = {
  return: 'báo cáo',
  blocker: 'vướng mắc',
  task: 'việc giao',
};

function faulty(owed: Escalated, fault: LadderFault): Problem {
  const [vi, en] = FAULTS[fault];
  return new Problem(
    422,
    'LADDER-FAULT',
    `Thang nhắc việc của ${OWED_NAMES[owed]}: ${vi}.`,
    `The ladder of ${owed}s ${en}.`,
    { field: owed },
  );
}
