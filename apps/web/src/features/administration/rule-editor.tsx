import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AlertRuleSettingView,
  AlertRuleView,
  AlertSeverity,
  PreviewAlertRuleRequest,
  RulePreviewView,
  SetAlertRuleRequest,
  SummaryView,
  ThresholdView,
} from '@thongvon/api-contract';
import { get } from '../../api/client';
import { officeOptionsQuery } from '../../api/offices';
import { useFormats, useSaid, useText } from '../../language';
import { Refusal } from '../../shared';
import { severities, thresholdUnits } from '../../shared/alerts/messages';
import { Drawer } from '../../shared/drawer';
import { DateInput } from '../../shared/form/date-input';
import { Choice, given, type Option, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useFields } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
import { planYearOf } from '../../shared/plan-year';
import { RULES_KEY } from './queries';
import { effects, messages } from './rule-messages';

interface RuleProps {
  readonly rule: AlertRuleView;
  readonly today: string;
}

/** Sets what counts of a rule for a scope from a day on, after a look at what it would say. */
export function RuleEditor({ rule, today, onClose }: RuleProps & { readonly onClose: () => void }) {
  const t = useText(messages);
  const say = useSaid();
  const [thresholds, setThresholds] = useState<Readonly<Record<string, string>>>({});
  const path = `/api/alert-rules/${rule.id}`;
  const preview = useChange<PreviewAlertRuleRequest, RulePreviewView>('POST', `${path}/preview`, {
    isQuiet: true,
  });
  // What was tried is no longer what the form says.
  const { values, field } = useFields({ ...BLANK, effectiveFrom: today }, preview.reset);
  const why = useFields({ reason: '' });
  const save = useChange<SetAlertRuleRequest, AlertRuleView>('PATCH', path, {
    stale: [RULES_KEY],
    onDone: onClose,
  });
  const { data: offices = [] } = useQuery(officeOptionsQuery);
  const { data: sources = [] } = useQuery({ ...sourcesQuery(today), enabled: rule.bySource });
  const severityNames = useText(severities);
  const isScoped = values.organizationId !== '' || values.planYear !== '' || values.source !== '';
  // Of one source only what is asked for each source can be set.
  const settable = rule.thresholds.filter(({ bySource }) => values.source === '' || bySource);
  const change = changeOf(values, chosen(settable, thresholds, isScoped));
  const says = Object.keys(change).length > 0;
  const request: PreviewAlertRuleRequest = {
    ...change,
    ...given('organizationId', values.organizationId),
    ...(values.planYear === '' ? {} : { planYear: Number(values.planYear) }),
    ...given('source', values.source),
    effectiveFrom: values.effectiveFrom,
  };
  const year = planYearOf(today);
  const years = [year - 1, year, year + 1].map((one) => ({ value: `${one}`, name: `${one}` }));
  return (
    <Drawer title={say(rule, 'title')} onClose={onClose}>
      <Form
        submit={t.save}
        change={save}
        ready={says}
        onSubmit={() => save.mutate({ ...request, reason: why.values.reason.trim() })}
        actions={
          <button
            type="button"
            className="btn"
            disabled={!says || values.effectiveFrom === '' || preview.isPending}
            onClick={() => preview.mutate(request)}
          >
            {t.preview}
          </button>
        }
      >
        <div className="form-pair">
          <Choice {...field('organizationId')} label={t.scope} none={t.everywhere} options={offices} />
          <Choice {...field('planYear')} label={t.planYear} none={t.everyYear} options={years} />
        </div>
        {rule.bySource && (
          <Choice {...field('source')} label={t.source} none={t.everySource} options={sources} />
        )}
        {rule.thresholds.length === 0 && <p className="small muted">{t.noThresholds}</p>}
        <div className="form-pair">
          {settable.map((threshold) => (
            <ThresholdField
              key={threshold.key}
              threshold={threshold}
              value={thresholds[threshold.key] ?? (isScoped ? '' : String(threshold.value))}
              onChange={(value) => {
                preview.reset();
                setThresholds({ ...thresholds, [threshold.key]: value });
              }}
            />
          ))}
        </div>
        <div className="form-pair">
          <Choice
            {...field('enabled')}
            label={t.look}
            none={t.asIs}
            options={optionsOf({ on: t.on, off: t.offNow })}
          />
          <Choice
            {...field('severity')}
            label={t.severity}
            none={t.asIs}
            options={optionsOf(severityNames)}
          />
        </div>
        <DateInput {...field('effectiveFrom')} label={t.from} hint={t.frozen} required min={today} />
        <TextField {...why.field('reason')} label={t.reason} required maxLength={1000} />
        <Refusal error={preview.error} />
      </Form>
      {preview.data && <RulePreview preview={preview.data} />}
      {rule.settings.length > 0 && <RuleHistory rule={rule} today={today} />}
    </Drawer>
  );
}

const BLANK = {
  ...{ organizationId: '', planYear: '', source: '' },
  enabled: '' as '' | 'on' | 'off',
  severity: '' as '' | AlertSeverity,
};

/** What is set, without its scope; nothing where all stays as it is. */
function changeOf(
  { enabled, severity }: Pick<typeof BLANK, 'enabled' | 'severity'>,
  thresholds: Readonly<Record<string, number>>,
): Pick<PreviewAlertRuleRequest, 'thresholds' | 'enabled' | 'severity'> {
  return {
    ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
    ...(enabled === '' ? {} : { enabled: enabled === 'on' }),
    ...(severity === '' ? {} : { severity }),
  };
}

/** The thresholds to send: what is filled in for a narrower scope; everywhere, what differs from what is in force. */
function chosen(
  thresholds: readonly ThresholdView[],
  values: Readonly<Record<string, string>>,
  isScoped: boolean,
): Record<string, number> {
  return Object.fromEntries(
    thresholds.flatMap(({ key, value }) => {
      const text = values[key] ?? '';
      const wanted = Number(text);
      return text === '' || (!isScoped && wanted === value) ? [] : [[key, wanted]];
    }),
  );
}

/** The sources of the plan year that is being paid, as its plan and returns name them. */
function sourcesQuery(asOf: string) {
  const request = { planYear: planYearOf(asOf), asOf, groupBy: 'source' };
  return queryOptions({
    queryKey: ['disbursements', 'summary', request],
    queryFn: ({ signal }) => get<SummaryView>('/api/disbursements/summary', request, signal),
    select: ({ groups }): readonly Option[] =>
      groups.flatMap(({ key, label }) =>
        key === null || key === 'unspecified' ? [] : [{ value: key, name: label ?? key }],
      ),
  });
}

interface ThresholdFieldProps {
  readonly threshold: ThresholdView;
  /** Empty: not said, so that the wider scope counts. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One threshold with its unit, its limits and what is in force everywhere. */
function ThresholdField({ threshold, ...field }: ThresholdFieldProps) {
  const t = useText(messages);
  const units = useText(thresholdUnits);
  const formats = useFormats();
  const say = useSaid();
  const { unit, min, max, value } = threshold;
  return (
    <TextField
      {...field}
      label={`${say(threshold, 'label')} (${units[unit]})`}
      hint={t.range(formats.threshold(min), formats.threshold(max), formats.threshold(value))}
      type="number"
      min={min}
      max={max}
      step={unit === 'percent' ? 0.01 : 1}
      placeholder={formats.threshold(value)}
    />
  );
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
    <div className="ad-part" role="status">
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

/** What was ever set on a rule, latest first, with its scope and reason. */
function RuleHistory({ rule, today }: RuleProps) {
  const t = useText(messages);
  const formats = useFormats();
  const inWords = useSettingInWords(rule, today);
  return (
    <div className="ad-part">
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

/** Tells a setting in words: what it says, of which scope. */
function useSettingInWords(
  { thresholds, bySource }: AlertRuleView,
  today: string,
): (setting: AlertRuleSettingView) => string[] {
  const t = useText(messages);
  const names = useText(severities);
  const formats = useFormats();
  const say = useSaid();
  const offices = useQuery(officeOptionsQuery);
  const sources = useQuery({ ...sourcesQuery(today), enabled: bySource });
  const nameIn = (options: readonly Option[] | undefined, key: string) =>
    options?.find(({ value }) => value === key)?.name;
  return ({ thresholds: values, enabled, severity, organizationId, planYear, source }) => [
    ...Object.entries(values).map(([key, value]) => {
      const known = thresholds.find((threshold) => threshold.key === key);
      return `${known ? say(known, 'label') : key}: ${formats.threshold(value)}`;
    }),
    ...(enabled === null ? [] : [`${t.look}: ${enabled ? t.on : t.offNow}`]),
    ...(severity === null ? [] : [names[severity]]),
    ...(organizationId === null ? [] : [nameIn(offices.data, organizationId) ?? '…']),
    ...(planYear === null ? [] : [t.ofYear(planYear)]),
    ...(source === null ? [] : [nameIn(sources.data, source) ?? source]),
  ];
}
