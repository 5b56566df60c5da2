import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { matchKey, yearOf, type PlainDate } from '@thongvon/kernel';
import {
  NEW_PROJECT,
  ProjectMatcher,
  type KnownProject,
  type NamedProject,
  type Sender,
} from '../domain/project-match';
import { holderOn, participantsOn, unclaimed } from '../persistence/whose-sql';

/** Whose return names projects, for which day, and what people answered about them. */
export interface Naming extends Omit<Sender, 'hasPlanAbove'> {
  /** Whose a project is and who takes part in it is asked as of this day, the return's date. */
  readonly day: PlainDate;
  /** Organisations above the sender: what they registered without an owner can be claimed. */
  readonly above: readonly string[];
  /** By `matchKey` of a row's code or name: the project's id that a person chose, or NEW_PROJECT. */
  readonly decided: ReadonlyMap<string, string>;
}

/** Loads the part of the register that a return's rows may mean, in one query, whatever the number of rows. */
@Injectable()
export class MatchProjects {
  constructor(private readonly dataSource: DataSource) {}

  async matcherFor(
    rows: readonly NamedProject[],
    naming: Naming,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectMatcher> {
    const sender = {
      ...naming,
      hasPlanAbove: naming.above.length > 0 && (await hasPlan(manager, naming.day)),
    };
    return new ProjectMatcher(await this.candidates(rows, naming, manager), sender, naming.decided);
  }

  /** Every project with one of the rows' codes or names, and those that people answered. */
  private candidates(
    rows: readonly NamedProject[],
    { day, above, decided }: Naming,
    manager: EntityManager,
  ): Promise<KnownProject[]> {
    const codes = rows.flatMap((row) => (row.code === null ? [] : [row.code]));
    const names = rows.map((row) => matchKey(row.name));
    const answers = [...decided.values()].filter((answer) => answer !== NEW_PROJECT);
    return manager.query<KnownProject[]>(
      `SELECT p.id, p.code, p.name, p.name_key AS "nameKey", ${holderOn('$4')} AS "heldBy",
         ${participantsOn('$4')} AS participants, ${unclaimed('$5')} AS unclaimed
       FROM projects.project p WHERE p.code = ANY($1) OR p.name_key = ANY($2) OR p.id::text = ANY($3)`,
      [codes, names, answers, day, above],
    );
  }
}

/** Whether a plan of the day's year, or of the year before, is known at all. */
async function hasPlan(manager: EntityManager, day: PlainDate): Promise<boolean> {
  const [row] = await manager.query<{ known: boolean }[]>(
    `SELECT EXISTS (SELECT FROM capital.plan_position_ref WHERE plan_year IN ($1, $1 - 1)) AS known`,
    [yearOf(day)],
  );
  return row?.known ?? false;
}
