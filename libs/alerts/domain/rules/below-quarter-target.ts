import type { AlertRule, Firing, Situation, ThresholdValues } from '../alert-rule';
import { practice, since } from '../citations';
import { isBelow } from '../fraction';
import { belowQuarterTarget as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { totalsByOrganization } from '../organization-totals';
import { lastQuarter, QUARTER_TARGETS, type Quarter } from '../quarter-targets';
import { sourceLabel, totalOf, type Total } from '../week-facts';

/** Offices and projects below the target of the last quarter that has ended. */
export const belowQuarterTarget: AlertRule = {
  id: 'below-quarter-target',
  title: ['Dưới mục tiêu quý', "Below the quarter's target"],
  severity: 'warning',
  basis: 'managerial',
  citations: [
    ...practice(
      'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, huyện giao hằng năm',
      'Quarterly targets set each year by the Prime Minister, province or district',
    ),
    since(
      '226/NQ-CP',
      'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, xã giao hằng năm (Nghị quyết 226/NQ-CP: mục tiêu cho từng chủ đầu tư)',
      'Quarterly targets set each year by the Prime Minister, province or commune (resolution 226/NQ-CP: a target for each owner)',
    ),
    since(
      '159/CĐ-TTg',
      'Mục tiêu giải ngân theo quý do Thủ tướng, tỉnh, xã giao hằng năm (Công điện 159/CĐ-TTg; Nghị quyết 226/NQ-CP: mục tiêu cho từng chủ đầu tư)',
      'Quarterly targets set each year by the Prime Minister, province or commune (dispatch 159/CĐ-TTg; resolution 226/NQ-CP: a target for each owner)',
    ),
  ],
  subjects: ['organization', 'project'],
  ofPace: true,
  bySource: true,
  yearly: true,
  thresholds: QUARTER_TARGETS,
  weeksBack: () => 0,
  evaluate: (situation) => {
    const quarter = lastQuarter(situation.now.week, situation.now.planYear);
    return quarter ? [...offices(situation, quarter), ...projects(situation, quarter)] : [];
  },
};

/** With all their sources, and by source where a source has targets of its own. */
function offices({ now, thresholds, ownSources }: Situation, quarter: Quarter): Firing[] {
  return [undefined, ...ownSources].flatMap((source) => {
    const totals = totalsByOrganization(now, (line) => source === undefined || line.source === source);
    return [...totals].flatMap(([organizationId, total]) => {
      const name = now.organizations.get(organizationId)?.name ?? '';
      const values = thresholds({ organizationId, ...(source === undefined ? {} : { source }) });
      const subject = {
        kind: 'organization' as const,
        id: source === undefined ? organizationId : `${organizationId}/${source}`,
        name: source === undefined ? name : `${name} (${sourceLabel(now, source) ?? source})`,
      };
      const fired = firing(subject, total, values, quarter);
      const whole = { organizationId, projectId: null, severity: 'critical' as const };
      return fired ? [{ ...fired, ...whole, ...(source === undefined ? {} : { source }) }] : [];
    });
  });
}

function projects({ now, thresholds }: Situation, quarter: Quarter): Firing[] {
  return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
    const subject = { kind: 'project' as const, id, name };
    const fired = firing(subject, totalOf(lines, 'current-year'), thresholds({ organizationId }), quarter);
    return fired ? [{ ...fired, organizationId, projectId: id }] : [];
  });
}

/** What isn't reported is not below anything: that it is missing is said elsewhere. */
function firing(
  subject: Firing['subject'],
  { planned, disbursed }: Total,
  values: ThresholdValues | undefined,
  { key, due }: Quarter,
): Pick<Firing, 'subject' | 'amount' | 'numbers' | 'texts'> | undefined {
  const wanted = values?.[key];
  if (wanted === undefined || planned === null || disbursed === null) return undefined;
  if (!isBelow(disbursed, planned, wanted)) return undefined;
  return {
    subject,
    amount: planned - disbursed,
    numbers: {
      planned: planned.toString(),
      disbursed: disbursed.toString(),
      target: wanted,
      due,
    } satisfies NumbersOf<'below-quarter-target'>,
    texts: texts(subject.name, { planned, disbursed }, wanted, due),
  };
}
