import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClearanceStep } from '@thongvon/api-contract';
import { businessDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import {
  isSettled,
  stepStates,
  UNTOUCHED,
  type StepFields,
  type StepRecord,
  type StepState,
} from '../domain/law/step-state';
import { proofInWords, type Proof } from '../domain/proof';
import { FindProject } from './find-project';
import { problems } from './problems';
import { Proofs, type GivenProof } from './proofs';

export interface StepAction {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly step: ClearanceStep;
  readonly fields: Omit<StepFields, 'proof'>;
  readonly proof?: GivenProof;
}

/** Records what was planned and done of a legal step. A correction is a new record. */
@Injectable()
export class RecordStep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly proofs: Proofs,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * Throws PROJECT-NOT-FOUND, SEGMENT-UNKNOWN, NOTHING-TO-CHANGE, DATE-IN-FUTURE, STEP-DATES, STEP-WITHOUT-REASON, PROOF-INCOMPLETE, PROOF-UNKNOWN, and
   * STEP-BLOCKED while an open blocker stands at the step.
   */
  async record(
    actor: Actor,
    { projectId, segmentId, step, fields: reported, proof }: StepAction,
  ): Promise<void> {
    if (Object.keys(reported).length === 0 && !proof) throw problems.nothingToChange();
    const now = this.clock.now();
    const today = businessDate(now);
    for (const field of ['started', 'done'] as const) {
      if ((reported[field] ?? today) > today) throw problems.dateInFuture(field);
    }
    await this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, segmentId, manager);
      await manager.query(`SELECT FROM projects.project_ref WHERE id = $1 FOR NO KEY UPDATE`, [projectId]);
      const before = await stateOf(manager, projectId, segmentId, step);
      const fields = proof
        ? proven(reported, await this.proofs.resolve(manager, actor, projectId, proof))
        : reported;
      const after = { ...before, ...fields };
      assertSound(after);
      if (isSettled(after) && !isSettled(before)) await assertNotBlocked(manager, projectId, segmentId, step);
      await manager.query(
        `INSERT INTO land_clearance.clearance_step_entry (project_id, segment_id, step, fields, actor_id, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [projectId, segmentId, step, JSON.stringify(fields), actor.userId, now],
      );
      await this.audit.record(manager, actor.userId, 'clearance-step.record', `project:${projectId}`, {
        step,
        fields: Object.keys(fields),
      });
    });
  }
}

/** With the proof, and its words where no others are given. */
function proven(fields: StepAction['fields'], proof: Proof): StepFields {
  return { ...fields, proof, evidence: fields.evidence ?? proofInWords(proof) };
}

function assertSound({ started, done, notApplicable, reason }: StepState): void {
  if (started !== null && done !== null && done < started) {
    throw new Problem(422, 'STEP-DATES', 'Ngày xong sớm hơn ngày bắt đầu.', 'It ends before it begins.');
  }
  if (notApplicable && reason === null) {
    throw new Problem(
      422,
      'STEP-WITHOUT-REASON',
      'Ghi "Không áp dụng" thì phải nêu lý do (reason).',
      'A step that is not applicable needs a reason.',
      { field: 'reason' },
    );
  }
}

async function stateOf(
  manager: EntityManager,
  projectId: string,
  segmentId: string | null,
  step: ClearanceStep,
): Promise<StepState> {
  const records = await manager.query<StepRecord[]>(
    `SELECT step, fields FROM land_clearance.clearance_step_entry
     WHERE project_id = $1 AND segment_id IS NOT DISTINCT FROM $2 AND step = $3 ORDER BY id`,
    [projectId, segmentId, step],
  );
  return stepStates(records).get(step) ?? UNTOUCHED;
}

/** A blocker of the whole project stops its segments too, and one of a segment the whole. */
async function assertNotBlocked(
  manager: EntityManager,
  projectId: string,
  segmentId: string | null,
  step: ClearanceStep,
): Promise<void> {
  const [blocker] = await manager.query<{ description: string }[]>(
    `SELECT description FROM blockers.blocker_position
     WHERE project_id = $1 AND open AND valid_to = 'infinity' AND step = $3
       AND ($2::uuid IS NULL OR segment_id IS NULL OR segment_id = $2)`,
    [projectId, segmentId, step],
  );
  if (!blocker) return;
  throw new Problem(
    409,
    'STEP-BLOCKED',
    `Bước này còn vướng mắc chưa đóng: "${blocker.description}".`,
    `An open blocker stands at this step: "${blocker.description}".`,
  );
}
