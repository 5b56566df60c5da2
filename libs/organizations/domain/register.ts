import type { OrganizationKind, Role } from '@thongvon/api-contract';
import { groupBy, matchKey, officeKey, type PlainDate } from '@thongvon/kernel';

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
  /** Only those below this one, at any depth. */
  readonly below?: string;
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

/** An office that a name in a table may mean. */
export interface RegisteredOffice {
  readonly id: string;
  readonly name: string;
  /** It is one of those that whoever writes may name. */
  readonly inScope: boolean;
}

/** What words mean: an office in scope, one elsewhere, or none (also where several could be meant: then people say). */
export type MeantOffice = { readonly type: 'ours'; readonly id: string } | { readonly type: 'elsewhere' };

/**
 * Which office each name means, by the name's `matchKey`; what means none is left out. An office's own name comes before
 * an abbreviation, and in scope before elsewhere, so that nobody's words are foreign that can be read as one's own.
 */
export function meantOffices(
  names: readonly string[],
  offices: readonly RegisteredOffice[],
): Map<string, MeantOffice> {
  const alike = groupBy(offices, ({ name }) => officeKey(name));
  const meant = new Map<string, MeantOffice>();
  for (const name of new Set(names)) {
    const key = matchKey(name);
    const fitting = alike.get(officeKey(name)) ?? [];
    const ours = fitting.filter(({ inScope }) => inScope);
    const exactly = ours.filter((office) => matchKey(office.name) === key);
    const [first, ...others] = exactly.length > 0 ? exactly : ours;
    if (first && others.length === 0) meant.set(key, { type: 'ours', id: first.id });
    if (!first && fitting.length > 0) meant.set(key, { type: 'elsewhere' });
  }
  return meant;
}
