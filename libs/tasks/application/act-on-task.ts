import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { TaskAct } from '@thongvon/api-contract';
import { businessDate, cleanText, matchKey, type PlainDate } from '@thongvon/kernel';
import { type GivenProof, type Proof, Proofs } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { isOnGiversSide, isOnOfficesSide, isTheirs } from '../domain/task-acts';
import { canFollow, sideOf, standingOf, type TaskEvent } from '../domain/task-state';
import { STATE_WORDS } from '../domain/words';
import { visibleConclusion } from '../persistence/conclusion-rows';
import { visibleTask } from '../persistence/task-lists';
import { isKeptForTask } from '../persistence/task-files';
import { eventsOf, insertEvent, type LockedTask, lockTask, savePosition } from '../persistence/task-rows';
import { enterNumber } from './enter-number';
import { problems } from './problems';
import { TaskMails } from './task-mails';

/** What somebody does to a task. */
export interface TaskAction {
  readonly type: TaskAct;
  readonly text?: string;
  readonly due?: PlainDate;
  readonly proof?: GivenProof;
}

/** What the two offices of a task do: take it on, report, confirm, move its date. Each is one entry of its history. */
@Injectable()
export class ActOnTask {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proofs: Proofs,
    private readonly mails: TaskMails,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * Doing the same again at once changes nothing. Throws TASK-NOT-FOUND, TASK-NOT-YOURS, FOUR-EYES, TASK-STATE, TASK-DUE-PAST,
   * TASK-DUE-SAME, TEXT-BLANK, PROOF-NEEDS-PROJECT, PROOF-INCOMPLETE and PROOF-UNKNOWN.
   */
  async act(actor: Actor, id: string, action: TaskAction): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await visibleTask(manager, actor, id))) throw problems.taskUnknown();
      // First wait, then look: what was done meanwhile must be seen.
      const task = await lockTask(manager, id);
      if (!task) throw problems.taskUnknown();
      const events = await eventsOf(manager, id);
      const last = events.at(-1);
      const asked = asKept(actor, action);
      if (last && isSame(last, asked)) return;
      this.assertMay(actor, task, events, action);
      const proof = await this.proofOf(manager, actor, { id, projectId: task.projectId }, action.proof);
      const nth = events.length + 1;
      const written = await insertEvent(manager, { taskId: id, nth, ...asked, proof, at: this.clock.now() });
      const standing = standingOf([...events, { ...asked, at: written.at }]);
      if (!standing) throw new Error('a task that is acted on was given');
      await savePosition(manager, id, standing);
      const entry = { id: written.id, type: action.type, text: asked.text, due: asked.due };
      if (sideOf(action.type) === 'office') await this.mails.answered(manager, id, entry);
      else await this.mails.decided(manager, id, entry);
      // Texts may name people: the trail keeps that it was done, not what it says.
      await this.audit.record(manager, actor.userId, `task.${action.type}`, `task:${id}`);
    });
  }

  private assertMay(
    actor: Actor,
    task: LockedTask,
    events: readonly TaskEvent[],
    { type, text, due }: TaskAction,
  ): void {
    const standing = standingOf(events);
    if (!standing) throw problems.taskUnknown();
    const onSide = sideOf(type) === 'office' ? isOnOfficesSide(actor, task) : isOnGiversSide(actor, task);
    if (!onSide) throw problems.notYours();
    if (!canFollow(standing, type)) throw problems.stateRefuses(standing.state, STATE_WORDS[standing.state]);
    if (!isTheirs(actor, { ...task, reportedBy: standing.reportedBy }, type)) throw problems.fourEyes();
    const today = businessDate(this.clock.now());
    if (due !== undefined && due < today) throw problems.duePast(today);
    if (due !== undefined && due === standing.due) throw problems.dueSame();
    if (text !== undefined && matchKey(text) === '')
      throw problems.textBlank(type === 'reported' ? 'text' : 'reason');
  }

  private async proofOf(
    manager: EntityManager,
    actor: Actor,
    { id, projectId }: { readonly id: string; readonly projectId: string | null },
    given: GivenProof | undefined,
  ): Promise<Proof | null> {
    if (given === undefined) return null;
    const isOwn = given.fileId !== undefined && (await isKeptForTask(manager, id, given.fileId));
    // Without a project there is nothing to which a cell, or another's file, could belong: a document has a number and a date.
    const { documentNumber, documentDate: _, fileId, ...further } = given;
    if (projectId === null) {
      const isFit = Object.keys(further).length === 0 && (fileId === undefined || isOwn);
      if (!isFit || (documentNumber === undefined && !isOwn)) throw problems.proofNeedsProject();
    }
    return this.proofs.resolve(manager, actor, isOwn ? null : projectId, given);
  }
}

type Asked = Pick<TaskEvent, 'type' | 'actorId' | 'text' | 'due'>;

const asKept = (actor: Actor, { type, text, due }: TaskAction): Asked => ({
  type,
  actorId: actor.userId,
  text: text === undefined ? null : cleanText(text),
  due: due ?? null,
});

/** Whether the last entry is the very thing that is asked for: a second tap, a request sent again. */
const isSame = (last: TaskEvent, asked: Asked): boolean =>
  last.type === asked.type &&
  last.actorId === asked.actorId &&
  last.text === asked.text &&
  last.due === asked.due;

/** The number of a conclusion, which may come later than its tasks. */
@Injectable()
export class NumberConclusion {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** The same number again is no error. Throws CONCLUSION-NOT-FOUND, TASK-NOT-YOURS, and as `enterNumber`. */
  async number(actor: Actor, conclusionId: string, text: string, dated: PlainDate): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const found = await visibleConclusion(manager, actor, conclusionId);
      if (!found) throw problems.conclusionUnknown();
      const giverId = found.giver.id;
      if (!isOnGiversSide(actor, { giverId })) throw problems.notYours();
      if (found.number !== null && matchKey(found.number) === matchKey(text) && found.dated === dated) return;
      await enterNumber(manager, actor, { conclusionId, giverId, recordedAt: this.clock.now() }, text, dated);
      await this.audit.record(manager, actor.userId, 'conclusion.numbered', `conclusion:${conclusionId}`);
    });
  }
}
