import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { KeptBecause } from '@thongvon/api-contract';
import { Audit } from '@thongvon/platform';
import type { ProjectRef } from '../persistence/holders';
import { RecordGroups } from './record-groups';
import {
  endHandovers,
  handedProjects,
  handOver,
  handoversAgain,
  lockHandedProjects,
  type UnfoundedHandover,
  unfoundedHandovers,
} from '../persistence/handovers';

/** Returns that have just ceased to count, or count again, and who did that. */
interface Change {
  readonly ended: readonly string[];
  readonly reinstated: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** A project that became another office's. */
export interface NewOwner {
  readonly project: ProjectRef;
  readonly from: Office;
  readonly to: Office;
}

/** A project whose owner stays, though the return that said so no longer counts, or one counts again that said otherwise. */
export interface KeptHandover {
  readonly project: ProjectRef;
  readonly owner: Office;
  /** Whose it would be else. */
  readonly wouldBe: Office;
  readonly reason: KeptBecause;
}

interface Office {
  readonly id: string;
  readonly name: string;
}

interface Settled {
  readonly moved: readonly NewOwner[];
  readonly kept: readonly KeptHandover[];
}

/**
 * A handover by a plan stands while an approved return says it, or while something that came later rests on it: a further
 * handover, a person's change of the owner, an approved return that only the new owner could send. Else the project goes back
 * to whose it was (docs/adr/0150). What a person recorded isn't touched. What the returns said of groups no longer counts, or again.
 */
@Injectable()
export class SettleHandovers {
  constructor(
    private readonly audit: Audit,
    private readonly groups: RecordGroups,
  ) {}

  /** In the transaction of the change: which projects have become another's by it, and which stay though it said otherwise. */
  async settle(manager: EntityManager, { ended, reinstated, by, at }: Change): Promise<Settled> {
    await this.groups.settle(manager, { ended, reinstated });
    const ids = await lockHandedProjects(manager, [...ended, ...reinstated]);
    if (ids.length === 0) return { moved: [], kept: [] };
    const before = await handedProjects(manager, ids);
    const resting = await this.giveBack(manager, ids, ended, { by, at });
    const left = await this.handOverAgain(manager, reinstated, { by, at });
    const after = await handedProjects(manager, ids);

    const moved: NewOwner[] = [];
    for (const { project, owner } of after.values()) {
      const from = before.get(project.id)?.owner;
      if (from === undefined || from.id === owner.id) continue;
      moved.push({ project, from, to: owner });
      await this.audit.record(manager, by, 'project.change', `project:${project.id}`, {
        fields: ['ownerId'],
        returnIds: [...ended, ...reinstated],
      });
    }
    const offices = new Map([...before.values(), ...after.values()].flatMap(({ known }) => known));
    const kept = [...resting, ...left].flatMap(({ projectId, wouldBe, reason }) => {
      const { project, owner } = after.get(projectId) ?? {};
      const name = offices.get(wouldBe);
      return project === undefined || owner === undefined || name === undefined || owner.id === wouldBe
        ? []
        : [{ project, owner, wouldBe: { id: wouldBe, name }, reason }];
    });
    return { moved, kept };
  }

  /** Ends, the latest first, what rests on nothing any more; what stays of what the ended returns said. */
  private async giveBack(
    manager: EntityManager,
    projectIds: readonly string[],
    ended: readonly string[],
    who: { readonly by: string; readonly at: Date },
  ): Promise<Kept[]> {
    for (;;) {
      const unfounded = await unfoundedHandovers(manager, projectIds, ended);
      const free = unfounded.filter((handover) => restsOn(handover) === undefined);
      if (free.length === 0)
        return unfounded.flatMap((handover) => {
          const reason = restsOn(handover);
          return reason === undefined || !handover.isAsked
            ? []
            : [{ projectId: handover.projectId, wouldBe: handover.before, reason }];
        });
      await endHandovers(
        manager,
        free.map(({ id }) => id),
        who,
      );
    }
  }

  /** Of returns that count again: unless the project has become another's than it was before them. */
  private async handOverAgain(
    manager: EntityManager,
    reinstated: readonly string[],
    who: { readonly by: string; readonly at: Date },
  ): Promise<Kept[]> {
    const left: Kept[] = [];
    for (const saidBy of reinstated) {
      for (const { projectId, before, handedTo, since, owner } of await handoversAgain(manager, saidBy)) {
        if (owner === before)
          await handOver(manager, { projectIds: [projectId], to: handedTo, since, ...who, saidBy });
        else left.push({ projectId, wouldBe: handedTo, reason: 'owner-changed' });
      }
    }
    return left;
  }
}

interface Kept {
  readonly projectId: string;
  readonly wouldBe: string;
  readonly reason: KeptBecause;
}

/** What came later and needs it. */
function restsOn(handover: UnfoundedHandover): KeptBecause | undefined {
  if (handover.isHandedOn) return 'handed-on';
  if (handover.isOwnerChanged) return 'owner-changed';
  if (handover.isReported) return 'reported';
  return handover.isNameTaken ? 'name-taken' : undefined;
}
