import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BlockerAction } from '@thongvon/api-contract';
import { businessDate, cleanText, type PlainDate } from '@thongvon/kernel';
import {
  FindProject,
  type GivenProof,
  proofInWords,
  Proofs,
  type SourceCell,
} from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import type { BlockerFields, Done } from '../domain/blocker-state';
import { isProposal } from '../domain/proposals';
import { isBlank } from '../domain/reported-texts';
import type { FoundBlocker } from '../persistence/blocker-identity';
import { doneUnder, insertAction, insertBlockers, type OnceKey } from '../persistence/blocker-ledger';
import { RebuildBlockers } from './derived-blockers';
import { MatchUnits } from './match-units';
import { problems } from './problems';
import { DecideRemark } from './remarks';
import { FindBlocker } from './view-blockers';

interface Action {
  readonly type: Done['type'];
  /** When it was done; without it, today. */
  readonly on?: PlainDate;
  readonly text?: string;
  readonly evidence?: string;
  readonly proof?: GivenProof;
  readonly changes?: BlockerFields;
  readonly once?: OnceKey;
}

/** Writes what a person did about a blocker into its history and derives how it stands; the only place that does. */
@Injectable()
export class RecordAction {
  constructor(
    private readonly clock: SystemClock,
    private readonly rebuilding: RebuildBlockers,
    private readonly units: MatchUnits,
    private readonly proofs: Proofs,
    private readonly audit: Audit,
  ) {}

  /** Runs in the transaction of `manager`. Throws DATE-IN-FUTURE, TEXT-BLANK, PROOF-INCOMPLETE and PROOF-UNKNOWN. */
  async record(
    manager: EntityManager,
    actor: Actor,
    { id: blockerId, projectId }: { readonly id: string; readonly projectId: string },
    action: Action,
  ): Promise<void> {
    const now = this.clock.now();
    const today = businessDate(now);
    const on = action.on ?? today;
    if (on > today) throw problems.dateInFuture('on');
    const blank = blankField(action);
    if (blank !== undefined) throw problems.textBlank(blank);
    const proof = action.proof && (await this.proofs.resolve(manager, actor, projectId, action.proof));
    await insertAction(manager, {
      ...{ blockerId, type: action.type, on, at: now },
      ...{ actorId: actor.userId, organizationId: actor.organizationId },
      ...{ text: action.text ?? null, evidence: action.evidence ?? (proof ? proofInWords(proof) : null) },
      ...{ proof: proof ?? null, changes: action.changes ?? {} },
      once: action.once ?? null,
    });
    if (action.changes?.responsibleUnit != null && action.changes.responsibleOfficeId === undefined)
      await this.units.of(manager, [blockerId]);
    await this.rebuilding.of(manager, [blockerId]);
    // Texts may name people: the trail keeps which fields were set, not what they say.
    await this.audit.record(manager, actor.userId, `blocker.${action.type}`, `blocker:${blockerId}`, {
      fields: Object.keys(action.changes ?? {}),
    });
  }
}

/** The texts of an action of which one says nothing, by the name of its field; undefined: none. */
function blankField({ type, text, evidence, changes = {} }: Action): string | undefined {
  const { description, responsibleUnit, responsiblePerson, contractor } = changes;
  const reason = ['opened', 'changed', 'closed', 'reopened'].includes(type) || isProposal(type);
  const texts = {
    description,
    responsibleUnit,
    responsiblePerson,
    contractor,
    evidence,
    [reason ? 'reason' : 'text']: text,
  };
  return Object.entries(texts).find(([, said]) => typeof said === 'string' && isBlank(said))?.[0];
}

export interface Reported {
  readonly text: string;
  readonly on?: PlainDate;
  readonly evidence?: string;
  readonly proof?: GivenProof;
}

interface ReportedOnce extends Reported {
  /** Of the caller's: the same again is done once, something else under it is refused. */
  readonly clientKey?: string;
}

/** The same request has the same hash, in whatever order its fields came. */
function hashOf(id: string, type: BlockerAction, { text, on, evidence, proof }: Reported): string {
  const proved = Object.entries(proof ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const asked = [id, type, text, on ?? null, evidence ?? null, proved];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/** What people do about a blocker: work, remind, hand up, confirm, close, reopen. */
@Injectable()
export class ActOnBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly actions: RecordAction,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Of the owner's side, and of the office that must act. The same under the same key is done once. Throws BLOCKER-NOT-FOUND, NOT-YOURS-TO-ACT, BLOCKER-CLOSED, BEFORE-OPENING,
   * DATE-IN-FUTURE, and ACTION-KEY-REUSED for something else under a key.
   */
  async act(
    actor: Actor,
    id: string,
    type: BlockerAction,
    { clientKey, ...reported }: ReportedOnce,
  ): Promise<void> {
    const once = clientKey === undefined ? undefined : { clientKey, requestHash: hashOf(id, type, reported) };
    if (await this.isDone(actor, once)) return;
    const action = { type, ...reported, ...(once && { once }) };
    try {
      await this.perform(actor, id, action, ({ open, isOwn, responsibleOfficeId }) => {
        if (!isOwn && (responsibleOfficeId === null || !actor.scope.includes(responsibleOfficeId)))
          throw problems.notYours();
        if (!open) throw problems.notOpen();
        return true;
      });
    } catch (error) {
      // The same may have been asked at the same time: then it has been done, whatever happened since.
      if (!(await this.isDone(actor, once))) throw error;
    }
  }

  private async isDone(actor: Actor, once: OnceKey | undefined): Promise<boolean> {
    if (!once) return false;
    const done = await doneUnder(this.dataSource.manager, actor.userId, once.clientKey);
    if (!done) return false;
    if (done.requestHash !== once.requestHash) throw problems.keyReused(done.at);
    return true;
  }

  /** Closing it again is no error. Throws BLOCKER-NOT-FOUND, NOT-YOURS-TO-ACT, CLOSED-BEFORE-NAMED, BEFORE-OPENING and DATE-IN-FUTURE. */
  close(actor: Actor, id: string, reported: Reported): Promise<void> {
    return this.perform(actor, id, { type: 'closed', ...reported }, ({ open, isOwn, lastNamed }, on) => {
      if (!isOwn) throw problems.notYours();
      if (open && lastNamed !== null && on < lastNamed) throw problems.closedBeforeNamed(lastNamed);
      return open;
    });
  }

  /** Reopening an open one is no error. Throws BLOCKER-NOT-FOUND, NOT-YOURS-TO-ACT, BEFORE-OPENING and DATE-IN-FUTURE. */
  reopen(actor: Actor, id: string, reported: Reported): Promise<void> {
    return this.perform(actor, id, { type: 'reopened', ...reported }, ({ open, isOwn }) => {
      if (!isOwn) throw problems.notYours();
      return !open;
    });
  }

  /** `check` throws when it can't be done, and says false when it is done already. */
  private perform(
    actor: Actor,
    id: string,
    action: Action,
    check: (found: FoundBlocker, on: PlainDate) => boolean,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.blockers.find(actor, id, manager, true);
      const on = action.on ?? businessDate(this.clock.now());
      if (!check(found, on)) return;
      if (on < found.openedOn) throw problems.beforeOpening(found.openedOn);
      await this.actions.record(manager, actor, found, { ...action, on });
    });
  }
}

/** A person sets what is known of a blocker: confirms the cause, names who must act and by when. */
@Injectable()
export class ChangeBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly actions: RecordAction,
  ) {}

  /** What isn't given stays. Throws BLOCKER-NOT-FOUND, NOT-YOURS-TO-ACT, NOTHING-TO-CHANGE, HELD-WITHOUT-REASON, OPENED-AFTER-NAMED, DUE-BEFORE-OPENED and TEXT-BLANK. */
  async change(actor: Actor, id: string, changes: BlockerFields, reason?: string): Promise<void> {
    if (Object.keys(changes).length === 0) throw problems.nothingToChange();
    if (changes.capitalHeld != null && reason === undefined) throw problems.heldWithoutReason();
    await this.dataSource.transaction(async (manager) => {
      const { firstNamed, ...found } = await this.blockers.findOwn(actor, id, manager, true);
      const { description, openedOn } = changes;
      if (openedOn !== undefined && firstNamed !== null && openedOn > firstNamed)
        throw problems.openedAfterNamed(firstNamed);
      const { due = found.due } = changes;
      // While nobody has said when it began, a return may name it after its due date.
      const began = openedOn ?? (found.openedEstimated ? null : found.openedOn);
      if (
        (changes.due !== undefined || openedOn !== undefined) &&
        due !== null &&
        began !== null &&
        due < began
      )
        throw problems.dueBeforeOpened(began);
      await this.actions.record(manager, actor, found, {
        type: 'changed',
        changes: {
          ...changes,
          ...(description === undefined ? {} : { description: cleanText(description) }),
        },
        ...(reason === undefined ? {} : { text: reason }),
      });
    });
  }
}

export interface NewBlocker extends BlockerFields {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly description: string;
  /** The cell of the remark that it is opened from. */
  readonly source?: SourceCell;
  /** Why the capital held is set by hand. */
  readonly reason?: string;
}

/** A person opens a blocker. */
@Injectable()
export class OpenBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly actions: RecordAction,
    private readonly remarks: DecideRemark,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Its id. Throws PROJECT-NOT-FOUND, SEGMENT-UNKNOWN, DATE-IN-FUTURE, DUE-BEFORE-OPENED, TEXT-BLANK and
   * HELD-WITHOUT-REASON; from a remark REMARK-UNKNOWN and REMARK-ACCEPTED.
   */
  async open(actor: Actor, { projectId, segmentId, reason, source, ...fields }: NewBlocker): Promise<string> {
    if (fields.capitalHeld != null && reason === undefined) throw problems.heldWithoutReason();
    const now = this.clock.now();
    const on = fields.openedOn ?? businessDate(now);
    if (fields.due != null && fields.due < on) throw problems.dueBeforeOpened(on);
    return this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, segmentId, manager);
      const id = randomUUID();
      await insertBlockers(manager, [{ id, projectId, segmentId }], now);
      if (source) await this.remarks.accept(manager, actor, { projectId, source, blockerId: id });
      await this.actions.record(
        manager,
        actor,
        { id, projectId },
        {
          type: 'opened',
          on,
          ...(reason === undefined ? {} : { text: reason }),
          changes: { ...fields, description: cleanText(fields.description) },
        },
      );
      return id;
    });
  }
}
