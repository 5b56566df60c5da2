import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage, Problem } from '@thongvon/platform';
import type { ProjectKind } from '../domain/project-kind';
import { outOfForce } from '../persistence/in-force';

export interface ProjectFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ProjectKind;
  readonly ownerId?: string;
}

export interface ListedProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly kindConfirmed: boolean;
  readonly owner: { readonly id: string | null; readonly name: string | null };
  readonly commune: string | null;
  readonly totalInvestment: string | null;
  readonly contractors: string[];
}

const FROM = 'projects.project p LEFT JOIN organizations.organization_ref o ON o.id = p.owner_id';
const COLUMNS = `p.id, p.code, p.name, p.kind, p.kind_confirmed AS "kindConfirmed",
  json_build_object('id', p.owner_id, 'name', coalesce(o.name, p.owner_name)) AS owner, p.commune,
  p.total_investment AS "totalInvestment", p.contractors`;

/** Only what the actor's organisations hold: as owner, or as who registered a project without a known owner. */
export function visibleProjects(actor: Actor): Conditions {
  return new Conditions().and(
    (ids) => `coalesce(p.owner_id, p.registered_by) = ANY(${ids}::uuid[])`,
    actor.scope,
  );
}

/** What a search looks at: the name without accents, and the code. */
export const PROJECT_SEARCH = `(p.name_key || ' ' || coalesce(p.code, ''))`;

/** The register of projects. */
@Injectable()
export class ListProjects {
  constructor(private readonly dataSource: DataSource) {}

  /** Sorted by name without accents; without what nothing speaks of any more. */
  list(actor: Actor, { limit, cursor, q, kind, ownerId }: ProjectFilter): Promise<ListOf<ListedProject>> {
    const where = visibleProjects(actor).also(`NOT ${outOfForce()}`).matching(PROJECT_SEARCH, q);
    if (kind !== undefined) where.and((value) => `p.kind = ${value}`, kind);
    if (ownerId !== undefined) where.and((value) => `p.owner_id = ${value}`, ownerId);
    const sort = [
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return listPage(this.dataSource.manager, { columns: COLUMNS, from: FROM, where, sort }, page);
  }

  /** Throws a 404 problem when there is none in the actor's sight. */
  async get(actor: Actor, id: string): Promise<ListedProject> {
    const where = visibleProjects(actor).and((value) => `p.id = ${value}`, id);
    const [found] = await this.dataSource.query<ListedProject[]>(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!found)
      throw new Problem(404, 'PROJECT-NOT-FOUND', 'Không tìm thấy dự án này.', 'There is no such project.');
    return found;
  }
}
