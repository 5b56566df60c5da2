import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DigestRecipientOrigin, DigestRecipientView } from '@thongvon/api-contract';
import { seesOrganization, type Actor } from '@thongvon/organizations';
import { recipientRows, type RecipientRow } from '../persistence/recipient-rows';
import { receives } from './recipients';

/** Shows administrators who gets the weekly letter, and who doesn't although they might. */
@Injectable()
export class ListRecipients {
  constructor(private readonly dataSource: DataSource) {}

  /** Leaders and everybody for whom something is set, by name, of the organisations that the actor sees. */
  async list(actor: Actor): Promise<DigestRecipientView[]> {
    const rows = await recipientRows(this.dataSource.manager);
    return rows.filter(({ organizationId }) => seesOrganization(actor, organizationId)).map(toRecipientView);
  }
}

export function toRecipientView(row: RecipientRow): DigestRecipientView {
  const { userId, email, name, role, organizationId, organizationName, disabled, organizationIds } = row;
  return {
    userId,
    email,
    name,
    role,
    organizationId,
    organizationName,
    receives: receives(row) && !disabled,
    organizationIds: organizationIds === null ? null : [...organizationIds],
    origin: originOf(row),
  };
}

function originOf({ setAt, actorId, receives: set }: RecipientRow): DigestRecipientOrigin {
  if (setAt === null) return 'role';
  return actorId === null && set === false ? 'unsubscribed' : 'administrator';
}
