import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';

/** Keeps what organisations owe, by day. Both write in the transaction that writes the organisation. */
export interface DutyKeeper {
  /** A new organisation owes the weekly disbursement return from this day on. */
  begin(manager: EntityManager, organizationId: string, from: PlainDate): Promise<void>;
  /** From today on it owes the weekly disbursement return, or nothing. */
  change(manager: EntityManager, organizationId: string, reports: boolean): Promise<void>;
}

/** Where the context that keeps duties (libs/reporting-duties) registers at start: organisations know no other context. */
@Injectable()
export class DutyRegister {
  private registered: DutyKeeper | undefined;

  register(keeper: DutyKeeper): void {
    this.registered = keeper;
  }

  /** Fails where nobody keeps duties: an organisation that reports and owes nothing would be wrong in silence. */
  get keeper(): DutyKeeper {
    if (!this.registered) throw new Error('no context keeps reporting duties: import ReportingDutiesModule');
    return this.registered;
  }
}
