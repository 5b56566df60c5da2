import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { compareVersions, type ComparedSection } from '../domain/versions';
import { previewsOf } from '../persistence/version-rows';
import { returnUnknown } from './return-step';

/** Shows two versions of a return side by side. */
@Injectable()
export class CompareReturns {
  constructor(private readonly dataSource: DataSource) {}

  /** Throws RETURN-NOT-FOUND for one that is out of sight or hasn't been read. */
  async compare(actor: Actor, id: string, earlierId: string): Promise<{ sections: ComparedSection[] }> {
    const previews = await previewsOf(this.dataSource.manager, [id, earlierId], actor.scope);
    const [now, before] = [previews.get(id), previews.get(earlierId)];
    if (!now || !before) throw returnUnknown();
    return { sections: compareVersions(before, now) };
  }
}
