import type { OrganizationKind, Role } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

/** An office or board of the register. Ended ones stay, so that old figures keep their owner. */
export interface RegisteredOrganization {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** The organisation above it. */
  readonly parentId: string | null;
  /** The commune where it works. */
  readonly commune: string | null;
  /** Owes a disbursement return each week, as of today. */
  readonly reports: boolean;
  /** First day, and last day; null while it exists. */
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  /** Who took over its work. */
  readonly successorId: string | null;
}

/** An organisation to be founded; days as YYYY-MM-DD. */
export interface NewOrganization {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId?: string | null;
  readonly commune?: string | null;
  readonly reports?: boolean;
  readonly effectiveFrom: string;
}

/** A change of an organisation: what is left out stays as it is. A last day ends it, null takes that back. */
export interface OrganizationChange extends Partial<NewOrganization> {
  readonly effectiveTo?: string | null;
  readonly successorId?: string | null;
}

/** Which organisations are meant; what is left out narrows nothing. */
export interface OrganizationFilter {
  /** Search words of the name. */
  readonly q?: string;
  /** Only those that exist on this day, YYYY-MM-DD; without it, ended ones too. */
  readonly asOf?: string;
}

/** A person's account. */
export interface Account {
  readonly id: string;
  /** Lower case; what the person signs in with. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The organisation whose data, and all below it, the person sees. */
  readonly organizationId: string;
  readonly organizationName: string;
  /** A disabled account can't sign in. */
  readonly disabled: boolean;
}

/** An account to be made. Without a password nobody can sign in until the person sets one by a link. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organizationId: string;
  readonly password?: string;
}

/** A change of an account: what is left out stays as it is. */
export interface AccountChange {
  readonly name?: string;
  readonly role?: Role;
  readonly organizationId?: string;
  /** Ends every session of the account and refuses new ones. */
  readonly disabled?: boolean;
}

/** Which accounts are meant; what is left out narrows nothing. */
export interface AccountFilter {
  /** Search words of the name. */
  readonly q?: string;
  /** Only people of this organisation. */
  readonly organizationId?: string;
}
