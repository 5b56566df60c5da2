import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProjectRefView } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { visibleClearance } from '@thongvon/projects';
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
    const where = visibleClearance(actor).and((value) => `p.id = ${value}`, id);
    const [found] = await manager.query<(ProjectRefView & { hasSegment: boolean })[]>(
      `SELECT p.id, p.code, p.name,
         EXISTS (SELECT FROM land_clearance.clearance_segment s WHERE s.project_id = p.id AND s.id = ${where.parameter(segmentId)}::uuid) AS "hasSegment"
       FROM projects.project_ref p WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!found) throw problems.projectUnknown();
    const { hasSegment, ...project } = found;
    if (segmentId !== null && !hasSegment) throw problems.segmentUnknown();
    return project;
  }
}

/** Organisations that take part in a project's clearance, by the project's id: they see its blockers, whoever holds it. */
export async function whoClears(manager: EntityManager): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await manager.query<{ projectId: string; organizationIds: string[] }[]>(
    `SELECT project_id AS "projectId", array_agg(DISTINCT organization_id) AS "organizationIds" FROM projects.participant_ref
     WHERE role = 'land-clearance' AND valid_to IS NULL GROUP BY project_id`,
  );
  return new Map(rows.map(({ projectId, organizationIds }) => [projectId, organizationIds]));
}
