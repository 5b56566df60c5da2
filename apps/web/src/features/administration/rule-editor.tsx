import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AlertRuleSettingView,
  AlertRuleView,
  AlertSeverity,
  PreviewAlertRuleRequest,
  RuleEffect,
  RulePreviewView,
  SetAlertRuleRequest,
  SummaryView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { officeOptionsQuery, useOfficeNames } from '../../api/offices';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { Refusal } from '../../shared';
import { severities, thresholdUnits } from '../../shared/alerts/messages';
import { DateInput } from '../../shared/form/date-input';
import { Choice, given, type Option, optionsOf, TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { useForm, useTrial } from '../../shared/form/use-form';
import type { PaneProps } from '../../shared/list/list-page';
import { planYearOf } from '../../shared/plan-year';
import { type SectionProps, words } from './common';

export const RULES_KEY = ['alert-rules'] as const;

type RuleEditorProps = PaneProps<AlertRuleView> & SectionProps;

/** Sets what counts of a rule for a scope from a day on, after a look at what it would say. */
export function RuleEditor({ row: rule, today, onClose }: RuleEditorProps) {
  const t = useText(messages);
  const severityNames = useText(severities);
  const units = useText(thresholdUnits);
  const formats = useFormats();
  const say = useSaid();
  const [typed, setTyped] = useState<Typed>({});
  const { data: offices = [] } = useQuery(officeOptionsQuery);
  const { data: sources = [] } = useQuery({ ...sourcesQuery(today), enabled: rule.bySource });
  const path = `/api/alert-rules/${rule.id}`;
  const { values, field, form } = useForm({
    fields: { ...BLANK, effectiveFrom: today },
    labels: { ...t, effectiveFrom: t.from },
    send: ['PATCH', path],
    request: ({ reason, ...setting }): SetAlertRuleRequest | undefined => {
      const request = requestOf(rule, setting, typed);
      return request && { ...request, reason: reason.trim() };
    },
    stale: [RULES_KEY],
    onDone: onClose,
  });
  const request = values.effectiveFrom === '' ? undefined : requestOf(rule, values, typed);
  const trial = useTrial<RulePreviewView>(`${path}/preview`, request);
  const year = planYearOf(today);
  const years = [year - 1, year, year + 1].map((one) => ({ value: `${one}`, name: `${one}` }));
  return (
    <>
      <Form {...form} submit={t.set} actions={trial.button(t.preview)}>
        <div className="form-pair">
          <Choice {...field('organizationId')} none={t.everywhere} options={offices} />
          <Choice {...field('planYear')} none={t.everyYear} options={years} />
        </div>
        {rule.bySource && <Choice {...field('source')} none={t.everySource} options={sources} />}
        {rule.thresholds.length === 0 && <p className="small muted">{t.noThresholds}</p>}
        <div className="form-pair">
          {settable(rule, values).map(({ key, unit, min, max, value, ...threshold }) => (
            <TextField
              key={key}
              label={`${say(threshold, 'label')} (${units[unit]})`}
              hint={t.range(formats.threshold(min), formats.threshold(max), formats.threshold(value))}
              type="number"
              min={min}
              max={max}
              step={unit === 'percent' ? 0.01 : 1}
              placeholder={formats.threshold(value)}
              // Empty in a narrower scope: not said, so that the wider one counts.
              value={typed[key] ?? (isScoped(values) ? '' : String(value))}
              onChange={(text) => setTyped({ ...typed, [key]: text })}
            />
          ))}
        </div>
        <div className="form-pair">
          <Choice {...field('enabled')} none={t.asIs} options={optionsOf({ on: t.yes, off: t.no })} />
          <Choice {...field('severity')} none={t.asIs} options={optionsOf(severityNames)} />
        </div>
        <DateInput {...field('effectiveFrom')} hint={t.frozen} required min={today} />
        <TextField {...field('reason')} required maxLength={1000} />
        <Refusal error={trial.error} />
      </Form>
      {trial.data && <RulePreview preview={trial.data} />}
      {rule.settings.length > 0 && <RuleHistory rule={rule} sources={sources} />}
    </>
  );
}

/** By their keys, as they were typed. */
type Typed = Readonly<Record<string, string>>;

const BLANK = {
  ...{ organizationId: '', planYear: '', source: '', reason: '' },
  enabled: '' as '' | 'on' | 'off',
  severity: '' as '' | AlertSeverity,
};

type Setting = Omit<typeof BLANK, 'reason'> & { readonly effectiveFrom: string };

const isScoped = ({ organizationId, planYear, source }: Setting) =>
  organizationId !== '' || planYear !== '' || source !== '';

/** Of one source only what is asked for each source can be set. */
const settable = ({ thresholds }: AlertRuleView, { source }: Setting) =>
  thresholds.filter(({ bySource }) => source === '' || bySource);

/** What is set, in which scope; undefined where all stays as it is. */
function requestOf(rule: AlertRuleView, setting: Setting, typed: Typed): PreviewAlertRuleRequest | undefined {
  const { enabled, severity, planYear, organizationId, source, effectiveFrom } = setting;
  const thresholds = settable(rule, setting).flatMap(({ key, value }) => {
    const text = typed[key] ?? '';
    // For a narrower scope what is filled in counts, everywhere what differs from what is in force.
    return text === '' || (!isScoped(setting) && Number(text) === value)
      ? []
      : [[key, Number(text)] as const];
  });
  const change = {
    ...(thresholds.length === 0 ? {} : { thresholds: Object.fromEntries(thresholds) }),
    ...(enabled === '' ? {} : { enabled: enabled === 'on' }),
    ...(severity === '' ? {} : { severity }),
  };
  if (Object.keys(change).length === 0) return undefined;
  return {
    ...change,
    ...given('organizationId', organizationId),
    ...(planYear === '' ? {} : { planYear: Number(planYear) }),
    ...given('source', source),
    effectiveFrom,
  };
}

/** The sources of the plan year that is being paid, as its plan and returns name them. */
function sourcesQuery(asOf: string) {
  const request = { planYear: planYearOf(asOf), asOf, groupBy: 'source' };
  return queryOptions({
    ...getQuery<SummaryView>(['disbursements', 'summary', request], '/api/disbursements/summary', request),
    select: ({ groups }): readonly Option[] =>
      groups.flatMap(({ key, label }) =>
        key === null || key === 'unspecified' ? [] : [{ value: key, name: label ?? key }],
      ),
  });
}

/** What a change would say of the latest frozen week. */
function RulePreview({ preview }: { readonly preview: RulePreviewView }) {
  const t = useText(messages);
  const names = useText(effects);
  const formats = useFormats();
  const say = useSaid();
  const { week, appears, goes, stays, items } = preview;
  if (week === null) return <p role="status">{t.noWeek}</p>;
  return (
    <div className="form-part ad-part" role="status">
      <h3>{t.sum(formats.date(week), appears, goes, stays)}</h3>
      <ul className="ad-history">
        {items.map((item) => (
          <li key={`${item.effect} ${item.textEn}`} className={item.effect === 'stays' ? 'muted' : undefined}>
            <span className="strong">{names[item.effect]}</span>{' '}
            {item.effect === 'goes' ? <s>{say(item, 'text')}</s> : say(item, 'text')}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was ever set on a rule, latest first: what it says, of which scope, and why. */
function RuleHistory({ rule, sources }: { rule: AlertRuleView; sources: readonly Option[] }) {
  const t = useText(messages);
  const names = useText(severities);
  const formats = useFormats();
  const say = useSaid();
  const nameOf = useOfficeNames();
  const inWords = ({
    thresholds,
    enabled,
    severity,
    organizationId,
    planYear,
    source,
  }: AlertRuleSettingView) => [
    ...Object.entries(thresholds).map(([key, value]) => {
      const known = rule.thresholds.find((threshold) => threshold.key === key);
      return `${known ? say(known, 'label') : key}: ${formats.threshold(value)}`;
    }),
    ...(enabled === null ? [] : [`${t.enabled}: ${enabled ? t.yes : t.no}`]),
    ...(severity === null ? [] : [names[severity]]),
    ...(organizationId === null ? [] : [nameOf(organizationId)]),
    ...(planYear === null ? [] : [t.ofYear(planYear)]),
    ...(source === null ? [] : [sources.find(({ value }) => value === source)?.name ?? source]),
  ];
  return (
    <div className="form-part ad-part">
      <h3>{t.history}</h3>
      <ul className="ad-history">
        {rule.settings.toReversed().map((setting) => (
          <li key={setting.at}>
            <span className="n">{formats.date(setting.effectiveFrom)}</span> {inWords(setting).join(' · ')}
            <span className="small muted"> – {setting.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a change does to a sentence. */
const effects = {
  appears: { vi: 'thêm', en: 'new' },
  goes: { vi: 'bớt', en: 'gone' },
  stays: { vi: 'giữ', en: 'stays' },
} satisfies Record<RuleEffect, Messages[string]>;

const messages = {
  ...words,
  organizationId: { vi: 'Áp dụng cho', en: 'For' },
  everywhere: { vi: '(mọi đơn vị)', en: '(every organisation)' },
  planYear: { vi: 'Năm kế hoạch', en: 'Plan year' },
  everyYear: { vi: '(mọi năm)', en: '(every year)' },
  source: { vi: 'Nguồn vốn', en: 'Source' },
  everySource: { vi: '(mọi nguồn)', en: '(every source)' },
  range: withValues(
    'từ {min} đến {max}; đang dùng chung {now}',
    'from {min} to {max}; in force everywhere {now}',
  ),
  noThresholds: { vi: 'Quy tắc này không có ngưỡng.', en: 'This rule has no thresholds.' },
  enabled: { vi: 'Có xét quy tắc này', en: 'Looked at' },
  severity: { vi: 'Mức độ', en: 'Gravity' },
  asIs: { vi: '(giữ nguyên)', en: '(as it is)' },
  frozen: {
    vi: 'Tính từ lần chốt sau ngày này; cảnh báo của các tuần đã chốt giữ nguyên.',
    en: 'Counts from the first freezing after it; what frozen weeks have said stays.',
  },
  reason: { vi: 'Lý do, theo văn bản nào', en: 'Why, and by which document' },
  set: { vi: 'Đặt ngưỡng', en: 'Set' },
  preview: { vi: 'Xem thử', en: 'Try' },
  noWeek: { vi: 'Chưa có tuần nào được chốt để xem thử.', en: 'No week is frozen yet to try it on.' },
  sum: withValues(
    'Nếu áp dụng cho tuần chốt {week}: thêm {appears}, bớt {goes}, giữ {stays} cảnh báo',
    'On the week of {week}: {appears} new, {goes} gone, {stays} stay',
  ),
  history: { vi: 'Đã đặt', en: 'What was set' },
  ofYear: withValues('năm {}', '{}'),
} satisfies Messages;
