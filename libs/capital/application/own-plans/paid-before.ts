import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PaidBeforeView } from '@thongvon/api-contract';
import { formatInstant, type Dong, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { insertPaidBefore, paidBeforeRows } from '../../persistence/own-plans/own-plan-rows';

/**
 * What was paid of a project before the plan year, which no weekly return says: the annual settlement's "paid from the start to the
 * end of the year before". A later entry takes the place of the one before, which is kept.
 */
@Injectable()
export class PaidBefore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws PROJECT-NOT-FOUND and PAID-BEFORE-NOT-FOUND. */
  async view(actor: Actor, projectId: string, planYear: PlanYear): Promise<PaidBeforeView> {
    const entry = await this.find(actor, projectId, planYear);
    if (!entry) throw notEntered();
    return entry;
  }

  /** Null while nothing was entered. Throws PROJECT-NOT-FOUND. */
  async find(actor: Actor, projectId: string, planYear: PlanYear): Promise<PaidBeforeView | null> {
    await this.projects.get(actor, projectId);
    const asked = { planYear, projectId, knownAt: this.clock.now() };
    const [entry] = await paidBeforeRows(this.dataSource.manager, asked);
    if (!entry) return null;
    const { paid, document, actorId, at } = entry;
    return { planYear, paid: paid.toString(), document, actorId, at: formatInstant(at) };
  }

  /** Throws PROJECT-NOT-FOUND. */
  async set(
    actor: Actor,
    projectId: string,
    planYear: PlanYear,
    paid: Dong,
    document: string | null,
  ): Promise<void> {
    await this.projects.get(actor, projectId);
    await this.dataSource.transaction(async (manager) => {
      await insertPaidBefore(manager, {
        projectId,
        planYear,
        paid,
        document,
        actorId: actor.userId,
        at: this.clock.now(),
      });
      await this.audit.record(manager, actor.userId, 'paid-before.set', `project:${projectId}`, { planYear });
    });
  }
}

function notEntered(): Problem {
  return new Problem(
    404,
    'PAID-BEFORE-NOT-FOUND',
    'Chưa nhập lũy kế thanh toán từ khởi công đến hết năm trước của dự án.',
    'What was paid of the project before this year has not been entered.',
  );
}
