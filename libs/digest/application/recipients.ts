import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganizationTree } from '@thongvon/organizations';
import { recipientRows, type RecipientRow } from '../persistence/recipient-rows';

/** Someone who gets the weekly letter, and of which organisations. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  /** Organisations whose projects the letter is about. */
  readonly scope: readonly string[];
}

/** Who gets the weekly letter: leaders by default, else as the administrator has set or the person has ended it. */
@Injectable()
export class Recipients {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** Those who get it now, by name. Nobody gets more than they may see by signing in. */
  async all(manager: EntityManager = this.dataSource.manager): Promise<Recipient[]> {
    const recipients: Recipient[] = [];
    for (const row of await recipientRows(manager)) {
      if (row.disabled || !receives(row)) continue;
      const { userId, email, name } = row;
      recipients.push({ userId, email, name, scope: await this.scopeOf(row, manager) });
    }
    return recipients;
  }

  private async scopeOf(
    { organizationId, organizationIds }: RecipientRow,
    manager: EntityManager,
  ): Promise<string[]> {
    const visible = await this.tree.idsBelow(organizationId, manager);
    if (organizationIds === null) return visible;
    const chosen = new Set<string>();
    for (const id of organizationIds)
      for (const below of await this.tree.idsBelow(id, manager)) chosen.add(below);
    return visible.filter((id) => chosen.has(id));
  }
}

/** Without anything set, those whose role it is to act on it. */
export function receives({ receives: set, role }: Pick<RecipientRow, 'receives' | 'role'>): boolean {
  return set ?? role === 'leader';
}
