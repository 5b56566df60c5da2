import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  addTo,
  dongOf,
  matchKey,
  type PlainDate,
  type PlanYear,
  projectCode,
  yearOf,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { deniedFinding, renamedFinding } from '../domain/match-findings';
import {
  codeDecided,
  type KnownProject,
  mayBeOwner,
  type NamedProject,
  NEW_PROJECT,
  ProjectMatcher,
  type Sender,
} from '../domain/project-match';
import { renamedProjects, type UnlistedProject } from '../domain/renamed-projects';
import { decidedByNames } from '../domain/swapped-names';
import {
  hasPlan,
  officeNames,
  officesTouched,
  projectsNamed,
  type TouchedOffice,
  unlistedProjects,
} from '../persistence/matching-rows';

/** Whose return names projects, for which day, and what people answered about them. */
export interface Naming extends Omit<Sender, 'hasPlanAbove'> {
  /** Whose a project is and who takes part in it is asked as of this day, the return's date. */
  readonly day: PlainDate;
  /** Organisations above the sender: what they registered without an owner can be claimed. */
  readonly above: readonly string[];
  /** By `matchKey` of a row's code or name: the project's id that a person chose, or NEW_PROJECT. */
  readonly decided: ReadonlyMap<string, string>;
  /** What was asked where people answered that rows mean the projects of their names, not of their codes. */
  readonly byNames: readonly string[];
}

/** Loads the part of the register that a return's rows may mean, in one query, whatever the number of rows. */
@Injectable()
export class MatchProjects {
  constructor(private readonly dataSource: DataSource) {}

  /** What finds for each of these rows the project that it means, as of the return's day. */
  async matcherFor(
    rows: readonly NamedProject[],
    naming: Naming,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectMatcher> {
    if (rows.length === 0) return new ProjectMatcher([], { ...naming, hasPlanAbove: false });
    const sender = {
      ...naming,
      hasPlanAbove: naming.above.length > 0 && (await hasPlan(manager, yearOf(naming.day))),
    };
    const byNames = naming.byNames.flatMap(decidedByNames);
    const decided = new Map([
      ...byNames.map(([code, decision]) => [matchKey(code), decision] as const),
      ...naming.decided,
    ]);
    return new ProjectMatcher(await this.candidates(rows, { ...naming, decided }, manager), sender, decided);
  }

  /** Every project in force with one of the rows' codes or names, and those that people answered. */
  private async candidates(
    rows: readonly NamedProject[],
    { day, above, scope, decided }: Naming,
    manager: EntityManager,
  ): Promise<KnownProject[]> {
    const meant = [...decided.values()].flatMap((answer) => codeDecided(answer) ?? []);
    const codes = [...rows.flatMap((row) => row.code ?? []), ...meant].map(projectCode);
    const names = rows.map((row) => matchKey(row.name));
    const answers = [...decided.values()].filter((answer) => answer !== NEW_PROJECT);
    const named = await projectsNamed(manager, { codes, names, ids: answers, day, above });
    const inQuestion = named.some(({ unclaimed, namedOwner }) => unclaimed && namedOwner !== null);
    const sender = inQuestion ? await officeNames(manager, scope) : [];
    return named.map(({ unclaimed, namedOwner, ...project }) => ({
      ...project,
      unclaimed: unclaimed && mayBeOwner(namedOwner, sender),
    }));
  }
}

/** A row that names no project of the register; amounts in whole đồng as text, as far as it has them. */
interface RowUnknown extends NamedProject {
  readonly cell: CellRef;
  readonly planned?: string | null;
  readonly disbursed?: string | null;
}

/** The rows of a return that name no project of the register, and what the return leaves out. */
interface Question<Row extends RowUnknown> {
  /** The sender's organisation and all below it: nothing of others' projects is proposed (contract, section 3, "Whose"). */
  readonly scope: readonly string[];
  /** Null: a return that knows no plan. */
  readonly planYear: PlanYear | null;
  readonly asOf: PlainDate;
  readonly unknown: readonly Row[];
  /** Rows of which a person said that they are projects of their own. */
  readonly denied?: readonly Row[];
  /** The projects that its rows mean. */
  readonly listed: readonly string[];
  /** The sender's last figures, of projects that it doesn't list. */
  readonly missing?: readonly { readonly projectId: string; readonly disbursed: bigint | null }[];
  /**
   * `planned`: its own projects that have a plan this year. `held`: all that are its own. `reported`: also those in whose
   * land clearance it takes part.
   */
  readonly among: 'planned' | 'held' | 'reported';
}

/** What is asked about rows that may be renamed projects, and which projects are proposed in it. */
export interface RenamedRows<Row> {
  readonly findings: ReadonlyMap<Row, Finding>;
  readonly proposed: ReadonlySet<string>;
  /** By project the rows of which a person said that they aren't it. */
  readonly deniedBy: ReadonlyMap<string, readonly Row[]>;
}

/** A new project and a missing one with the same plan, figure or nearly the same name are one question, not two projects. */
export async function askAboutRenamed<Row extends RowUnknown>(
  manager: EntityManager,
  question: Question<Row>,
): Promise<RenamedRows<Row>> {
  const { unknown, denied = [] } = question;
  const rows = [...unknown, ...denied];
  const unlisted = rows.length === 0 ? [] : await unlistedOf(manager, question);
  const proposals = renamedProjects(
    rows.map(({ code, name, planned = null, disbursed = null }) => ({
      code,
      name,
      planned: dongOf(planned),
      disbursed: dongOf(disbursed),
    })),
    unlisted,
  );
  const found = rows.flatMap((row, at) => {
    const projects = proposals[at] ?? [];
    return projects.length === 0 ? [] : [{ row, projects, isDenied: at >= unknown.length }];
  });
  const deniedBy = new Map<string, Row[]>();
  for (const { row, projects } of found.filter(({ isDenied }) => isDenied)) {
    for (const { id } of projects) addTo(deniedBy, id, row);
  }
  return {
    findings: new Map(
      found.map(({ row, projects, isDenied }) => [
        row,
        isDenied ? deniedFinding(row, projects, row.cell) : renamedFinding(row, projects, row.cell),
      ]),
    ),
    proposed: new Set(
      found.flatMap(({ projects, isDenied }) => (isDenied ? [] : projects.map(({ id }) => id))),
    ),
    deniedBy,
  };
}

/** The sender's projects that the return doesn't list, with their plan of the year and their last figure. */
async function unlistedOf<Row extends RowUnknown>(
  manager: EntityManager,
  { missing = [], ...question }: Question<Row>,
): Promise<UnlistedProject[]> {
  const last = new Map(missing.map(({ projectId, disbursed }) => [projectId, disbursed]));
  const projects = await unlistedProjects(manager, { ...question, missing: [...last.keys()] });
  return projects.map((project) => ({
    ...project,
    disbursed: last.get(project.id) ?? null,
    expected: last.has(project.id),
  }));
}

/** The projects that an office's return names, and the return's date. */
export interface Touch {
  readonly organizationId: string;
  readonly projectIds: readonly string[];
  readonly day: PlainDate;
}

/** Whose projects a return touches, for whoever is to approve it. */
@Injectable()
export class TouchedOffices {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * On the return's day: the sender's own first, then by how many. Of what has become another's since, nothing is said to
   * who may not see that office.
   */
  async of(
    actor: Actor,
    { organizationId, projectIds, day }: Touch,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TouchedOffice[]> {
    if (projectIds.length === 0) return [];
    const ids = [...new Set(projectIds)];
    const touched = await officesTouched(manager, { organizationId, ids, day });
    return touched.filter(
      ({ relation, organization }) => relation !== 'other' || actor.scope.includes(organization.id),
    );
  }
}
