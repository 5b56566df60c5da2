import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SegmentView } from '@thongvon/api-contract';
import { cleanText, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, SystemClock } from '@thongvon/platform';
import { Participants } from '@thongvon/projects';
import { FindProject } from './find-project';
import { problems } from './problems';

export interface NewSegment {
  readonly name: string;
  readonly commune: string | null;
  readonly batch: number | null;
  readonly organizationId: string | null;
}

/** The parts of a project that are cleared apart. */
@Injectable()
export class Segments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly participants: Participants,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Its id. Throws PROJECT-NOT-FOUND, SEGMENT-NAME-TAKEN, ORGANIZATION-UNKNOWN and PROJECT-NOT-HELD. */
  add(actor: Actor, projectId: string, segment: NewSegment): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, null, manager);
      const name = cleanText(segment.name);
      if (segment.organizationId !== null)
        await this.nameOffice(manager, actor, projectId, segment.organizationId);
      const [added] = await manager
        .query<{ id: string }[]>(
          `INSERT INTO land_clearance.clearance_segment (project_id, name, name_key, commune, batch, organization_id, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
          [
            projectId,
            name,
            matchKey(name),
            segment.commune,
            segment.batch,
            segment.organizationId,
            this.clock.now(),
          ],
        )
        .catch((error: unknown) => {
          throw isUniqueViolation(error, 'clearance_segment_name') ? problems.segmentTaken() : error;
        });
      if (!added) throw new Error('segment not added');
      await this.audit.record(
        manager,
        actor.userId,
        'clearance-segment.add',
        `clearance-segment:${added.id}`,
      );
      return added.id;
    });
  }

  /** Who clears a part of a project reports its clearance. Only who holds the project, or an office above, gives that away. */
  private async nameOffice(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    organizationId: string,
  ): Promise<void> {
    const [held] = await manager.query<{ by: string }[]>(
      `SELECT coalesce(owner_id, registered_by) AS by FROM projects.project_ref WHERE id = $1`,
      [projectId],
    );
    if (held?.by === organizationId) return;
    if (!held || !actor.scope.includes(held.by)) throw problems.notHolder();
    await this.participants.name(manager, actor, projectId, { organizationId, role: 'land-clearance' });
  }

  /** By batch and name, each with the date of its newest figure on the day. */
  of(projectId: string, asOf: PlainDate): Promise<SegmentView[]> {
    return this.dataSource.query<SegmentView[]>(
      `SELECT s.id, s.name, s.commune, s.batch, s.organization_id AS "organizationId",
         (SELECT max(c.valid_from) FROM land_clearance.clearance_position c
          WHERE c.segment_id = s.id AND c.valid_from <= $2 AND c.valid_to > $2) AS "figuresAsOf"
       FROM land_clearance.clearance_segment s WHERE s.project_id = $1 ORDER BY s.batch NULLS FIRST, s.name_key`,
      [projectId, asOf],
    );
  }
}
