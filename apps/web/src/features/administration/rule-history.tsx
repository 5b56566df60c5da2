import { useQuery } from '@tanstack/react-query';
import type { AlertRuleSettingView, AlertRuleView } from '@thongvon/api-contract';
import { officesQuery } from '../../api/offices';
import { useToday } from '../../api/session';
import { useFormats, usePreferences, useText } from '../../language';
import { planYearOf } from '../../shared/plan-year';
import { sourcesQuery } from './queries';
import { ruleMessages, severities } from './rule-messages';

/** What was ever set on a rule, latest first, with its scope and reason. */
export function RuleHistory({ rule }: { readonly rule: AlertRuleView }) {
  const t = useText(ruleMessages);
  const formats = useFormats();
  const say = useSetting(rule);
  if (rule.settings.length === 0) return null;
  return (
    <div className="ad-part">
      <h3>{t.history}</h3>
      <ul className="ad-history">
        {rule.settings.toReversed().map((setting) => (
          <li key={setting.at}>
            <span className="n">{formats.date(setting.effectiveFrom)}</span> {say(setting).join(' · ')}
            <span className="small muted"> – {setting.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Tells a setting in words: what it says, of which scope. */
function useSetting({ thresholds, bySource }: AlertRuleView): (setting: AlertRuleSettingView) => string[] {
  const t = useText(ruleMessages);
  const gravity = useText(severities);
  const formats = useFormats();
  const { language } = usePreferences();
  const offices = useQuery(officesQuery);
  const today = useToday() ?? '';
  const sources = useQuery({ ...sourcesQuery(planYearOf(today), today), enabled: bySource && today !== '' });
  return ({ thresholds: values, enabled, severity, organizationId, planYear, source }) => [
    ...Object.entries(values).map(([key, value]) => {
      const known = thresholds.find((threshold) => threshold.key === key);
      const name = (language === 'vi' ? known?.label : known?.labelEn) ?? key;
      return `${name}: ${formats.rate(value, Number.isInteger(value) ? 0 : 2)}`;
    }),
    ...(enabled === null ? [] : [`${t.look}: ${enabled ? t.on : t.offNow}`]),
    ...(severity === null ? [] : [gravity[severity]]),
    ...(organizationId === null
      ? []
      : [offices.data?.items.find(({ id }) => id === organizationId)?.name ?? '…']),
    ...(planYear === null ? [] : [t.ofYear(planYear)]),
    ...(source === null ? [] : [sources.data?.find(({ value }) => value === source)?.name ?? source]),
  ];
}
