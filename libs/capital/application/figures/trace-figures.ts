import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { ListProjects } from '@thongvon/projects';
import type { CellRef, LineField } from '@thongvon/return-reader';
import type { Basis } from '../../domain/figures/basis';
import { projectCourse, type ProjectCourse } from './project-course';

interface SourceOfCapital {
  readonly code: string;
  readonly label: string;
}

interface FromReturn {
  readonly id: string;
  readonly fileName: string;
  readonly organization: string;
  readonly receivedAt: string;
  readonly submittedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
}

interface TracedFigure {
  readonly asOf: PlainDate;
  readonly basis: Basis;
  readonly planType: PlanType;
  readonly source: SourceOfCapital;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly cells: Partial<Record<LineField, CellRef>>;
  readonly inForce: boolean;
  readonly return: FromReturn;
}

interface TracedPlan {
  readonly decision: string;
  readonly decidedOn: PlainDate;
  readonly effectiveOn: PlainDate;
  readonly planType: PlanType;
  readonly source: SourceOfCapital;
  readonly amount: string;
  readonly cell: CellRef;
  readonly inForce: boolean;
  readonly return: FromReturn;
}

export interface Provenance extends ProjectCourse {
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string };
  readonly figures: readonly TracedFigure[];
  readonly plans: readonly TracedPlan[];
}

const FROM_RETURN = `json_build_object('id', r.id, 'fileName', r.file_name, 'organization', o.name, 'receivedAt', r.received_at,
  'submittedBy', sender.name, 'approvedAt', r.approved_at, 'approvedBy', approver.name) AS return`;
const RETURN_JOINS = `JOIN organizations.organization_ref o ON o.id = r.organization_id LEFT JOIN organizations.user_ref sender ON sender.id = r.submitted_by
  LEFT JOIN organizations.user_ref approver ON approver.id = r.approved_by`;
const SOURCE = `json_build_object('code', s.code, 'label', s.label) AS source`;

/** Where the numbers of a project come from: every figure and assignment of a plan year with its return, cell and people. */
@Injectable()
export class TraceFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
  ) {}

  /** The project's year as it is in force: plan steps, figures by date, oldest first. Throws PROJECT-NOT-FOUND. */
  async course(actor: Actor, projectId: string, planYear: PlanYear, asOf: PlainDate): Promise<ProjectCourse> {
    await this.projects.get(actor, projectId);
    return projectCourse(this.dataSource.manager, { projectId, planYear, asOf });
  }

  /** `asOf` decides what is in force. Newest first. Throws PROJECT-NOT-FOUND. */
  async trace(actor: Actor, projectId: string, planYear: PlanYear, asOf: PlainDate): Promise<Provenance> {
    const { id, code, name } = await this.projects.get(actor, projectId);
    const parameters = [projectId, planYear, asOf];
    const course = await projectCourse(this.dataSource.manager, { projectId, planYear, asOf });
    const figures = await this.dataSource.query<TracedFigure[]>(
      `SELECT f.as_of AS "asOf", f.basis, f.plan_type AS "planType", ${SOURCE}, f.disbursed, f.completed, f.advance,
         f.cells - 'planned' - 'estimate' AS cells, ${FROM_RETURN},
         EXISTS (SELECT FROM capital.disbursement_position p WHERE p.project_id = f.project_id AND p.figure_id = f.id
           AND p.valid_from <= $3::date AND p.valid_to > $3::date) AS "inForce"
       FROM capital.figure f JOIN projects.source_ref s ON s.code = f.source_code JOIN returns.return_ref r ON r.id = f.return_id ${RETURN_JOINS}
       WHERE f.project_id = $1 AND f.plan_year = $2 ORDER BY f.as_of DESC, r.approved_at DESC, f.id DESC`,
      parameters,
    );
    const plans = await this.dataSource.query<TracedPlan[]>(
      `SELECT d.number AS decision, d.decided_on AS "decidedOn", a.effective_on AS "effectiveOn", a.plan_type AS "planType",
         ${SOURCE}, a.amount, json_build_object('sheet', a.sheet, 'cell', a.cell) AS cell, ${FROM_RETURN},
         EXISTS (SELECT FROM capital.plan_position p WHERE p.project_id = a.project_id AND p.allocation_id = a.id
           AND p.valid_from <= $3::date AND p.valid_to > $3::date) AS "inForce"
       FROM capital.allocation a JOIN capital.decision d ON d.id = a.decision_id JOIN projects.source_ref s ON s.code = a.source_code
         JOIN returns.return_ref r ON r.id = a.return_id ${RETURN_JOINS}
       WHERE a.project_id = $1 AND a.plan_year = $2 ORDER BY a.effective_on DESC, a.id DESC`,
      parameters,
    );
    return { project: { id, code, name }, figures, plans, ...course };
  }
}
