import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUSINESS_ZONE, businessDate } from '@thongvon/kernel';
import { SystemClock } from '@thongvon/platform';
import { RecheckReturn } from './recheck-return';

/** Returns that were asked why they are dated ahead are looked at again once their day has come. */
@Injectable()
export class RecheckDatedAhead {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rechecking: RecheckReturn,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run by many at once: a return whose question has gone isn't found again. */
  async run(): Promise<void> {
    const today = businessDate(this.clock.now());
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT r.id FROM returns.return r JOIN returns.return_reading rr ON rr.return_id = r.id
       WHERE r.status = 'needs-attention' AND r.as_of <= $1
         AND r.as_of > (r.received_at AT TIME ZONE '${BUSINESS_ZONE}')::date
         AND EXISTS (SELECT FROM json_array_elements(rr.findings) f
                     WHERE f->>'code' = 'RET-DATE-FUTURE' AND f->>'severity' = 'question')
       ORDER BY r.received_at, r.id`,
      [today],
    );
    for (const { id } of rows) await this.rechecking.recheck(id);
  }
}
