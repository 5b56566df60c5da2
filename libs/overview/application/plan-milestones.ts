import { Injectable } from '@nestjs/common';
import { AlertRules, quartersOf } from '@thongvon/alerts';
import { expectedPlace } from '@thongvon/digest';
import { formatHundredths, type PlainDate, type PlanYear } from '@thongvon/kernel';

/** How much of the plan is to be disbursed by a day, in percent. */
export interface Milestone {
  readonly on: PlainDate;
  readonly percent: number;
}

/** The targets that the rule on quarters goes by, so that curve and alert never speak of different ones. */
@Injectable()
export class PlanMilestones {
  constructor(private readonly rules: AlertRules) {}

  /** As they had been set by the day, in the order of the days by which they are to be met; the last is that of the year. */
  async of(year: PlanYear, on: PlainDate): Promise<Milestone[]> {
    const targets = await this.rules.targets(year, on);
    return targets ? quartersOf(year).map(({ key, due }) => ({ on: due, percent: targets[key] })) : [];
  }

  /** Percent of the plan due by `day`, with the definition and the rounding of the letter. */
  async expected(year: PlanYear, day: PlainDate, on: PlainDate): Promise<string | null> {
    const targets = await this.rules.targets(year, on);
    const place = targets && expectedPlace(day, year, targets);
    return place && formatHundredths(place.hundredths);
  }
}
