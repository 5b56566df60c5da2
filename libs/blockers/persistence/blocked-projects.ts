import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import { visibleClearance } from '@thongvon/projects';

/** The open blocker of a project that is due first. */
export interface FirstDue {
  readonly description: string;
  /** Null: no day is set for it, nor for any other of the project. */
  readonly due: PlainDate | null;
  /** On the day that was asked for; 0: not overdue, null: no day is set. */
  readonly daysOverdue: number | null;
}

/** Which projects have an open blocker, and which of theirs is due first. */
@Injectable()
export class BlockedProjects {
  constructor(private readonly dataSource: DataSource) {}

  /** Ids of the projects with an open blocker on the day that the actor sees, in no order. */
  async ids(actor: Actor, asOf: PlainDate): Promise<string[]> {
    const where = openOn(actor, asOf);
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT DISTINCT b.project_id AS id FROM ${OF_PROJECTS} WHERE ${where.sql}`,
      [...where.parameters],
    );
    return rows.map(({ id }) => id);
  }

  /** By project the one of them that is due first; those without a day come last. */
  async firstDue(actor: Actor, asOf: PlainDate): Promise<Map<string, FirstDue>> {
    const where = openOn(actor, asOf);
    const rows = await this.dataSource.query<
      { projectId: string; description: string; due: PlainDate | null }[]
    >(
      `SELECT DISTINCT ON (b.project_id) b.project_id AS "projectId", b.description, b.due FROM ${OF_PROJECTS}
       WHERE ${where.sql} ORDER BY b.project_id, coalesce(b.due, 'infinity'), b.blocker_id`,
      [...where.parameters],
    );
    return new Map(
      rows.map(({ projectId, description, due }) => [
        projectId,
        { description, due, daysOverdue: due === null ? null : Math.max(0, daysBetween(due, asOf)) },
      ]),
    );
  }
}

const OF_PROJECTS = 'blockers.blocker_position b JOIN projects.project_ref p ON p.id = b.project_id';

const openOn = (actor: Actor, asOf: PlainDate): Conditions =>
  visibleClearance(actor)
    .and((day) => `b.valid_from <= ${day}::date AND b.valid_to > ${day}::date`, asOf)
    .also('b.open');
