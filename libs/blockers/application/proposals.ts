import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProposalDecision } from '@thongvon/api-contract';
import { businessDate, daysBetween, officeKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { powersOf } from '../domain/powers';
import type { OfficeRef } from '../domain/responsible-office';
import type { FoundBlocker } from '../persistence/blocker-identity';
import { wasAnswered } from '../persistence/blocker-ledger';
import { officeToName } from '../persistence/unit-matches';
import { RecordAction } from './act-on-blocker';
import { problems } from './problems';
import { FindBlocker } from './view-blockers';

/** Which open proposal is meant, and why it is answered so. */
interface Answered {
  readonly proposal: string;
  readonly reason?: string | undefined;
}

interface Decided extends Answered {
  readonly decision: ProposalDecision;
}

/** What became of a proposal. */
type Outcome = ProposalDecision | 'withdrawn';

/**
 * What the responsible office asks for, and what is answered (docs/adr/0235). One proposal of each kind is open at a time: actions on a
 * blocker wait for each other. Answering again as it was answered is no error. All throw BLOCKER-NOT-FOUND, BLOCKER-CLOSED and
 * NOT-YOURS-TO-ACT; answers PROPOSAL-GONE too, and refusals REASON-MISSING.
 */
@Injectable()
export class ProposeOnBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly actions: RecordAction,
    private readonly clock: SystemClock,
  ) {}

  /** Asks for another due date. Throws PROPOSAL-OPEN, DUE-BEFORE-TODAY and DUE-UNCHANGED. */
  proposeDue(
    actor: Actor,
    id: string,
    { due, reason }: { readonly due: PlainDate; readonly reason: string },
  ): Promise<void> {
    return this.onOpen(actor, id, async (manager, found) => {
      if (!powersOf(actor, { ...found, dueProposal: null }).includes('propose-due'))
        throw problems.notYours();
      if (found.dueProposal !== null) throw problems.proposalOpen();
      if (due < this.today()) throw problems.dueBeforeToday();
      if (due === found.due) throw problems.dueUnchanged();
      const by = found.responsibleOfficeId ?? '';
      await this.actions.record(manager, actor, found, {
        type: 'due-proposed',
        text: reason,
        changes: { proposal: { by, due } },
      });
    });
  }

  /** How long it was overdue until then stays in the history. */
  async decideDue(actor: Actor, id: string, { proposal, decision, reason }: Decided): Promise<void> {
    if (decision === 'refused' && reason === undefined) throw problems.reasonMissing();
    await this.answer(actor, id, `due-${decision}`, { proposal, reason }, async (manager, found) => {
      const asked = found.dueProposal;
      if (asked?.id !== proposal) throw problems.proposalGone();
      if (!powersOf(actor, found).includes('decide-due')) throw problems.notYours();
      const { by, due } = asked;
      const late = found.due === null ? null : Math.max(0, daysBetween(found.due, this.today()));
      await this.actions.record(manager, actor, found, {
        type: `due-${decision}`,
        ...(reason === undefined ? {} : { text: reason }),
        changes: {
          ...(decision === 'accepted' ? { due } : {}),
          proposal: { of: proposal, by, due, dueBefore: found.due, daysOverdue: late },
        },
      });
    });
  }

  withdrawDue(actor: Actor, id: string, answered: Answered): Promise<void> {
    return this.answer(actor, id, 'due-withdrawn', answered, async (manager, found) => {
      const asked = found.dueProposal;
      if (asked?.id !== answered.proposal) throw problems.proposalGone();
      if (!powersOf(actor, found).includes('withdraw-due')) throw problems.notYours();
      await this.withdraw(manager, actor, found, 'due-withdrawn', answered, asked.by);
    });
  }

  /** Offers it to another office, which must agree. Throws PROPOSAL-OPEN, OFFICE-UNKNOWN and OFFICE-ALREADY-RESPONSIBLE. */
  proposeHandover(
    actor: Actor,
    id: string,
    { organizationId, reason }: { readonly organizationId: string; readonly reason: string },
  ): Promise<void> {
    return this.onOpen(actor, id, async (manager, found) => {
      if (!powersOf(actor, { ...found, handoverProposal: null }).includes('propose-handover'))
        throw problems.notYours();
      if (found.handoverProposal !== null) throw problems.proposalOpen();
      if (organizationId === found.responsibleOfficeId) throw problems.officeResponsible();
      const office = await officeToName(manager, found.id, organizationId);
      if (!office) throw problems.officeUnknown();
      const by = found.responsibleOfficeId ?? '';
      await this.actions.record(manager, actor, found, {
        type: 'handover-proposed',
        text: reason,
        changes: { proposal: { by, to: office.id, toOffice: office.name } },
      });
    });
  }

  /** With its yes it is the turn of the office that was asked. Throws OFFICE-UNKNOWN where that one has ended. */
  async decideHandover(actor: Actor, id: string, { proposal, decision, reason }: Decided): Promise<void> {
    if (decision === 'refused' && reason === undefined) throw problems.reasonMissing();
    await this.answer(actor, id, `handover-${decision}`, { proposal, reason }, async (manager, found) => {
      const asked = found.handoverProposal;
      if (asked?.id !== proposal) throw problems.proposalGone();
      if (!powersOf(actor, found).includes('decide-handover')) throw problems.notYours();
      const office = await officeToName(manager, found.id, asked.to);
      if (!office) throw problems.officeUnknown();
      const takes = { responsibleOfficeId: office.id, responsibleUnit: office.name };
      await this.actions.record(manager, actor, found, {
        type: `handover-${decision}`,
        ...(reason === undefined ? {} : { text: reason }),
        changes: {
          ...(decision === 'accepted' ? takes : {}),
          proposal: { of: proposal, by: asked.by, to: office.id, toOffice: office.name },
        },
      });
    });
  }

  withdrawHandover(actor: Actor, id: string, answered: Answered): Promise<void> {
    return this.answer(actor, id, 'handover-withdrawn', answered, async (manager, found) => {
      const asked = found.handoverProposal;
      if (asked?.id !== answered.proposal) throw problems.proposalGone();
      if (!powersOf(actor, found).includes('withdraw-handover')) throw problems.notYours();
      await this.withdraw(manager, actor, found, 'handover-withdrawn', answered, asked.by);
    });
  }

  private async withdraw(
    manager: EntityManager,
    actor: Actor,
    found: FoundBlocker,
    type: 'due-withdrawn' | 'handover-withdrawn',
    { proposal, reason }: Answered,
    by: string,
  ): Promise<void> {
    await this.actions.record(manager, actor, found, {
      type,
      ...(reason === undefined ? {} : { text: reason }),
      changes: { proposal: { of: proposal, by } },
    });
  }

  private onOpen(
    actor: Actor,
    id: string,
    act: (manager: EntityManager, found: FoundBlocker) => Promise<void>,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.blockers.find(actor, id, manager, true);
      if (!found.open) throw problems.notOpen();
      await act(manager, found);
    });
  }

  /** What this very person's office has answered already stays so. */
  private answer(
    actor: Actor,
    id: string,
    type: `${'due' | 'handover'}-${Outcome}`,
    { proposal }: Answered,
    act: (manager: EntityManager, found: FoundBlocker) => Promise<void>,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.blockers.find(actor, id, manager, true);
      if (await wasAnswered(manager, found.id, { type, proposal, organizationId: actor.organizationId }))
        return;
      if (!found.open) throw problems.notOpen();
      await act(manager, found);
    });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

/** A person of who holds the project, or of its finance office, says which organisation must act. */
@Injectable()
export class SetResponsibleOffice {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly actions: RecordAction,
  ) {}

  /**
   * Null: nobody knows which one. Saying again what holds is no error. The words stay beside it where they were all that was known.
   * Throws BLOCKER-NOT-FOUND, BLOCKER-CLOSED, NOT-YOURS-TO-ACT, OFFICE-UNKNOWN and TEXT-BLANK.
   */
  async set(actor: Actor, id: string, organizationId: string | null, reason?: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const found = await this.blockers.find(actor, id, manager, true);
      if (!found.open) throw problems.notOpen();
      if (!powersOf(actor, found).includes('set-office')) throw problems.notYours();
      if (organizationId === found.responsibleOfficeId) return;
      const office = organizationId === null ? null : await officeToName(manager, found.id, organizationId);
      if (office === undefined) throw problems.officeUnknown();
      const words = await this.wordsFor(manager, found, office);
      await this.actions.record(manager, actor, found, {
        type: 'changed',
        ...(reason === undefined ? {} : { text: reason }),
        changes: {
          responsibleOfficeId: office?.id ?? null,
          ...(words === undefined ? {} : { responsibleUnit: words }),
        },
      });
    });
  }

  /** What the words become; undefined: they stay, as they were all that was known or say more than the office that it isn't. */
  private async wordsFor(
    manager: EntityManager,
    { id, responsibleUnit, responsibleOfficeId }: FoundBlocker,
    office: OfficeRef | null,
  ): Promise<string | null | undefined> {
    if (responsibleUnit === null) return office?.name;
    if (responsibleOfficeId === null) return undefined;
    if (office !== null) return office.name;
    const before = await officeToName(manager, id, responsibleOfficeId);
    return before !== undefined && officeKey(before.name) === officeKey(responsibleUnit) ? null : undefined;
  }
}
