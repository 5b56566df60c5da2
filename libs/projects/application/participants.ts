import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ListOf, ParticipantRole } from '@thongvon/api-contract';
import { businessDate, type PlainDate, plainDateOf, yearOf } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Conditions, listPage, Problem, SystemClock } from '@thongvon/platform';
import { ListProjects } from './list-projects';

export interface Participant {
  readonly id: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly role: ParticipantRole;
  readonly from: PlainDate;
  /** The first day on which it no longer holds; null: it still does. */
  readonly to: PlainDate | null;
  readonly namedAt: Date;
  readonly endedAt: Date | null;
}

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

const COLUMNS = `m.id, json_build_object('id', o.id, 'name', o.name) AS organization, m.role, m.valid_from AS "from",
  m.valid_to AS "to", m.named_at AS "namedAt", m.ended_at AS "endedAt"`;
const FROM =
  'projects.project_participant m JOIN organizations.organization_ref o ON o.id = m.organization_id';

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
    await this.projects.get(actor, projectId);
    return this.dataSource.query<Participant[]>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE m.project_id = $1
       ORDER BY m.valid_to IS NOT NULL, o.name_key, m.valid_from, m.id`,
      [projectId],
    );
  }

  /** The offices that may be named: all that exist, but for who holds the project. By name; their names are no secret. */
  async offices(
    actor: Actor,
    projectId: string,
    { q, ...page }: OfficesQuery,
  ): Promise<ListOf<Participant['organization']>> {
    await this.projects.get(actor, projectId);
    const where = new Conditions()
      .matching('o.name_key', q)
      .also('o.effective_to IS NULL')
      .and(
        (id) => `o.id <> (SELECT coalesce(owner_id, registered_by) FROM projects.project WHERE id = ${id})`,
        projectId,
      );
    const sort = [
      { sql: 'o.name_key', type: 'text' },
      { sql: 'o.id', type: 'uuid' },
    ] as const;
    return listPage(
      this.dataSource.manager,
      { columns: 'o.id, o.name', from: 'organizations.organization_ref o', where, sort },
      page,
    );
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
    const [project] = await manager.query<{ heldBy: string }[]>(
      `SELECT coalesce(owner_id, registered_by) AS "heldBy" FROM projects.project WHERE id = $1 FOR NO KEY UPDATE`,
      [projectId],
    );
    const [office] = await manager.query<object[]>(
      `SELECT FROM organizations.organization_ref AS organization WHERE id = $1 AND effective_to IS NULL`,
      [organizationId],
    );
    if (!office) throw problems.officeUnknown();
    if (project?.heldBy === organizationId) throw problems.holdsProject();
    const known = await manager.query<Participant[]>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE m.project_id = $1 AND m.organization_id = $2 AND m.role = $3
       ORDER BY m.valid_to DESC NULLS FIRST LIMIT 1`,
      [projectId, organizationId, role],
    );
    const [last] = known;
    if (last?.to === null) return last;
    const yearStart = plainDateOf(yearOf(today), 1, 1) ?? today;
    const start = from ?? (last?.to && last.to > yearStart ? last.to : yearStart);
    if (start > today || (last?.to && start < last.to)) throw problems.date('from');
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO projects.project_participant (project_id, organization_id, role, valid_from, named_by, named_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [projectId, organizationId, role, start, actor.userId, now],
    );
    await this.audit.record(manager, actor.userId, 'project.participant-named', `project:${projectId}`, {
      organizationId,
      role,
      from: start,
    });
    return this.one(manager, projectId, added?.id ?? '');
  }

  /**
   * Ends what was named, from `to` on (the business day without it). Repeating it changes nothing. Throws
   * PROJECT-NOT-FOUND, PARTICIPANT-NOT-FOUND, PARTICIPANT-DATE.
   */
  end(actor: Actor, projectId: string, id: string, to?: PlainDate): Promise<Participant> {
    return this.dataSource.transaction(async (manager) => {
      await this.projects.get(actor, projectId);
      await manager.query(`SELECT FROM projects.project WHERE id = $1 FOR NO KEY UPDATE`, [projectId]);
      const found = await this.one(manager, projectId, id);
      if (found.to !== null) return found;
      const now = this.clock.now();
      const today = businessDate(now);
      const end = to ?? today;
      if (end < found.from || end > today) throw problems.date('to');
      await manager.query(
        `UPDATE projects.project_participant SET valid_to = $2, ended_by = $3, ended_at = $4 WHERE id = $1`,
        [id, end, actor.userId, now],
      );
      await this.audit.record(manager, actor.userId, 'project.participant-ended', `project:${projectId}`, {
        organizationId: found.organization.id,
        role: found.role,
        to: end,
      });
      return this.one(manager, projectId, id);
    });
  }

  private async one(manager: EntityManager, projectId: string, id: string): Promise<Participant> {
    const [found] = await manager.query<Participant[]>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE m.project_id = $1 AND m.id = $2`,
      [projectId, id],
    );
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
