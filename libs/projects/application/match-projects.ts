import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import { ProjectMatcher, type KnownProject, type NamedProject } from '../domain/project-match';

/** Loads the part of the register that a return's rows may mean, in one query, whatever the number of rows. */
@Injectable()
export class MatchProjects {
  constructor(private readonly dataSource: DataSource) {}

  /** `scope`: the organisations whose projects the sender may mean by name alone. */
  async matcherFor(
    rows: readonly NamedProject[],
    scope: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectMatcher> {
    return new ProjectMatcher(await this.candidates(rows, manager), new Set(scope));
  }

  /** Every project with one of the rows' codes or names. */
  candidates(rows: readonly NamedProject[], manager: EntityManager): Promise<KnownProject[]> {
    const codes = rows.flatMap((row) => (row.code === null ? [] : [row.code]));
    const names = rows.map((row) => matchKey(row.name));
    return manager.query<KnownProject[]>(
      `SELECT id, code, name, name_key AS "nameKey", coalesce(owner_id, registered_by) AS "heldBy"
       FROM project WHERE code = ANY($1) OR name_key = ANY($2)`,
      [codes, names],
    );
  }
}
