import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { matchKey, type PlainDate, type PlanYear, projectCode, yearOf } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { deniedFinding, renamedFinding } from '../domain/match-findings';
import {
  codeDecided,
  type KnownProject,
  type NamedProject,
  NEW_PROJECT,
  ProjectMatcher,
  type Sender,
} from '../domain/project-match';
import { renamedProjects, type UnlistedProject } from '../domain/renamed-projects';
import { decidedByNames } from '../domain/swapped-names';
import { holderOn, participantsOn, unclaimed } from '../persistence/holders';
import { outOfForce } from '../persistence/in-force';

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

  async matcherFor(
    rows: readonly NamedProject[],
    naming: Naming,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProjectMatcher> {
    const sender = {
      ...naming,
      hasPlanAbove: naming.above.length > 0 && (await hasPlan(manager, naming.day)),
    };
    const byNames = naming.byNames.flatMap(decidedByNames);
    const decided = new Map([
      ...byNames.map(([code, decision]) => [matchKey(code), decision] as const),
      ...naming.decided,
    ]);
    return new ProjectMatcher(await this.candidates(rows, { ...naming, decided }, manager), sender, decided);
  }

  /** Every project in force with one of the rows' codes or names, and those that people answered. */
  private candidates(
    rows: readonly NamedProject[],
    { day, above, decided }: Naming,
    manager: EntityManager,
  ): Promise<KnownProject[]> {
    const meant = [...decided.values()].flatMap((answer) => codeDecided(answer) ?? []);
    const codes = [...rows.flatMap((row) => row.code ?? []), ...meant].map(projectCode);
    const names = rows.map((row) => matchKey(row.name));
    const answers = [...decided.values()].filter((answer) => answer !== NEW_PROJECT);
    return manager.query<KnownProject[]>(
      `SELECT p.id, p.code, p.name, p.name_key AS "nameKey", ${holderOn('$4')} AS "heldBy",
         ${participantsOn('$4')} AS participants, ${unclaimed('$5')} AS unclaimed
       FROM projects.project p
       WHERE ((projects.project_code_key(p.code) = ANY($1) OR p.name_key = ANY($2)) AND NOT ${outOfForce()}) OR p.id::text = ANY($3)`,
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
  const unlisted = rows.length === 0 ? [] : await unlistedProjects(manager, question);
  const proposals = renamedProjects(
    rows.map(({ code, name, planned = null, disbursed = null }) => ({
      code,
      name,
      planned: amount(planned),
      disbursed: amount(disbursed),
    })),
    unlisted,
  );
  const found = rows.flatMap((row, at) => {
    const projects = proposals[at] ?? [];
    return projects.length === 0 ? [] : [{ row, projects, isDenied: at >= unknown.length }];
  });
  const deniedBy = new Map<string, Row[]>();
  for (const { row, projects } of found.filter(({ isDenied }) => isDenied)) {
    for (const { id } of projects) deniedBy.set(id, [...(deniedBy.get(id) ?? []), row]);
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
async function unlistedProjects<Row extends RowUnknown>(
  manager: EntityManager,
  { scope, planYear, asOf, listed, missing = [], among }: Question<Row>,
): Promise<UnlistedProject[]> {
  const last = new Map(missing.map(({ projectId, disbursed }) => [projectId, disbursed]));
  const held = `${holderOn('$2::date')} = ANY($5)`;
  const asked = {
    planned: `${held} AND plan.planned IS NOT NULL`,
    held,
    reported: `(${held} OR ${participantsOn('$2::date')} && $5)`,
  }[among];
  const rows = await manager.query<
    { id: string; code: string | null; name: string; planned: string | null }[]
  >(
    `SELECT p.id, p.code, p.name, plan.planned FROM projects.project p
       LEFT JOIN LATERAL (
         SELECT sum(amount) AS planned FROM capital.plan_position_ref
         WHERE project_id = p.id AND plan_year = $1 AND plan_type = 'current-year' AND valid_from <= $2 AND valid_to > $2
       ) plan ON true
     WHERE p.id <> ALL($3) AND (p.id = ANY($4) OR (${asked} AND NOT ${outOfForce()}))`,
    [planYear, asOf, listed, [...last.keys()], scope],
  );
  return rows.map(({ planned, ...project }) => ({
    ...project,
    planned: amount(planned),
    disbursed: last.get(project.id) ?? null,
    expected: last.has(project.id),
  }));
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
