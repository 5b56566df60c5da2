import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '@thongvon/platform';
import { Session } from '../persistence/session.entity';
import { tokenHash } from './session-token';

@Injectable()
export class SignOut {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
  ) {}

  /** Ends the session of `token`; nothing happens when it is over already. */
  run(token: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const session = await manager.findOneBy(Session, { tokenHash: tokenHash(token) });
      if (!session) return;
      await manager.delete(Session, { tokenHash: session.tokenHash });
      await this.audit.record(manager, session.userId, 'session.closed', `user:${session.userId}`);
    });
  }
}
