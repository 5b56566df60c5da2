import type { EntityManager } from 'typeorm';
import { remainingSql } from '@thongvon/capital';
import { dongOf, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { type ProjectRef, projectUnknown, visibleClearance } from '@thongvon/projects';
import type { BlockersQuery } from '../domain/capital-held';
import type { CaseFacts } from '../domain/continue-or-stop/sections';

type CaseOffice = Pick<CaseFacts, 'office' | 'officeKind' | 'parentOffice'>;

/** Name and kind of an office, and the name of the one above it. */
export async function caseOffice(manager: EntityManager, organizationId: string): Promise<CaseOffice> {
  const [row] = await manager.query<CaseOffice[]>(
    `SELECT o.name AS office, o.kind AS "officeKind", above.name AS "parentOffice"
     FROM organizations.organization_ref o LEFT JOIN organizations.organization_ref above ON above.id = o.parent_id WHERE o.id = $1`,
    [organizationId],
  );
  if (!row) throw new Error(`no organisation ${organizationId}`);
  return row;
}

interface CaseProject {
  readonly register: Pick<CaseFacts['project'], 'owner' | 'commune' | 'totalInvestment'>;
  readonly figures: Pick<CaseFacts, 'planned' | 'disbursed' | 'figureAsOf'>;
}

/** A project of the register with its plan and disbursement on the day. Throws PROJECT-NOT-FOUND. */
export async function caseProject(
  manager: EntityManager,
  projectId: string,
  { asOf, planYear, denominator }: BlockersQuery,
): Promise<CaseProject> {
  const [row] = await manager.query<
    {
      owner: string | null;
      commune: string | null;
      totalInvestment: string | null;
      planned: string | null;
      disbursed: string | null;
      figureAsOf: PlainDate | null;
    }[]
  >(
    `SELECT coalesce(o.name, p.owner_name) AS owner, p.commune, p.total_investment AS "totalInvestment", c.planned, c.disbursed,
       c.figure_as_of AS "figureAsOf"
     FROM projects.project_ref p LEFT JOIN organizations.organization_ref o ON o.id = p.owner_id
       LEFT JOIN (${remainingSql(denominator, '$2::int', '$3::date')}) c ON c.project_id = p.id
     WHERE p.id = $1`,
    [projectId, planYear, asOf],
  );
  if (!row) throw projectUnknown();
  const { owner, commune, totalInvestment, planned, disbursed, figureAsOf } = row;
  return {
    register: { owner, commune, totalInvestment: dongOf(totalInvestment) },
    figures: { planned: dongOf(planned), disbursed: dongOf(disbursed), figureAsOf },
  };
}

/** What people wrote down of work on the project's blockers, and of hearings and persuasion, up to the day; oldest first. */
export function dialoguesOf(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<CaseFacts['dialogues'][number][]> {
  return manager.query<CaseFacts['dialogues'][number][]>(
    `SELECT a.on_date AS "on", a.text, a.evidence FROM blockers.blocker_action a JOIN blockers.blocker b ON b.id = a.blocker_id
     WHERE b.project_id = $1 AND a.type IN ('work', 'escalated') AND a.on_date <= $2 AND a.text IS NOT NULL
     ORDER BY a.on_date, a.id`,
    [projectId, asOf],
  );
}

/** A project with the contractors that its register names. */
export interface WorkedOn extends ProjectRef {
  readonly contractors: readonly string[];
}

/** The contractors of all projects in sight, as they are written. */
export async function registeredContractors(manager: EntityManager, actor: Actor): Promise<string[]> {
  const visible = visibleClearance(actor);
  const rows = await manager.query<{ name: string }[]>(
    `SELECT DISTINCT unnest(p.contractors) AS name FROM projects.project_ref p WHERE ${visible.sql}`,
    [...visible.parameters],
  );
  return rows.map(({ name }) => name);
}

/** The projects whose registers name one of these. */
export function projectsOfContractors(
  manager: EntityManager,
  actor: Actor,
  names: readonly string[],
): Promise<WorkedOn[]> {
  const where = visibleClearance(actor).and((any) => `p.contractors && ${any}::text[]`, names);
  return manager.query<WorkedOn[]>(
    `SELECT p.id, p.code, p.name, p.contractors FROM projects.project_ref p WHERE ${where.sql} ORDER BY p.name_key, p.id`,
    [...where.parameters],
  );
}
