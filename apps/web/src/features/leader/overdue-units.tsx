import { Link } from 'wouter';
import type { WeekDigestView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Section } from '../../shared';
import { messages } from './messages';

/** Who lets blockers wait past their day: the longest wait first. */
export function OverdueUnits({ digest: { overdueByUnit } }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  if (overdueByUnit.length === 0)
    return (
      <Section title={t.byUnit}>
        <p className="ld-text">{t.nothingOverdue}</p>
      </Section>
    );
  return (
    <Section title={t.byUnit} end={t.byUnitEnd(long)}>
      <ul>
        {overdueByUnit.map(({ unit, blockers, days, held }) => (
          <li key={unit ?? ''}>
            <Link
              href={`/vuong-mac?state=overdue${unit === null ? '' : `&unit=${encodeURIComponent(unit)}`}`}
              className="ld-unit"
            >
              <span className="strong">
                <span className="mk mk-over alarm" />
                {unit ?? t.noUnit}
              </span>
              <span className="n alarm">{t.days(days)}</span>
              <span className="n strong">{held === null ? '–' : formats.amount(held)}</span>
              <span className="ld-unit-what">{t.blockers(blockers)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
