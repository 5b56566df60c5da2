import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, Problem } from '@thongvon/platform';
import type { ProjectKind } from '../domain/project-kind';
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
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return listPage<ListedProject>(this.dataSource.manager, projectList(actor, asked), page);
  }

  /** Throws a 404 problem when there is none in the actor's sight. */
  async get(actor: Actor, id: string): Promise<ListedProject> {
    const found = await visibleProject(this.dataSource.manager, actor, id);
    if (!found) throw projectUnknown();
    return found;
  }
}

/** 404 PROJECT-NOT-FOUND: there is none of this id, or none in the actor's sight. */
export function projectUnknown(): Problem {
  return new Problem(404, 'PROJECT-NOT-FOUND', 'Không tìm thấy dự án này.', 'There is no such project.');
}
