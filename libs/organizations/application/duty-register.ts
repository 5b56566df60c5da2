import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { type Entries, entryDecorator } from '@thongvon/platform';

/** Keeps what organisations owe, by day. Both write in the transaction that writes the organisation. */
export interface DutyKeeper {
  /** A new organisation owes the weekly disbursement return from this day on. */
  begin(manager: EntityManager, organizationId: string, from: PlainDate): Promise<void>;
  /** From today on it owes the weekly disbursement return, or nothing. */
  change(manager: EntityManager, organizationId: string, reports: boolean): Promise<void>;
}

/** On the one provider that keeps duties (in libs/reporting-duties): organisations know no other context. */
export const KeepsDuties = entryDecorator<DutyKeeper, 'weekly'>('keeper of duties', ['weekly']);

/** Who keeps duties in this process. */
export class DutyRegister {
  constructor(private readonly keepers: Entries<'weekly', DutyKeeper>) {}

  /** Fails where nobody keeps duties: an organisation that reports and owes nothing would be wrong in silence. */
  get keeper(): DutyKeeper {
    const keeper = this.keepers.get('weekly');
    if (!keeper) throw new Error('no context keeps reporting duties: import ReportingDutiesModule');
    return keeper;
  }
}
