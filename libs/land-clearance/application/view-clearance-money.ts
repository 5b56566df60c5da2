import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ClearanceMoneyView, LatePaymentView } from '@thongvon/api-contract';
import { addDays, type Dong, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { LATE_RATE, lateExposure } from '../domain/law/late-payment';
import { projectNumbers } from '../persistence/project-numbers';
import { Advances } from './advances';
import { FindProject } from './find-project';
import { ProjectSteps } from './project-steps';

/** More than any project has. */
const ALL = 500;

/** Compensation of a project in money: approved, paid, advanced, and what late payment may cost. */
@Injectable()
export class ViewClearanceMoney {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly advances: Advances,
    private readonly steps: ProjectSteps,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, asOf: PlainDate): Promise<ClearanceMoneyView> {
    await this.projects.find(actor, projectId);
    const { compensation, compensated } = await projectNumbers(this.dataSource.manager, projectId, asOf);
    const [approved, paid] = [dong(compensation), dong(compensated)];
    const { items } = await this.advances.list(actor, { asOf, projectId, limit: ALL });
    return {
      approved: approved?.toString() ?? null,
      paid: paid?.toString() ?? null,
      reason: approved === null || paid === null ? 'not-reported' : null,
      advances: items,
      latePayment:
        approved === null || paid === null ? null : await this.late(actor, projectId, approved - paid, asOf),
    };
  }

  /** Null while payment is in time, done, or nothing is left to pay. */
  private async late(
    actor: Actor,
    projectId: string,
    base: Dong,
    asOf: PlainDate,
  ): Promise<LatePaymentView | null> {
    const { steps } = await this.steps.of(actor, projectId, null, asOf);
    const payment = steps.find(({ step }) => step === 'payment');
    const lastDay = payment?.deadlines.find(({ type }) => type === 'at-most')?.date as PlainDate | undefined;
    if (payment?.done !== null || payment.notApplicable || lastDay === undefined || base <= 0n) return null;
    const { days, exposure } = lateExposure(base, lastDay, asOf);
    if (days === 0) return null;
    return {
      since: addDays(lastDay, 1),
      days,
      base: base.toString(),
      ratePerDay: LATE_RATE.text,
      exposure: exposure.toString(),
      unverified: LATE_RATE.unverified,
      source: LATE_RATE.source,
    };
  }
}

const dong = (text: string | undefined): Dong | null => (text === undefined ? null : BigInt(text));
