import { Injectable } from '@nestjs/common';
import { AlertRules } from '@thongvon/alerts';
import type { MilestoneView } from '@thongvon/contracts';
import { lastDay, type PlanYear } from '@thongvon/kernel';

/** By when each threshold of the rule is to be met. */
const DAYS: readonly (readonly [key: string, day: (year: PlanYear) => string])[] = [
  ['q1', (year) => `${year}-03-31`],
  ['q2', (year) => `${year}-06-30`],
  ['q3', (year) => `${year}-09-30`],
  ['year', lastDay],
];

/** The targets that the rule on quarters goes by, so that curve and alert never speak of different ones. */
@Injectable()
export class PlanMilestones {
  constructor(private readonly rules: AlertRules) {}

  /** In the order of their days; the last is that of the year. */
  async of(year: PlanYear): Promise<MilestoneView[]> {
    const { items } = await this.rules.list();
    const thresholds = items.find(({ id }) => id === 'below-quarter-target')?.thresholds ?? [];
    return DAYS.flatMap(([key, day]) => {
      const percent = thresholds.find((threshold) => threshold.key === key)?.value;
      return percent === undefined ? [] : [{ on: day(year), percent }];
    });
  }
}
