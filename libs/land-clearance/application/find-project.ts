import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProjectRefView } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { visibleProject } from '../persistence/project-rows';
import { problems } from './problems';

/** Finds a project whose clearance the actor may see; what lies outside doesn't exist for them. */
@Injectable()
export class FindProject {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws PROJECT-NOT-FOUND, and SEGMENT-UNKNOWN when `segmentId` is no segment of it. */
  async find(
    actor: Actor,
    id: string,
    segmentId: string | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectRefView> {
    const found = await visibleProject(manager, actor, id, segmentId);
    if (!found) throw problems.projectUnknown();
    const { hasSegment, ...project } = found;
    if (segmentId !== null && !hasSegment) throw problems.segmentUnknown();
    return project;
  }
}
