import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RuleEffect, RulePreviewView } from '@thongvon/api-contract';
import { addDays, businessDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Snapshots } from '@thongvon/snapshots';
import { evaluateRules } from '../domain/evaluate-rules';
import { effectsOf, settingsAsOf } from '../domain/rule-effects';
import { settingRows } from '../persistence/rule-setting-rows';
import { LoadFacts } from './load-facts';
import { RuleChanges, type RuleChange } from './rule-changes';

const SHOWN = 100;

/** Shows what a change of a rule would say before it is made. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: RuleChanges,
    private readonly snapshots: Snapshots,
    private readonly facts: LoadFacts,
    private readonly clock: SystemClock,
  ) {}

  /**
   * The rule in the latest frozen week with the change and without it, of what the actor may see. Writes nothing.
   * Throws what `RuleChanges.check` does.
   */
  async run(actor: Actor, id: string, change: RuleChange): Promise<RulePreviewView> {
    const { rule, setting } = await this.changes.check(actor, id, change);
    const { manager } = this.dataSource;
    const ref = await this.snapshots.latestBefore(addDays(businessDate(this.clock.now()), 1), manager);
    if (!ref) return { week: null, appears: 0, goes: 0, stays: 0, items: [] };
    const written = await settingRows(manager, rule.id);
    const now = settingsAsOf(written, setting.effectiveFrom, ref.week);
    const then = settingsAsOf([...written, setting], setting.effectiveFrom, ref.week);
    // Both at once: a change may look further back than what is in force.
    const years = await this.facts.of(manager, ref, [...now, ...then]);
    const visible = new Set(actor.scope);
    const found = (settings: typeof then) =>
      evaluateRules([rule], years, settings).filter(({ organizationId }) => visible.has(organizationId));
    const affected = effectsOf(found(now), found(then));
    const count = (wanted: RuleEffect) => affected.filter(({ effect }) => effect === wanted).length;
    return {
      week: ref.week,
      appears: count('appears'),
      goes: count('goes'),
      stays: count('stays'),
      items: affected.slice(0, SHOWN).map(({ effect, found: { severity, texts } }) => ({
        effect,
        severity,
        text: texts[0],
        textEn: texts[1],
      })),
    };
  }
}
