import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Problem } from '@thongvon/platform';
import { nextStatus, type ReturnAction, type ReturnStatus } from '../domain/return-status';
import { Return } from '../persistence/entities/return';
import { ReturnEvents } from '../persistence/return-rows';

/** Finds a return that the actor may see; what lies outside the actor's organisations doesn't exist for them. */
@Injectable()
export class FindReturn {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws a 404 problem. With `lock`, the row is locked until the transaction of `manager` ends. */
  async find(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<Return> {
    const found = await manager.findOne(Return, {
      where: { id },
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (!found || !actor.scope.includes(found.organizationId)) throw returnUnknown();
    return found;
  }
}

/** There is none of this id, or none in the actor's sight. */
export function returnUnknown(): Problem {
  return new Problem(404, 'RETURN-NOT-FOUND', 'Không tìm thấy báo cáo này.', 'There is no such return.');
}

/** What the sender alone may do: 403 for people of other organisations, also of those above. */
export function assertOwn(actor: Actor, found: Return): Return {
  if (found.organizationId === actor.organizationId) return found;
  throw new Problem(
    403,
    'RETURN-NOT-YOURS',
    'Chỉ đơn vị gửi báo cáo mới làm được việc này.',
    'Only the office that sent the return can do this.',
  );
}

/** Moves a locked return along its states and writes its history; the only place that does. */
@Injectable()
export class ChangeStatus {
  constructor(private readonly events: ReturnEvents) {}

  /** Throws a 409 problem when `action` can't be done now. `changes` are written with the state. */
  async apply(
    manager: EntityManager,
    found: Return,
    action: ReturnAction,
    details: { actorId?: string; data?: Record<string, unknown>; changes?: Partial<Return> } = {},
  ): Promise<ReturnStatus> {
    const status = nextStatus(found.status, action);
    if (!status) throw notNow(found.status, action);
    Object.assign(found, details.changes, { status });
    await manager.update(Return, { id: found.id }, { ...details.changes, status });
    await this.events.append(manager, found.id, {
      type: action,
      status,
      ...(details.actorId === undefined ? {} : { actorId: details.actorId }),
      ...(details.data === undefined ? {} : { data: details.data }),
    });
    return status;
  }
}

/** 409: that can't be done in this state. */
export function notNow(status: ReturnStatus, action: ReturnAction): Problem {
  return new Problem(
    409,
    'RETURN-STATE',
    `Báo cáo đang ở trạng thái "${status}", không thực hiện được việc này.`,
    `The return is "${status}"; "${action}" can't be done now.`,
    { state: status },
  );
}
