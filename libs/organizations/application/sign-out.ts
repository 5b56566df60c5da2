import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Session } from '../infrastructure/session.entity';
import { tokenHash } from './session-token';

@Injectable()
export class SignOut {
  constructor(private readonly dataSource: DataSource) {}

  /** Ends the session of `token`; nothing happens when it is over already. */
  async run(token: string): Promise<void> {
    await this.dataSource.manager.delete(Session, { tokenHash: tokenHash(token) });
  }
}
