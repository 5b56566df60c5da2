import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  AlertRuleView,
  AlertSeverity,
  PreviewAlertRuleRequest,
  RulePreviewView,
  SetAlertRuleRequest,
  ThresholdView,
} from '@thongvon/api-contract';
import { officesQuery } from '../../api/offices';
import { useFormats, usePreferences, useText } from '../../language';
import { Refusal } from '../../shared';
import { DateInput } from '../../shared/date-input/date-input';
import { Drawer } from '../../shared/drawer';
import { planYearOf } from '../../shared/plan-year';
import { Choice, EditForm, Field, useChange } from './fields';
import { RULES_KEY, sourcesQuery } from './queries';
import { RuleHistory } from './rule-history';
import { effects, ruleMessages, severities, thresholdUnits } from './rule-messages';

interface RuleEditorProps {
  readonly rule: AlertRuleView;
  readonly today: string;
  readonly onClose: () => void;
}

const BLANK = { organizationId: '', planYear: '', source: '', enabled: '', severity: '' };

/** Sets what counts of a rule for a scope from a day on, after a look at what it would say. */
export function RuleEditor({ rule, today, onClose }: RuleEditorProps) {
  const t = useText(ruleMessages);
  const gravity = useText(severities);
  const { language } = usePreferences();
  const offices = useQuery(officesQuery);
  const [draft, setDraft] = useState({ ...BLANK, effectiveFrom: today });
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const path = `/api/alert-rules/${rule.id}`;
  const save = useChange<SetAlertRuleRequest, AlertRuleView>('PATCH', path, {
    stale: [RULES_KEY],
    onDone: onClose,
  });
  const preview = useChange<PreviewAlertRuleRequest, RulePreviewView>('POST', `${path}/preview`, {
    stale: [],
  });
  /** What was tried is no longer what the form says. */
  const set = (changed: Partial<typeof draft>) => {
    preview.reset();
    setDraft({ ...draft, ...changed });
  };
  const scoped = draft.organizationId !== '' || draft.planYear !== '' || draft.source !== '';
  // Of one source only what is asked for each source can be set.
  const settable = rule.thresholds.filter(({ bySource }) => draft.source === '' || bySource);
  const thresholds = chosen(settable, values, scoped);
  const change = {
    ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
    ...(draft.enabled === '' ? {} : { enabled: draft.enabled === 'on' }),
    ...(draft.severity === '' ? {} : { severity: draft.severity as AlertSeverity }),
  };
  const says = Object.keys(change).length > 0;
  const request: PreviewAlertRuleRequest = {
    ...change,
    ...(draft.organizationId === '' ? {} : { organizationId: draft.organizationId }),
    ...(draft.planYear === '' ? {} : { planYear: Number(draft.planYear) }),
    ...(draft.source === '' ? {} : { source: draft.source }),
    effectiveFrom: draft.effectiveFrom,
  };
  const year = planYearOf(today);
  return (
    <Drawer title={language === 'vi' ? rule.title : rule.titleEn} onClose={onClose}>
      <EditForm
        submit={t.save}
        change={save}
        ready={says}
        onSubmit={() => save.mutate({ ...request, reason: reason.trim() })}
        actions={
          <button
            type="button"
            className="btn"
            disabled={!says || draft.effectiveFrom === '' || preview.isPending}
            onClick={() => preview.mutate(request)}
          >
            {t.preview}
          </button>
        }
      >
        <div className="ad-pair">
          <Choice
            label={t.scope}
            none={t.everywhere}
            options={(offices.data?.items ?? []).map(({ id, name }) => ({ value: id, name }))}
            value={draft.organizationId}
            onChange={(organizationId) => set({ organizationId })}
          />
          <Choice
            label={t.planYear}
            none={t.everyYear}
            options={[year - 1, year, year + 1].map((one) => ({ value: `${one}`, name: `${one}` }))}
            value={draft.planYear}
            onChange={(planYear) => set({ planYear })}
          />
        </div>
        {rule.bySource && (
          <SourceChoice today={today} value={draft.source} onChange={(source) => set({ source })} />
        )}
        {rule.thresholds.length === 0 && <p className="small muted">{t.noThresholds}</p>}
        <div className="ad-pair">
          {settable.map((threshold) => (
            <ThresholdField
              key={threshold.key}
              threshold={threshold}
              value={values[threshold.key] ?? (scoped ? '' : String(threshold.value))}
              onChange={(value) => {
                preview.reset();
                setValues({ ...values, [threshold.key]: value });
              }}
            />
          ))}
        </div>
        <div className="ad-pair">
          <Choice
            label={t.look}
            none={t.asIs}
            options={[
              { value: 'on', name: t.on },
              { value: 'off', name: t.offNow },
            ]}
            value={draft.enabled}
            onChange={(enabled) => set({ enabled })}
          />
          <Choice
            label={t.severity}
            none={t.asIs}
            options={Object.entries(gravity).map(([value, name]) => ({ value, name }))}
            value={draft.severity}
            onChange={(severity) => set({ severity })}
          />
        </div>
        <DateInput
          label={t.from}
          hint={t.frozen}
          required
          min={today}
          value={draft.effectiveFrom}
          onChange={(effectiveFrom = '') => set({ effectiveFrom })}
        />
        <Field label={t.reason} required maxLength={1000} value={reason} onChange={setReason} />
        <Refusal error={preview.error} />
      </EditForm>
      {preview.data && <RulePreview preview={preview.data} />}
      <RuleHistory rule={rule} />
    </Drawer>
  );
}

interface SourceChoiceProps {
  readonly today: string;
  readonly value: string;
  readonly onChange: (source: string) => void;
}

/** One of the sources of the plan year that is being paid. */
function SourceChoice({ today, value, onChange }: SourceChoiceProps) {
  const t = useText(ruleMessages);
  const sources = useQuery(sourcesQuery(planYearOf(today), today));
  return (
    <Choice
      label={t.source}
      none={t.everySource}
      options={sources.data ?? []}
      value={value}
      onChange={onChange}
    />
  );
}

/** The thresholds to send: what is filled in for a narrower scope; everywhere, what differs from what is in force. */
function chosen(
  thresholds: readonly ThresholdView[],
  values: Readonly<Record<string, string>>,
  scoped: boolean,
): Record<string, number> {
  return Object.fromEntries(
    thresholds.flatMap(({ key, value }) => {
      const text = values[key] ?? '';
      const wanted = Number(text);
      return text === '' || (!scoped && wanted === value) ? [] : [[key, wanted]];
    }),
  );
}

/** What a change would say of the latest frozen week. */
function RulePreview({ preview }: { readonly preview: RulePreviewView }) {
  const t = useText(ruleMessages);
  const names = useText(effects);
  const formats = useFormats();
  const { language } = usePreferences();
  const { week, appears, goes, stays, items } = preview;
  if (week === null) return <p role="status">{t.noWeek}</p>;
  return (
    <div className="ad-part" role="status">
      <h3>{t.sum(formats.date(week), appears, goes, stays)}</h3>
      <ul className="ad-history">
        {items.map(({ effect, text, textEn }) => (
          <li key={`${effect} ${textEn}`} className={effect === 'stays' ? 'muted' : undefined}>
            <span className="strong">{names[effect]}</span>{' '}
            {effect === 'goes' ? (
              <s>{language === 'vi' ? text : textEn}</s>
            ) : language === 'vi' ? (
              text
            ) : (
              textEn
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ThresholdFieldProps {
  readonly threshold: ThresholdView;
  /** Empty: not said, so that the wider scope counts. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One threshold with its unit, its limits and what is in force everywhere. */
function ThresholdField({ threshold, value, onChange }: ThresholdFieldProps) {
  const t = useText(ruleMessages);
  const units = useText(thresholdUnits);
  const formats = useFormats();
  const { language } = usePreferences();
  const { label, labelEn, unit, min, max } = threshold;
  const said = (number: number) => formats.rate(number, Number.isInteger(number) ? 0 : 2);
  return (
    <Field
      label={`${language === 'vi' ? label : labelEn} (${units[unit]})`}
      hint={t.range(said(min), said(max), said(threshold.value))}
      type="number"
      min={min}
      max={max}
      step={unit === 'percent' ? 0.01 : 1}
      placeholder={said(threshold.value)}
      value={value}
      onChange={onChange}
    />
  );
}
