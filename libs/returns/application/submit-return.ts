import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { formatInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { originsOf, remember } from '../domain/office-profile';
import type { ReturnStatus } from '../domain/return-status';
import { withCaptions } from '../domain/table-mapping';
import { standingAmong } from '../domain/versions';
import { lockProfile, saveProfile } from '../persistence/office-profiles';
import { ReturnEvents } from '../persistence/return-rows';
import type { Return } from '../persistence/entities/return';
import { versionsOf } from '../persistence/version-rows';
import { assertOwn, ChangeStatus, FindReturn } from './return-step';
import { assertSeen, assertSubmittable, readingOf, RecheckReturn } from './check-return';
import { TellSender } from './tell-sender';

const OPEN: readonly ReturnStatus[] = ['needs-attention', 'ready'];
const DONE: readonly ReturnStatus[] = ['submitted', 'approved', 'superseded'];

/** The sender hands the return in. Repeating it is no error. */
@Injectable()
export class SubmitReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly rechecking: RecheckReturn,
    private readonly states: ChangeStatus,
    private readonly events: ReturnEvents,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** `newerSeen`: the newer file that its sender was shown, null: none; undefined: they don't tell. Throws RETURN-HAS-NEWER. */
  async submit(
    actor: Actor,
    id: string,
    {
      ifMatch,
      newerSeen,
    }: { readonly ifMatch?: string | undefined; readonly newerSeen?: string | null | undefined } = {},
  ): Promise<ReturnStatus> {
    const { status } = assertOwn(actor, await this.returns.find(actor, id));
    if (DONE.includes(status)) return status;
    if (OPEN.includes(status)) await this.rechecking.recheck(id);
    return this.dataSource.transaction(async (manager) => {
      const found = await this.returns.find(actor, id, manager, true);
      if (DONE.includes(found.status)) return found.status;
      assertSeen(found, ifMatch);
      if (newerSeen !== undefined) await assertNewerSeen(manager, id, newerSeen);
      await assertSubmittable(manager, found);
      await this.remember(manager, found);
      await this.audit.record(manager, actor.userId, 'return.submit', `return:${id}`);
      return this.states.apply(manager, found, 'submit', {
        actorId: actor.userId,
        changes: { submittedAt: this.clock.now(), submittedBy: actor.userId },
      });
    });
  }

  /** What was answered about the office's table is kept as its profile: the next return needs no question. */
  private async remember(manager: EntityManager, found: Return): Promise<void> {
    const { id: returnId, organizationId, answers, mapping } = found;
    if (answers.length === 0 && mapping.length === 0) return;
    const now = this.clock.now();
    const mappings = withCaptions(mapping, await readingOf(manager, found));
    const profile = remember(await lockProfile(manager, organizationId), answers, mappings);
    const mapped = await this.events.last(manager, returnId, 'map');
    const origins = originsOf(
      profile,
      { answers, mappings },
      { returnId, by: mapped?.actorId ?? null, at: formatInstant(mapped?.at ?? now) },
    );
    await saveProfile(manager, organizationId, { ...profile, origins }, now);
  }
}

/** Throws a 409 problem where a file takes this one's place that its sender hasn't been shown. */
async function assertNewerSeen(manager: EntityManager, id: string, seen: string | null): Promise<void> {
  const { newer } = standingAmong(await versionsOf(manager, id), id);
  if (newer === null || newer.id === seen) return;
  throw new Problem(
    409,
    'RETURN-HAS-NEWER',
    `Đã có tệp mới hơn của cùng loại báo cáo, cùng kỳ: “${newer.fileName}”. Hãy xem lại rồi gửi nếu vẫn muốn gửi bản cũ này.`,
    `A newer file of the same kind and period is here: “${newer.fileName}”. Look again, and send if you still mean this older one.`,
    { newer: { id: newer.id, fileName: newer.fileName } },
  );
}

/** The finance office sends a submitted return back, with a reason that the sender can act on and gets by mail. */
@Injectable()
export class SendBackReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly sender: TellSender,
    private readonly audit: Audit,
  ) {}

  sendBack(actor: Actor, id: string, reason: string): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.returns.find(actor, id, manager, true);
      if (found.status === 'sent-back') return found.status;
      await this.audit.record(manager, actor.userId, 'return.send-back', `return:${id}`);
      const next = await this.states.apply(manager, found, 'send-back', {
        actorId: actor.userId,
        data: { reason },
        changes: { reason },
      });
      await this.sender.sentBack(manager, actor, found, reason);
      return next;
    });
  }
}
