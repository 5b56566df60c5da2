import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { ensureSources } from '@thongvon/projects';
import {
  type CourseDay,
  type CourseLine,
  insertCourses,
  insertTakenOverPlan,
  type PaymentCourse,
  type TakenOverEntry,
} from '../persistence/taken-over-ledgers';
import { recordDecision } from '../persistence/plan/plan-ledger';

export type { CourseDay, CourseLine, PaymentCourse, TakenOverEntry };

/** A decision of before, and the return that brings it. */
export interface TakenOverDecision {
  readonly returnId: string;
  readonly number: string;
  readonly date: PlainDate;
  readonly mode: 'initial' | 'adjustment';
  readonly planYear: PlanYear;
  readonly organizationId: string;
}

/**
 * Fills the ledgers in bulk with what an office kept before it used this system; what is in force is to be derived afterwards
 * (`RebuildPositions`), once for all. The returns that the entries belong to are taken over first, in the same transaction.
 */
@Injectable()
export class TakeOverLedgers {
  async plan(
    manager: EntityManager,
    decision: TakenOverDecision,
    entries: readonly TakenOverEntry[],
    at: Date,
  ): Promise<void> {
    const decisionId = await recordDecision(manager, { ...decision, at, decidesMode: true });
    const { returnId, planYear, date } = decision;
    await insertTakenOverPlan(manager, { returnId, decisionId, planYear, effectiveOn: date }, entries);
  }

  /** Each line's figures on each day of its group and plan year, as its course says. Gives how many were written. */
  figures(
    manager: EntityManager,
    courses: readonly PaymentCourse[],
    days: readonly CourseDay[],
    lines: readonly CourseLine[],
  ): Promise<number> {
    return insertCourses(manager, courses, days, lines);
  }

  sources(
    manager: EntityManager,
    sources: readonly { readonly source: string; readonly sourceLabel: string | null }[],
  ): Promise<void> {
    return ensureSources(manager, sources);
  }
}
