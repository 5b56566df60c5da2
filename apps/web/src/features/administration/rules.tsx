import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlertRuleView, MissingInputView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, usePreferences, useText } from '../../language';
import { QueryStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { messages } from './messages';
import { rulesQuery } from './queries';
import { RuleEditor } from './rule-editor';
import { ruleMessages, severities, thresholdUnits } from './rule-messages';

/** What is looked at each week, by which thresholds, on what grounds; and setting them. */
export function Rules() {
  const t = useText({ ...messages, ...ruleMessages });
  const gravity = useText(severities);
  const units = useText(thresholdUnits);
  const formats = useFormats();
  const { language } = usePreferences();
  const rules = useQuery(rulesQuery);
  const today = useToday();
  const [edited, setEdited] = useState<AlertRuleView>();
  const vi = language === 'vi';
  const columns: readonly Column<AlertRuleView>[] = [
    {
      key: 'rule',
      title: t.rule,
      name: t.rule,
      render: (rule) => (
        <>
          <button type="button" className="link" onClick={() => setEdited(rule)}>
            {vi ? rule.title : rule.titleEn}
          </button>
          <span className="sub">{rule.enabled ? gravity[rule.severity] : t.off}</span>
        </>
      ),
    },
    {
      key: 'thresholds',
      className: 'dt-wide',
      title: t.thresholds,
      name: t.thresholds,
      render: ({ thresholds }) =>
        thresholds.length > 0 && (
          <ul>
            {thresholds.map(({ key, label, labelEn, value, unit }) => (
              <li key={key}>
                {vi ? label : labelEn}:{' '}
                <span className="n strong">{formats.rate(value, Number.isInteger(value) ? 0 : 2)}</span>
                {`\u00a0${units[unit]}`}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'citation',
      className: 'dt-wide',
      title: t.citation,
      name: t.citation,
      render: ({ citation, citationEn }) => <span className="small">{vi ? citation : citationEn}</span>,
    },
  ];
  return (
    <QueryStates query={rules}>
      {({ items, missingInputs }) => {
        const count = t.ruleCount(formats.count(items.length));
        return (
          <>
            <Section title={count}>
              <DataTable stacked caption={count} columns={columns} rows={items} keyOf={({ id }) => id} />
              {edited && today !== undefined && (
                <RuleEditor rule={edited} today={today} onClose={() => setEdited(undefined)} />
              )}
            </Section>
            {missingInputs.length > 0 && <MissingInputs items={missingInputs} />}
          </>
        );
      }}
    </QueryStates>
  );
}

/** Silence of these rules doesn't mean that all is well. */
function MissingInputs({ items }: { readonly items: readonly MissingInputView[] }) {
  const t = useText(ruleMessages);
  const { language } = usePreferences();
  const vi = language === 'vi';
  return (
    <Section title={t.missingHead} className="ad-missing">
      <ul className="ad-history">
        {items.map(({ id, title, titleEn, missing, missingEn }) => (
          <li key={id}>
            {vi ? title : titleEn}: <span className="muted">{vi ? missing : missingEn}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
