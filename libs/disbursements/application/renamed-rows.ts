import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { holderOn, renamedFinding, renamedProjects, type UnlistedProject } from '@thongvon/projects';
import type { Finding, ProjectReading } from '@thongvon/reading';

/** The rows of a return that name no project of the register, and what the return leaves out. */
interface Question {
  /** The sender's organisation and all below it: nothing of others' projects is proposed (contract, section 3, "Whose"). */
  readonly scope: readonly string[];
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly unknown: readonly ProjectReading[];
  /** The projects that its rows mean. */
  readonly listed: readonly string[];
  /** The sender's last figures, of projects that it doesn't list. */
  readonly missing: readonly { readonly projectId: string; readonly disbursed: bigint | null }[];
}

/** What is asked about rows that may be renamed projects, and which projects are proposed in it. */
export interface RenamedRows {
  readonly findings: ReadonlyMap<ProjectReading, Finding>;
  readonly proposed: ReadonlySet<string>;
}

/** A new project and a missing one with the same plan, figure or nearly the same name are one question, not two projects. */
export async function askAboutRenamed(manager: EntityManager, question: Question): Promise<RenamedRows> {
  const { unknown } = question;
  const unlisted = unknown.length === 0 ? [] : await unlistedProjects(manager, question);
  const proposals = renamedProjects(
    unknown.map(({ code, name, planned, disbursed }) => ({
      code,
      name,
      planned: amount(planned),
      disbursed: amount(disbursed),
    })),
    unlisted,
  );
  const asked = unknown.flatMap((row, at) => {
    const projects = proposals[at] ?? [];
    return projects.length === 0 ? [] : [{ row, projects }];
  });
  return {
    findings: new Map(asked.map(({ row, projects }) => [row, renamedFinding(row, projects, row.cell)])),
    proposed: new Set(asked.flatMap(({ projects }) => projects.map(({ id }) => id))),
  };
}

/** The sender's projects that have a plan this year or were in its last return, and that this one doesn't list. */
async function unlistedProjects(
  manager: EntityManager,
  { scope, planYear, asOf, listed, missing }: Question,
): Promise<UnlistedProject[]> {
  const last = new Map(missing.map(({ projectId, disbursed }) => [projectId, disbursed]));
  const rows = await manager.query<
    { id: string; code: string | null; name: string; planned: string | null }[]
  >(
    `SELECT p.id, p.code, p.name, plan.planned FROM project p
       LEFT JOIN LATERAL (
         SELECT sum(amount) AS planned FROM plan_position
         WHERE project_id = p.id AND plan_year = $1 AND plan_type = 'current-year' AND valid_from <= $2 AND valid_to > $2
       ) plan ON true
     WHERE p.id <> ALL($3)
       AND (p.id = ANY($4) OR (${holderOn('$2::date')} = ANY($5) AND plan.planned IS NOT NULL))`,
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
