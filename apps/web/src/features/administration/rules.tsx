import { useQuery } from '@tanstack/react-query';
import type { AlertRulesView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { wholeList } from '../../api/long-list';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { Section } from '../../shared';
import { severities, thresholdUnits } from '../../shared/alerts/messages';
import { ListPage } from '../../shared/list/list-page';
import type { SectionProps } from './common';
import { RuleEditor, RULES_KEY } from './rule-editor';

/** What is looked at each week, by which thresholds, on what grounds; and setting them. */
export function Rules({ today }: SectionProps) {
  const t = useText(messages);
  const gravity = useText(severities);
  const units = useText(thresholdUnits);
  const formats = useFormats();
  const say = useSaid();
  const rules = useQuery(getQuery<AlertRulesView>(RULES_KEY, '/api/alert-rules'));
  const { items, missingInputs = [] } = rules.data ?? {};
  return (
    <>
      <ListPage
        list={wholeList(rules, items)}
        title={t.count}
        titles={t}
        cells={{
          rule: {
            render: (rule) => say(rule, 'title'),
            sub: ({ enabled, severity }) => (enabled ? gravity[severity] : t.off),
          },
          thresholds: {
            wide: true,
            render: ({ thresholds }) =>
              thresholds.length > 0 && (
                <ul>
                  {thresholds.map((one) => (
                    <li key={one.key}>
                      {say(one, 'label')}: <span className="n strong">{formats.threshold(one.value)}</span>
                      {`\u00a0${units[one.unit]}`}
                    </li>
                  ))}
                </ul>
              ),
          },
          citation: { wide: true, render: (rule) => <span className="small">{say(rule, 'citation')}</span> },
        }}
        pane={(rule, close) => <RuleEditor row={rule} today={today} onClose={close} />}
      />
      {/* Silence of these rules doesn't mean that all is well. */}
      {missingInputs.length > 0 && (
        <Section title={t.missingHead} className="ad-missing">
          <ul className="ad-history">
            {missingInputs.map((rule) => (
              <li key={rule.id}>
                {say(rule, 'title')}: <span className="muted">{say(rule, 'missing')}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const messages = {
  count: withValues('{} quy tắc', '{} rules'),
  rule: { vi: 'Quy tắc', en: 'Rule' },
  thresholds: { vi: 'Ngưỡng đang dùng', en: 'Thresholds in force' },
  citation: { vi: 'Căn cứ', en: 'Based on' },
  off: { vi: 'đang tắt', en: 'off' },
  missingHead: {
    vi: 'Quy tắc chưa xét được vì chưa có đường đưa số liệu vào',
    en: 'Rules that can’t be looked at, since nothing brings their data in',
  },
} satisfies Messages;
