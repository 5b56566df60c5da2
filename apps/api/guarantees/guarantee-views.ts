import { Injectable } from '@nestjs/common';
import { RuleThresholds } from '@thongvon/alerts';
import type { GuaranteeView } from '@thongvon/api-contract';
import type { GuaranteeRow } from '@thongvon/works-contracts';
import type { PlainDate } from '@thongvon/kernel';

/** Guarantees as the API shows them: with the days before their end in which the alert rule speaks of them. */
@Injectable()
export class GuaranteeViews {
  constructor(private readonly thresholds: RuleThresholds) {}

  /** `on`: the day on which they stand so. */
  async of(rows: readonly GuaranteeRow[], on: PlainDate): Promise<GuaranteeView[]> {
    const owners = rows.map(({ organizationId }) => organizationId);
    const inForce = await this.thresholds.of('guarantee-expiring', on, owners);
    return rows.map(({ organizationId, ...row }) => ({
      ...row,
      warnDays: inForce.get(organizationId)?.['days'] ?? null,
    }));
  }
}
