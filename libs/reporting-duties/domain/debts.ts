import type { DutyKind } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';

interface Owed {
  /** Whose it is. */
  readonly organizationId: string;
  readonly due: PlainDate;
}

/** A return that an office owes for a week and hasn't sent, or that came back. */
export interface OwedReturn extends Owed {
  readonly debt: 'return';
  readonly office: string;
  readonly kind: DutyKind;
  readonly sentBack: boolean;
}

/** How a reminder names a return that it was about. */
export const returnSubject = (organizationId: string, kind: DutyKind): string => `${organizationId}/${kind}`;

/** A blocker that is open at, or near, its due date. */
export interface OwedAction extends Owed {
  readonly debt: 'blocker';
  readonly id: string;
  readonly project: string;
  readonly unit: string | null;
  readonly held: Dong | null;
}

export type OwedItem = OwedReturn | OwedAction;

/** Someone who may be reminded. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly organizationId: string;
  readonly role: string;
}
