import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { businessDate, formatPlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, dateInFuture, Problem, SystemClock } from '@thongvon/platform';
import { type Measure, MEASURE_LABELS, MEASURES } from '../domain/measures';
import { brokenOrders, contradictedNumbers, type NumbersAround } from '../domain/contradictions';
import { numbersAround, placeKey } from '../persistence/progress-around';
import {
  type InForce,
  insertEntered,
  progressInForce,
  type TypedProgress,
} from '../persistence/progress-rows';
import { lockProject } from '../persistence/project-rows';
import { FindProject } from './segments';
import { RebuildProgress } from './clearance-rules';

export type { TypedProgress };

/** What is unusual of typed numbers, though not refused. */
export interface ProgressWarning {
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
}

const WITH_FRACTIONS: readonly string[] = ['m2', 'm'];

/** Takes clearance progress that a person types, as of a date. A correction is typed anew; nothing is overwritten. */
@Injectable()
export class EnterProgress {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly rebuilding: RebuildProgress,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * What is unusual but allowed. Throws PROJECT-NOT-FOUND, SEGMENT-UNKNOWN, DATE-IN-FUTURE, PROGRESS-REPEATED,
   * PROGRESS-NOT-WHOLE, PROGRESS-ORDER, and PROGRESS-FELL when a cumulative number falls without a reason.
   */
  async enter(actor: Actor, typed: TypedProgress): Promise<ProgressWarning[]> {
    const { projectId, segmentId, asOf, values, reason } = typed;
    const now = this.clock.now();
    if (asOf > businessDate(now)) throw dateInFuture('asOf');
    assertWellFormed(values);
    return this.dataSource.transaction(async (manager) => {
      await this.projects.find(actor, projectId, segmentId, manager);
      await lockProject(manager, projectId);
      const before = await progressInForce(manager, typed);
      if (reason === undefined) {
        const around = await numbersAround(manager, [projectId], asOf, actor.scope);
        assertNotFallen(typed, before, around.get(placeKey(projectId, segmentId)) ?? new Map());
      }
      const warnings = checkOrders(values, before);
      await insertEntered(manager, typed, actor.userId, now);
      await this.rebuilding.of(manager, [projectId]);
      await this.audit.record(manager, actor.userId, 'clearance-progress.enter', `project:${projectId}`, {
        asOf,
        measures: values.map(({ measure }) => measure),
      });
      return warnings;
    });
  }
}

function assertWellFormed(values: TypedProgress['values']): void {
  const seen = new Set<Measure>();
  for (const { measure, value } of values) {
    if (seen.has(measure)) {
      throw new Problem(
        422,
        'PROGRESS-REPEATED',
        `Có hai số cho ${MEASURE_LABELS[measure][0]}.`,
        `There are two numbers of ${MEASURE_LABELS[measure][1]}.`,
        { measure },
      );
    }
    seen.add(measure);
    if (value.includes('.') && !WITH_FRACTIONS.includes(MEASURES[measure])) {
      throw new Problem(
        422,
        'PROGRESS-NOT-WHOLE',
        `Phải là số nguyên: ${MEASURE_LABELS[measure][0]}.`,
        `Must be a whole number: ${MEASURE_LABELS[measure][1]}.`,
        { measure },
      );
    }
  }
}

/** A number of the very day is corrected like one of an earlier day; one of a later day may be no less. */
function assertNotFallen(
  { values, asOf }: TypedProgress,
  before: ReadonlyMap<Measure, InForce>,
  around: ReadonlyMap<Measure, NumbersAround>,
): void {
  for (const { measure, value } of values) {
    const known = before.get(measure);
    const later = around.get(measure)?.later;
    const broken = contradictedNumbers(
      { measure, value },
      {
        ...(known ? { earlier: { ...known, isForeign: false, place: null } } : {}),
        ...(later ? { later } : {}),
      },
    );
    const other = broken.earlier ?? broken.later;
    if (!other) continue;
    const [vi, en] = MEASURE_LABELS[measure];
    const [day, at] = [formatPlainDate(other.asOf), formatPlainDate(asOf)];
    throw new Problem(
      422,
      'PROGRESS-FELL',
      broken.earlier
        ? `Lũy kế giảm: ${vi} ${value} thấp hơn số đến ${day} (${other.value}). Hãy ghi lý do (reason).`
        : `Lũy kế giảm: ${vi} ${value} đến ${at} cao hơn số đến ${day} (${other.value}). Hãy ghi lý do (reason).`,
      broken.earlier
        ? `A cumulative number falls: ${en} ${value} is below ${other.value} as of ${day}. Give a reason.`
        : `A cumulative number falls: ${en} ${value} as of ${at} is above ${other.value} as of ${day}. Give a reason.`,
      { field: 'reason', measure, ...(broken.earlier ? { before: other.value } : { after: other.value }) },
    );
  }
}

/** Among what is typed and what is in force next to it; only what the typed numbers take part in is theirs to mend. */
function checkOrders(
  values: TypedProgress['values'],
  before: ReadonlyMap<Measure, InForce>,
): ProgressWarning[] {
  const typed = new Map(values.map(({ measure, value }) => [measure, value]));
  const all = new Map([...[...before].map(([measure, { value }]) => [measure, value] as const), ...typed]);
  const broken = brokenOrders(all).filter(({ more, less }) => [more, ...less].some((of) => typed.has(of)));
  const reported = broken.map(({ more, less, together, strict }) => {
    const [vi, en] = ([0, 1] as const).map((at) => less.map((of) => MEASURE_LABELS[of][at]).join(' + '));
    return {
      strict,
      code: 'PROGRESS-ORDER',
      message: `${vi ?? ''} (${together}) nhiều hơn ${MEASURE_LABELS[more][0]} (${all.get(more) ?? ''}).`,
      messageEn: `More ${en ?? ''} (${together}) than ${MEASURE_LABELS[more][1]} (${all.get(more) ?? ''}).`,
    };
  });
  const [refused] = reported.filter(({ strict }) => strict);
  if (refused) throw new Problem(422, refused.code, refused.message, refused.messageEn);
  return reported.map(({ strict: _, ...warning }) => warning);
}
