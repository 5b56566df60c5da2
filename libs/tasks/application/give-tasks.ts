import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConclusionKind } from '@thongvon/api-contract';
import { businessDate, cleanText, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, SystemClock } from '@thongvon/platform';
import { DECIDING_ROLES } from '../domain/task-acts';
import { officesInSight, peopleOf, subjectsInSight } from '../persistence/conclusion-rows';
import {
  conclusionUnder,
  insertConclusion,
  insertTasks,
  type NewConclusion,
  type NewTask,
} from '../persistence/task-rows';
import { enterNumber } from './enter-number';
import { type Fault, faults, problems } from './problems';
import { TaskMails } from './task-mails';

/** A task as somebody asks for it. */
export interface WantedTask {
  readonly what: string;
  readonly due: PlainDate;
  readonly organizationId: string;
  readonly person?: string;
  readonly projectId?: string;
  readonly blockerId?: string;
}

/** What is to be given, all of it or nothing. */
export interface WantedConclusion {
  readonly clientKey: string;
  readonly kind: ConclusionKind;
  readonly number?: string;
  readonly dated?: PlainDate;
  readonly title?: string;
  readonly concludedBy?: string;
  readonly tasks: readonly WantedTask[];
}

/** What was given, now or before by the same request. */
export interface GivenTasks {
  readonly conclusionId: string;
  readonly already: boolean;
  readonly givenAt: Date;
  /** Offices in which nobody can answer. */
  readonly unreachable: readonly { readonly id: string; readonly name: string }[];
}

/** Gives tasks to offices: one by a tap, or all of a meeting. The same request again gives nothing again. */
@Injectable()
export class GiveTasks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: TaskMails,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * `alone`: the request is the task itself. Throws TASKS-INVALID with what is wrong with which field of which task, CONCLUDED-BY-NEEDED, CONCLUDED-BY-UNKNOWN, DATE-IN-FUTURE,
   * CONCLUSION-NUMBER-TAKEN, and TASK-KEY-REUSED when the key stands for something else.
   */
  async give(actor: Actor, wanted: WantedConclusion, alone = false): Promise<GivenTasks> {
    const before = await this.alreadyGiven(actor, wanted);
    if (before) return before;
    try {
      return await this.dataSource.transaction((manager) => this.write(manager, actor, wanted, alone));
    } catch (error) {
      // The same request was being answered at the same time: it has been done, once.
      const same = isUniqueViolation(error, 'conclusion_once') && (await this.alreadyGiven(actor, wanted));
      if (same) return same;
      throw error;
    }
  }

  private async alreadyGiven(actor: Actor, wanted: WantedConclusion): Promise<GivenTasks | undefined> {
    const found = await conclusionUnder(this.dataSource.manager, actor.userId, wanted.clientKey);
    if (!found) return undefined;
    if (found.requestHash !== hashOf(wanted)) throw problems.keyReused(found.recordedAt);
    return { conclusionId: found.id, already: true, givenAt: found.recordedAt, unreachable: [] };
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    wanted: WantedConclusion,
    alone: boolean,
  ): Promise<GivenTasks> {
    const now = this.clock.now();
    const today = businessDate(now);
    const dated = wanted.dated ?? today;
    if (dated > today) throw problems.datedInFuture();
    const conclusion: NewConclusion = {
      id: randomUUID(),
      kind: wanted.kind,
      title: wanted.title === undefined ? null : cleanText(wanted.title),
      dated,
      giverId: actor.organizationId,
      concludedBy: await this.whoDecided(manager, actor, wanted.concludedBy),
      enteredBy: actor.userId,
      clientKey: wanted.clientKey,
      requestHash: hashOf(wanted),
      recordedAt: now,
    };
    const { tasks, offices } = await this.checked(manager, actor, wanted.tasks, { today, alone });
    await insertConclusion(manager, conclusion);
    if (wanted.number !== undefined) {
      const entered = { conclusionId: conclusion.id, giverId: conclusion.giverId, recordedAt: now };
      await enterNumber(manager, actor, entered, wanted.number, dated);
    }
    await insertTasks(manager, conclusion, tasks);
    const { id, kind } = conclusion;
    await this.audit.record(manager, actor.userId, 'task.given', `conclusion:${id}`, {
      kind,
      tasks: tasks.length,
      organizationIds: [...offices.keys()],
    });
    const unreachable = await this.mails.given(manager, id, offices);
    return { conclusionId: id, already: false, givenAt: now, unreachable };
  }

  /** Who decides gives in their own name; who enters for somebody names them. */
  private async whoDecided(manager: EntityManager, actor: Actor, named: string | undefined): Promise<string> {
    const decides = (DECIDING_ROLES as readonly string[]).includes(actor.role);
    if (named === undefined && !decides) throw problems.concludedByNeeded();
    if (named === undefined || (named === actor.userId && decides)) return actor.userId;
    const deciding = await peopleOf(manager, actor.organizationId, DECIDING_ROLES);
    if (!deciding.some(({ id }) => id === named)) throw problems.concludedByUnknown();
    return named;
  }

  /** The rows as they are kept, and the offices that they name. Throws TASKS-INVALID with all that is wrong. */
  private async checked(
    manager: EntityManager,
    actor: Actor,
    wanted: readonly WantedTask[],
    { today, alone }: { readonly today: PlainDate; readonly alone: boolean },
  ): Promise<{ readonly tasks: NewTask[]; readonly offices: ReadonlyMap<string, string> }> {
    const ids = (key: 'organizationId' | 'projectId' | 'blockerId'): string[] => [
      ...new Set(wanted.flatMap((task) => task[key] ?? [])),
    ];
    const offices = await officesInSight(manager, actor, ids('organizationId'));
    const subjects = { projectIds: ids('projectId'), blockerIds: ids('blockerId') };
    const { projects, blockers } = await subjectsInSight(manager, actor, subjects);
    const wrong: Fault[] = [];
    const seen = new Map<string, number>();
    const tasks = wanted.map(
      ({ what, due, organizationId, person, projectId, blockerId }, index): NewTask => {
        const row = index + 1;
        const words = cleanText(what);
        const ofBlocker = blockerId === undefined ? undefined : blockers.get(blockerId);
        const of = projectId ?? ofBlocker ?? null;
        const key = [matchKey(words), organizationId, of].join('|');
        const first = seen.get(key);
        seen.set(key, first ?? row);
        const blockerFits = blockerId === undefined || (ofBlocker !== undefined && of === ofBlocker);
        wrong.push(
          ...[
            ...(matchKey(words) === '' ? [faults.blank()] : []),
            ...(due < today ? [faults.duePast(today)] : []),
            ...(offices.has(organizationId) ? [] : [faults.officeUnknown()]),
            ...(projectId === undefined || projects.has(projectId) ? [] : [faults.projectUnknown()]),
            ...(blockerFits ? [] : [faults.blockerUnknown()]),
            ...(first === undefined ? [] : [faults.doubled(first)]),
          ].map((fault) => ({ ...fault, field: alone ? fault.field : `tasks.${index}.${fault.field}` })),
        );
        const role = person === undefined ? null : cleanText(person);
        return {
          ...{ id: randomUUID(), place: row, organizationId, person: role, projectId: of },
          ...{
            blockerId: blockerId ?? null,
            what: words,
            searchKey: matchKey(`${words} ${role ?? ''}`),
            due,
          },
        };
      },
    );
    if (wrong.length > 0) throw problems.rowsInvalid(wrong);
    return { tasks, offices };
  }
}

/** The same request has the same hash; its key isn't part of it. */
function hashOf({ clientKey: _, ...asked }: WantedConclusion): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
