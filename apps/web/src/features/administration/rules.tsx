import { useQuery } from '@tanstack/react-query';
import type { AlertRuleView } from '@thongvon/contracts';
import { useFormats, usePreferences, useText } from '../../language';
import { QueryStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { messages } from './messages';
import { rulesQuery } from './queries';

/** What is looked at each week, by which thresholds, and on what grounds. */
export function Rules() {
  const t = useText(messages);
  const formats = useFormats();
  const { language } = usePreferences();
  const rules = useQuery(rulesQuery);
  const vi = language === 'vi';
  const columns: readonly Column<AlertRuleView>[] = [
    {
      key: 'rule',
      title: t.rule,
      name: t.rule,
      render: ({ title, titleEn, enabled }) => (
        <>
          {vi ? title : titleEn}
          {!enabled && <span className="sub">{t.off}</span>}
        </>
      ),
    },
    {
      key: 'thresholds',
      title: t.thresholds,
      name: t.thresholds,
      render: ({ thresholds }) => (
        <ul>
          {thresholds.map(({ key, label, labelEn, value }) => (
            <li key={key}>
              {vi ? label : labelEn}:{' '}
              <span className="n strong">{formats.rate(value, Number.isInteger(value) ? 0 : 2)}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'citation',
      title: t.citation,
      name: t.citation,
      render: ({ citation, citationEn }) => <span className="small">{vi ? citation : citationEn}</span>,
    },
  ];
  return (
    <QueryStates query={rules}>
      {({ items }) => {
        const count = t.ruleCount(formats.count(items.length));
        return (
          <Section title={count}>
            <DataTable caption={count} columns={columns} rows={items} keyOf={({ id }) => id} />
          </Section>
        );
      }}
    </QueryStates>
  );
}
