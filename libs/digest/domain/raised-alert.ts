import type { AlertRuleId } from '@thongvon/contracts';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';

/** An alert that holds, as far as the digest looks at it. */
export interface RaisedAlert {
  readonly rule: AlertRuleId;
  readonly title: string;
  /** Null: not of a plan year. */
  readonly planYear: PlanYear | null;
  readonly organizationId: string;
  readonly organization: string;
  readonly projectId: string | null;
  /** The blocker that it is about. */
  readonly blockerId: string | null;
  readonly amount: Dong | null;
  readonly openedOn: PlainDate;
  /** What it says, with its numbers. */
  readonly text: string;
}
