import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { seesOrganization, visibleOrganizations, type Actor } from '@thongvon/organizations';
import { Audit, type ListPage, Problem, slicedPage, SystemClock, type WantedPage } from '@thongvon/platform';
import { forget, type Remembered, rememberedOf } from '../domain/office-profile';
import { allProfiles, lockProfile, namesBehind, saveProfile } from '../persistence/office-profiles';

/** One thing that an office has answered once for all. */
export interface RememberedOfOffice {
  /** Names it within the office. */
  readonly id: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly remembered: Remembered;
}

interface RememberedListQuery extends WantedPage {
  /** Only what this office has answered. */
  readonly organizationId?: string;
}

interface RememberedPage extends ListPage<RememberedOfOffice> {
  /** Of the people, returns and projects behind the page, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** What offices have answered once for all, for administrators: to look at, and to forget where it no longer holds. */
@Injectable()
export class OfficeProfiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** By office; tables first, then answers, then habits. */
  async list(actor: Actor, { organizationId, limit, cursor }: RememberedListQuery): Promise<RememberedPage> {
    const { manager } = this.dataSource;
    const all = (await allProfiles(manager))
      .filter(
        ({ organization: { id } }) =>
          seesOrganization(actor, id) && (organizationId === undefined || id === organizationId),
      )
      .flatMap(({ organization, profile }) =>
        rememberedOf(profile).map((remembered) => ({ id: idOf(remembered), organization, remembered })),
      );
    const page = slicedPage(all, { limit, cursor });
    const names = await namesBehind(
      manager,
      page.items.map(({ remembered }) => remembered),
      visibleOrganizations(actor),
    );
    return { ...page, names };
  }

  /** The next return that needs it asks again. Throws REMEMBERED-UNKNOWN. */
  async forget(actor: Actor, organizationId: string, id: string, reason: string): Promise<void> {
    if (!seesOrganization(actor, organizationId)) throw unknown();
    await this.dataSource.transaction(async (manager) => {
      const profile = await lockProfile(manager, organizationId);
      const found = rememberedOf(profile).find((remembered) => idOf(remembered) === id);
      if (!found) throw unknown();
      await saveProfile(manager, organizationId, forget(profile, found.key), this.clock.now());
      await this.audit.record(manager, actor.userId, 'profile.forget', `organization:${organizationId}`, {
        about: found.type === 'answer' ? found.answer.asks : found.type,
        reason,
      });
    });
  }
}

/** Keys hold what stood in a workbook, and are as long as that. */
function idOf({ key }: Remembered): string {
  return createHash('sha256').update(key).digest('hex');
}

function unknown(): Problem {
  return new Problem(
    404,
    'REMEMBERED-UNKNOWN',
    'Không còn nhớ điều này; có thể vừa được quên hoặc vừa được trả lời lại.',
    'This is not remembered any more; it may just have been forgotten or answered anew.',
  );
}
