import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlertRules, EvaluateWeek, ListAlerts } from '@thongvon/alerts';
import type { AlertView } from '@thongvon/contracts';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Snapshots, type FrozenWeek, type FrozenWeekRef } from '@thongvon/snapshots';
import type { QuarterTargets } from '../domain/expected-place';
import type { RaisedAlert } from '../domain/raised-alert';
import type { WeekMaterial } from '../domain/within-scope';
import { everyOrganization } from '../infrastructure/every-organization';

/** Frozen weeks in the chart besides the letter's own. */
const WEEKS_BACK = 4;
const PAGE = 500;

/** A frozen week with all that its letters are made of, of the whole installation. */
export interface GatheredWeek {
  readonly material: WeekMaterial;
  readonly targets: QuarterTargets | null;
}

/** Puts together what the letters of a week are made of, once for all its recipients. */
@Injectable()
export class GatherWeek {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly evaluating: EvaluateWeek,
    private readonly alerts: ListAlerts,
    private readonly rules: AlertRules,
  ) {}

  /** Has the rules look at the week first, if nobody has. */
  async gather(ref: FrozenWeekRef): Promise<GatheredWeek> {
    await this.evaluating.run(ref.id);
    const now = await this.snapshots.load(ref);
    const material = { now, before: await this.weeksBefore(ref), alerts: await this.raised(ref) };
    return { material, targets: await this.targets() };
  }

  /** The week that changes count from first, then earlier ones in their latest revision. */
  private async weeksBefore({ previousId, week }: FrozenWeekRef): Promise<FrozenWeek[]> {
    const weeks: FrozenWeek[] = [];
    let ref =
      previousId === null ? await this.snapshots.latestBefore(week) : await this.snapshots.byId(previousId);
    while (ref && weeks.length < WEEKS_BACK) {
      weeks.push(await this.snapshots.load(ref));
      ref = await this.snapshots.latestBefore(ref.week);
    }
    return weeks;
  }

  private async raised({ week }: FrozenWeekRef): Promise<RaisedAlert[]> {
    const actor = await this.everybody();
    const raised: RaisedAlert[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.alerts.list(actor, {
        asOf: week,
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      raised.push(...page.items.filter(({ state }) => state !== 'snoozed').map(toRaised));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return raised;
  }

  /** Someone who sees everything: what belongs to whom is parted afterwards. */
  private async everybody(): Promise<Actor> {
    const scope = await everyOrganization(this.dataSource.manager);
    return { userId: '', role: 'leader', organizationId: '', scope };
  }

  /** The targets of quarters as they are set everywhere; null when the rule about them is switched off. */
  private async targets(): Promise<QuarterTargets | null> {
    const { items } = await this.rules.list();
    const rule = items.find(({ id }) => id === 'below-quarter-target');
    const value = (wanted: string): number => rule?.thresholds.find(({ key }) => key === wanted)?.value ?? 0;
    return rule?.enabled ? { q1: value('q1'), q2: value('q2'), q3: value('q3'), year: value('year') } : null;
  }
}

function toRaised(alert: Pick<AlertView, keyof AlertView>): RaisedAlert {
  const { rule, title, planYear, organization, project, subject, amount, openedOn, text } = alert;
  return {
    rule,
    title,
    planYear,
    text,
    organizationId: organization.id,
    organization: organization.name,
    projectId: project?.id ?? null,
    blockerId: subject.kind === 'blocker' ? subject.id : null,
    amount: amount === null ? null : BigInt(amount),
    openedOn: plainDate(openedOn),
  };
}
