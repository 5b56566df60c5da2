import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Problem } from '@thongvon/platform';
import { Return } from '../persistence/entities/return';

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
    if (!found || !actor.scope.includes(found.organizationId)) {
      throw new Problem(404, 'RETURN-NOT-FOUND', 'Không tìm thấy báo cáo này.', 'There is no such return.');
    }
    return found;
  }
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
