import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '@thongvon/platform';
import { nextStatus, type ReturnAction, type ReturnStatus } from '../domain/return-status';
import { ReturnEvents } from '../persistence/return-events';
import { Return } from '../persistence/entities/return';

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

function notNow(status: ReturnStatus, action: ReturnAction): Problem {
  return new Problem(
    409,
    'RETURN-STATE',
    `Báo cáo đang ở trạng thái "${status}", không thực hiện được việc này.`,
    `The return is "${status}"; "${action}" can't be done now.`,
    { state: status },
  );
}
