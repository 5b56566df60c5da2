import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, type Dong, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, listPage, type ListPage, Problem, SystemClock } from '@thongvon/platform';
import type { ProjectKind } from '../domain/project-kind';
import { Project } from '../persistence/entities/project';
import { handOver } from '../persistence/handovers';
import { lockHolder } from '../persistence/holders';
import { type ListedProject, projectList, visibleProject } from '../persistence/register-rows';

export interface ProjectFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ProjectKind;
  readonly ownerId?: string;
}

/** The register of projects. */
@Injectable()
export class ListProjects {
  constructor(private readonly dataSource: DataSource) {}

  /** Sorted by name without accents; without what nothing speaks of any more. */
  list(actor: Actor, { limit, cursor, ...asked }: ProjectFilter): Promise<ListPage<ListedProject>> {
    return listPage<ListedProject>(this.dataSource.manager, projectList(actor, asked), { limit, cursor });
  }

  /** Throws a 404 problem when there is none in the actor's sight. */
  async get(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListedProject> {
    const found = await visibleProject(manager, actor, id);
    if (!found) throw projectUnknown();
    return found;
  }
}

/** 404 PROJECT-NOT-FOUND: there is none of this id, or none in the actor's sight. */
export function projectUnknown(): Problem {
  return new Problem(404, 'PROJECT-NOT-FOUND', 'Không tìm thấy dự án này.', 'There is no such project.');
}

/** What a person may correct. What isn't given stays. */
export interface ProjectChanges {
  readonly kind?: ProjectKind;
  readonly commune?: string | null;
  readonly ownerId?: string | null;
  /** The first day on which it is the new owner's; without it the owner is corrected for all days. */
  readonly ownerSince?: PlainDate;
  readonly totalInvestment?: Dong | null;
  readonly contractors?: string[];
}

/** Lets a person correct the register; returns no longer change what a person has set. */
@Injectable()
export class ChangeProject {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws PROJECT-NOT-FOUND, ORGANIZATION-UNKNOWN and OWNER-SINCE. */
  async change(actor: Actor, id: string, { ownerSince, ...changes }: ProjectChanges): Promise<ListedProject> {
    await this.projects.get(actor, id);
    if (typeof changes.ownerId === 'string' && !actor.scope.includes(changes.ownerId)) {
      throw new Problem(
        422,
        'ORGANIZATION-UNKNOWN',
        'Không có đơn vị này trong phạm vi của bạn.',
        'There is no such organisation in your scope.',
      );
    }
    await this.dataSource.transaction(async (manager) => {
      if (ownerSince !== undefined)
        await this.recordHandover(manager, actor, id, changes.ownerId, ownerSince);
      await manager.update(
        Project,
        { id },
        {
          ...changes,
          editedAt: this.clock.now(),
          ...(changes.kind === undefined ? {} : { kindConfirmed: true }),
          ...(changes.commune === undefined ? {} : { communeConfirmed: true }),
        },
      );
      await this.audit.record(manager, actor.userId, 'project.change', `project:${id}`, {
        fields: Object.keys(changes),
        ...(ownerSince === undefined ? {} : { ownerSince }),
      });
    });
    return this.projects.get(actor, id);
  }

  /** Throws OWNER-SINCE. */
  private async recordHandover(
    manager: EntityManager,
    actor: Actor,
    id: string,
    ownerId: string | null | undefined,
    since: PlainDate,
  ): Promise<void> {
    const now = this.clock.now();
    const holder = await lockHolder(manager, id);
    const last = holder?.since ?? null;
    const inOrder = since <= businessDate(now) && (last === null || since >= last);
    if (typeof ownerId !== 'string' || !inOrder) {
      throw new Problem(
        422,
        'OWNER-SINCE',
        'Ngày chuyển chủ đầu tư phải đi cùng chủ đầu tư mới, không sau hôm nay và không trước lần chuyển gần nhất.',
        'The day of the handover must come with the new owner, be no later than today and no earlier than the last handover.',
        { field: 'ownerSince' },
      );
    }
    await handOver(manager, {
      projectIds: [id],
      to: ownerId,
      since,
      by: actor.userId,
      at: now,
      saidBy: null,
    });
  }
}
