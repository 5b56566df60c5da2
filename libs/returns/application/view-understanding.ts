import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { understandingOf } from '../domain/understanding/understand';
import type { Understanding } from '../domain/understanding/understanding';
import { loadOnlyReading } from '../persistence/readings';
import { FindReturn } from './return-step';

/** Says how a return was understood, to whoever may see it. */
@Injectable()
export class ViewUnderstanding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
  ) {}

  /** Throws RETURN-NOT-FOUND. */
  async view(actor: Actor, id: string): Promise<Understanding> {
    await this.returns.find(actor, id);
    return understandingOf(await loadOnlyReading(this.dataSource.manager, id));
  }
}
