import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ClearanceStep, LandRegime } from '@thongvon/api-contract';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Audit,
  dateInFuture,
  type ListPage,
  nothingToChange,
  Problem,
  slicedPage,
  SystemClock,
  together,
  type WantedPage,
} from '@thongvon/platform';
import { type ProjectRef, readableClearance, visibleClearance } from '@thongvon/projects';
import { regimeOn } from '../domain/law/deadlines';
import {
  isSettled,
  stepClocks,
  type StepFields,
  type SteppedClock,
  type StepState,
  stepStates,
  UNTOUCHED,
} from '../domain/law/step-clock';
import { type Proof, proofInWords } from '../domain/proof';
import {
  blockerAtStep,
  insertStep,
  loadWorkCalendar,
  steppedProjects,
  stepRecords,
} from '../persistence/law-clock-rows';
import { lockProject, type SegmentRef } from '../persistence/project-rows';
import { FindProject } from './segments';
import { type GivenProof, Proofs } from './proofs';

interface Page extends WantedPage {
  readonly asOf: PlainDate;
  readonly q?: string;
}

/** The steps of a project or of one of its segments on a day, with the law in force then. */
export interface StepsOnDay {
  readonly project: ProjectRef;
  /** Null: the whole project. */
  readonly segment: SegmentRef | null;
  readonly asOf: PlainDate;
  /** Null before July 2014. */
  readonly regime: LandRegime | null;
  /** In their order. */
  readonly steps: readonly SteppedClock[];
}

/** A step that deserves a look, and whose it is. */
export interface SteppedAlert extends Pick<StepsOnDay, 'project' | 'segment'> {
  readonly clock: SteppedClock;
}

/** The law's clock: of one project or segment, and of all that deserve a look. */
@Injectable()
export class ProjectSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
  ) {}

  /** Every step, in order. Throws PROJECT-NOT-FOUND and SEGMENT-UNKNOWN. */
  of(actor: Actor, projectId: string, segmentId: string | null, asOf: PlainDate): Promise<StepsOnDay> {
    return together(this.dataSource.manager, (all) => this.asked(all, actor, { projectId, segmentId, asOf }));
  }

  /** The same, asked of `manager` at once. */
  async asked(
    manager: EntityManager,
    actor: Actor,
    { projectId, segmentId, asOf }: { projectId: string; segmentId: string | null; asOf: PlainDate },
  ): Promise<StepsOnDay> {
    const where = readableClearance(actor).and((id) => `p.id = ${id}`, projectId);
    const [{ isOwn: _, ...project }, stepped, calendar] = await Promise.all([
      this.projects.read(actor, projectId, segmentId, manager),
      steppedProjects(manager, where, asOf),
      loadWorkCalendar(manager),
    ]);
    const found = stepped.find(({ segment }) => (segment?.id ?? null) === segmentId);
    const nothing = { states: new Map(), blocked: new Set<never>(), allHandedOver: false };
    return {
      project,
      segment: found?.segment ?? null,
      asOf,
      regime: regimeOn(asOf) ?? null,
      steps: stepClocks({ ...(found ?? nothing), calendar, today: asOf }),
    };
  }

  /** Steps with an alert, of all projects in sight: most days overdue first. `q` searches project names and codes. */
  async alerts(actor: Actor, { asOf, q, ...wanted }: Page): Promise<ListPage<SteppedAlert>> {
    const where = visibleClearance(actor).matchingAny(['p.name_key', 'p.code'], q);
    const [calendar, stepped] = await together(this.dataSource.manager, (all) =>
      Promise.all([loadWorkCalendar(all), steppedProjects(all, where, asOf)]),
    );
    const found = stepped.flatMap(({ project, segment, ...clearance }) =>
      stepClocks({ ...clearance, calendar, today: asOf })
        .filter(({ alerts }) => alerts.length > 0)
        .map((clock) => ({ project, segment, clock })),
    );
    return slicedPage(
      found.toSorted((a, b) => b.clock.daysOverdue - a.clock.daysOverdue),
      wanted,
    );
  }
}

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
    if (Object.keys(reported).length === 0 && !proof) throw nothingToChange();
    const now = this.clock.now();
    const today = businessDate(now);
    for (const field of ['started', 'done'] as const) {
      if ((reported[field] ?? today) > today) throw dateInFuture(field);
    }
    await this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, segmentId, manager);
      await lockProject(manager, projectId);
      const before = await stateOf(manager, projectId, segmentId, step);
      const fields = proof
        ? proven(reported, await this.proofs.resolve(manager, actor, projectId, proof))
        : reported;
      const after = { ...before, ...fields };
      assertSound(after);
      if (isSettled(after) && !isSettled(before)) await assertNotBlocked(manager, projectId, segmentId, step);
      await insertStep(manager, { projectId, segmentId, step, fields, actorId: actor.userId, at: now });
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
  const records = await stepRecords(manager, projectId, segmentId, step);
  return stepStates(records).get(step) ?? UNTOUCHED;
}

/** A blocker of the whole project stops its segments too, and one of a segment the whole. */
async function assertNotBlocked(
  manager: EntityManager,
  projectId: string,
  segmentId: string | null,
  step: ClearanceStep,
): Promise<void> {
  const blocker = await blockerAtStep(manager, projectId, segmentId, step);
  if (blocker === undefined) return;
  throw new Problem(
    409,
    'STEP-BLOCKED',
    `Bước này còn vướng mắc chưa đóng: "${blocker}".`,
    `An open blocker stands at this step: "${blocker}".`,
  );
}
