import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Dong } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem } from '@thongvon/platform';
import type { ProjectKind } from '../domain/project-kind';
import { Project } from '../infrastructure/project.entity';
import { ListProjects, type ListedProject } from './list-projects';

/** What a person may correct. What isn't given stays. */
export interface ProjectChanges {
  readonly kind?: ProjectKind;
  readonly commune?: string | null;
  readonly ownerId?: string | null;
  readonly totalInvestment?: Dong | null;
  readonly contractors?: string[];
}

/** Lets a person correct the register; returns no longer change what a person has set. */
@Injectable()
export class ChangeProject {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly audit: Audit,
  ) {}

  async change(actor: Actor, id: string, changes: ProjectChanges): Promise<ListedProject> {
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
      await manager.update(
        Project,
        { id },
        {
          ...changes,
          ...(changes.kind === undefined ? {} : { kindConfirmed: true }),
          ...(changes.commune === undefined ? {} : { communeConfirmed: true }),
        },
      );
      await this.audit.record(manager, actor.userId, 'project.change', `project:${id}`, {
        fields: Object.keys(changes),
      });
    });
    return this.projects.get(actor, id);
  }
}
