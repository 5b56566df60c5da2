import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ParticipantRole } from '@thongvon/api-contract';
import { businessDate, type PlainDate, plainDateOf, yearOf } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, listPage, type ListPage, Problem, SystemClock, together } from '@thongvon/platform';
import { lockHolder } from '../persistence/holders';
import {
  endParticipation,
  insertParticipant,
  isOffice,
  lastParticipation,
  officesToName,
  type Participant,
  participant,
  participantsOf,
} from '../persistence/participant-rows';
import { ListProjects } from './projects';

export interface NewParticipant {
  readonly organizationId: string;
  readonly role: ParticipantRole;
  /** The start of the business year without it, so that the year's returns count. */
  readonly from?: PlainDate;
}

interface OfficesQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** Which offices may report a part of a project that isn't theirs (contract, section 3, "Whose"). */
@Injectable()
export class Participants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Those that still take part first; ended ones stay as history. Throws PROJECT-NOT-FOUND. */
  async list(actor: Actor, projectId: string): Promise<Participant[]> {
    const [, participants] = await together(this.dataSource.manager, (all) =>
      Promise.all([this.projects.get(actor, projectId, all), participantsOf(all, projectId)]),
    );
    return participants;
  }

  /** The offices that may be named: all that exist, but for who holds the project. By name; their names are no secret. */
  async offices(
    actor: Actor,
    projectId: string,
    { q, ...page }: OfficesQuery,
  ): Promise<ListPage<Participant['organization']>> {
    await this.projects.get(actor, projectId);
    return listPage<Participant['organization']>(this.dataSource.manager, officesToName(projectId, q), page);
  }

  /**
   * Names an office; one that is named already stays as it is. Throws PROJECT-NOT-FOUND (only who holds the project, or
   * an office above, may), ORGANIZATION-UNKNOWN, PARTICIPANT-HOLDS-PROJECT, PARTICIPANT-DATE.
   */
  add(actor: Actor, projectId: string, named: NewParticipant): Promise<Participant> {
    return this.dataSource.transaction(async (manager) => {
      await this.projects.get(actor, projectId);
      return this.name(manager, actor, projectId, named);
    });
  }

  /** The same within another transaction, for who has made sure that the actor may. */
  async name(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    { organizationId, role, from }: NewParticipant,
  ): Promise<Participant> {
    const now = this.clock.now();
    const today = businessDate(now);
    const holder = await lockHolder(manager, projectId);
    if (!(await isOffice(manager, organizationId))) throw problems.officeUnknown();
    if (holder?.id === organizationId) throw problems.holdsProject();
    const last = await lastParticipation(manager, { projectId, organizationId, role });
    if (last?.to === null) return last;
    const yearStart = plainDateOf(yearOf(today), 1, 1) ?? today;
    const start = from ?? (last?.to && last.to > yearStart ? last.to : yearStart);
    if (start > today || (last?.to && start < last.to)) throw problems.date('from');
    const named = { projectId, organizationId, role, from: start, by: actor.userId, at: now };
    const id = await insertParticipant(manager, named);
    await this.audit.record(manager, actor.userId, 'project.participant-named', `project:${projectId}`, {
      organizationId,
      role,
      from: start,
    });
    return this.one(manager, projectId, id);
  }

  /**
   * Ends what was named, from `to` on (the business day without it). Repeating it changes nothing. Throws
   * PROJECT-NOT-FOUND, PARTICIPANT-NOT-FOUND, PARTICIPANT-DATE.
   */
  end(actor: Actor, projectId: string, id: string, to?: PlainDate): Promise<Participant> {
    return this.dataSource.transaction(async (manager) => {
      await this.projects.get(actor, projectId);
      await lockHolder(manager, projectId);
      const found = await this.one(manager, projectId, id);
      if (found.to !== null) return found;
      const now = this.clock.now();
      const today = businessDate(now);
      const end = to ?? today;
      if (end < found.from || end > today) throw problems.date('to');
      await endParticipation(manager, id, { to: end, by: actor.userId, at: now });
      await this.audit.record(manager, actor.userId, 'project.participant-ended', `project:${projectId}`, {
        organizationId: found.organization.id,
        role: found.role,
        to: end,
      });
      return this.one(manager, projectId, id);
    });
  }

  private async one(manager: EntityManager, projectId: string, id: string): Promise<Participant> {
    const found = await participant(manager, projectId, id);
    if (!found) throw problems.unknown();
    return found;
  }
}

/** What a caller may have to mend when naming participants. */
const problems = {
  unknown: () =>
    new Problem(
      404,
      'PARTICIPANT-NOT-FOUND',
      'Dự án không có đơn vị tham gia này.',
      'The project has no such participant.',
    ),
  officeUnknown: () =>
    new Problem(
      422,
      'ORGANIZATION-UNKNOWN',
      'Không có đơn vị này, hoặc đơn vị đã kết thúc hoạt động.',
      'There is no such organisation, or it has ended.',
    ),
  holdsProject: () =>
    new Problem(
      422,
      'PARTICIPANT-HOLDS-PROJECT',
      'Dự án đang thuộc đơn vị này; không cần ghi là đơn vị tham gia.',
      'The project is held by this organisation already; it need not be named.',
    ),
  date: (field: 'from' | 'to') =>
    new Problem(
      422,
      'PARTICIPANT-DATE',
      'Ngày này chưa đến, hoặc trước ngày đã ghi cho đơn vị này.',
      'This day has not come yet, or lies before what is recorded of this organisation.',
      { field },
    ),
} as const;
