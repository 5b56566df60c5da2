import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { UserView } from '@thongvon/api-contract';
import { SystemClock } from '@thongvon/platform';
import type { Actor } from '../domain/actor';
import { OrganizationTree } from './organization-tree';
import { toUserView, USER_VIEW } from '../persistence/user-views';
import { tokenHash } from './session-token';

/** The person behind a session's cookie. */
export interface SignedIn {
  readonly actor: Actor;
  readonly user: UserView;
  readonly csrfToken: string;
}

@Injectable()
export class ResolveSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: OrganizationTree,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Who holds `token`; undefined when the session is unknown or over or its account disabled. Asked anew for every
   * request, so that a changed role, scope or account counts at once.
   */
  async run(token: string): Promise<SignedIn | undefined> {
    const [row] = await this.dataSource.query<(UserView & { csrfToken: string; atTop: boolean })[]>(
      `SELECT ${USER_VIEW.columns}, s.csrf_token AS "csrfToken",
         (SELECT parent_id IS NULL FROM organizations.organization WHERE id = u.organization_id) AS "atTop"
       FROM ${USER_VIEW.from} JOIN organizations.session s ON s.user_id = u.id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
      [tokenHash(token), this.clock.realNow()],
    );
    if (!row) return undefined;
    const { id: userId, role, organizationId, atTop } = row;
    const scope = await this.organizations.idsBelow(organizationId);
    return {
      actor: { userId, role, organizationId, scope, atTop },
      user: toUserView(row),
      csrfToken: row.csrfToken,
    };
  }
}
