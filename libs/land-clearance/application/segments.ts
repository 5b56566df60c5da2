import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cleanText, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, Problem, SystemClock } from '@thongvon/platform';
import { Participants, type ProjectRef, projectUnknown } from '@thongvon/projects';
import {
  holderOf,
  insertSegment,
  type NewSegment,
  type SegmentRow,
  segmentRows,
  visibleProject,
} from '../persistence/project-rows';

/** Finds a project whose clearance the actor may see; what lies outside doesn't exist for them. */
@Injectable()
export class FindProject {
  constructor(private readonly dataSource: DataSource) {}

  /** To write of it: an office holds it or takes part in its clearance. Throws PROJECT-NOT-FOUND, and SEGMENT-UNKNOWN when `segmentId` is no segment of it. */
  async find(
    actor: Actor,
    id: string,
    segmentId: string | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectRef> {
    const { isOwn, ...project } = await this.read(actor, id, segmentId, manager);
    if (!isOwn) throw projectUnknown();
    return project;
  }

  /** To look at it, also for who must act on a blocker of it; `isOwn`: `find` finds it too. Throws as `find`. */
  async read(
    actor: Actor,
    id: string,
    segmentId: string | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectRef & { readonly isOwn: boolean }> {
    const found = await visibleProject(manager, actor, id, segmentId);
    if (!found) throw projectUnknown();
    const { hasSegment, ...project } = found;
    if (segmentId !== null && !hasSegment) throw problems.segmentUnknown();
    return project;
  }
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
      const added = await insertSegment(manager, { ...segment, projectId, name, at: this.clock.now() }).catch(
        (error: unknown) => {
          throw isUniqueViolation(error, 'clearance_segment_name') ? problems.segmentTaken() : error;
        },
      );
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
    const holder = await holderOf(manager, projectId);
    if (holder === organizationId) return;
    if (holder === undefined || !actor.scope.includes(holder)) throw problems.notHolder();
    await this.participants.name(manager, actor, projectId, { organizationId, role: 'land-clearance' });
  }

  /** By batch and name, each with the date of its newest figure on the day. */
  of(projectId: string, asOf: PlainDate): Promise<SegmentRow[]> {
    return segmentRows(this.dataSource.manager, projectId, asOf);
  }
}

/** What a caller may have to mend. */
const problems = {
  segmentUnknown: () =>
    new Problem(422, 'SEGMENT-UNKNOWN', 'Dự án không có đoạn (đợt) này.', 'The project has no such segment.'),
  segmentTaken: () =>
    new Problem(
      409,
      'SEGMENT-NAME-TAKEN',
      'Dự án đã có đoạn (đợt) mang tên này.',
      'The project already has a segment of this name.',
    ),
  notHolder: () =>
    new Problem(
      403,
      'PROJECT-NOT-HELD',
      'Chỉ chủ đầu tư hoặc cơ quan tài chính mới giao được đoạn cho đơn vị khác.',
      'Only the owner of the project or the finance office can give a segment to another office.',
    ),
} as const;
