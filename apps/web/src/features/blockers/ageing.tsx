import { Link } from 'wouter';
import type { BlockerSummaryView, DueBucket, DueBucketView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Section } from '../../shared';
import { BUCKETS, messages } from './messages';
import '../../shared/explain.css';

/** With whom blockers wait and for how long, as accountants age what is owed to them. */
export function Ageing({ held }: { readonly held: BlockerSummaryView }) {
  const t = useText(messages);
  const names = useText(BUCKETS);
  const { long } = useUnitNames();
  const buckets = (Object.keys(BUCKETS) as DueBucket[]).filter((bucket) =>
    held.ageing.some((one) => one.bucket === bucket),
  );
  return (
    <Section title={t.byUnit} end={long}>
      <div className="dt-stack">
        <table className="dt">
          <caption className="vh">{t.byUnit}</caption>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {buckets.map((bucket) => (
                <th key={bucket} scope="col" className={`r bl-bucket ${isLate(bucket) ? 'alarm' : ''}`}>
                  {names[bucket]}
                </th>
              ))}
              <th scope="col" className="r">
                {t.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {held.groups.map(({ key, label, ageing, capitalHeld }) => (
              <tr key={key ?? ''}>
                <th scope="row">
                  {label === null ? (
                    t.noUnit
                  ) : (
                    <Link href={`/vuong-mac?unit=${encodeURIComponent(label)}`}>{label}</Link>
                  )}
                </th>
                <Amounts buckets={buckets} ageing={ageing} sum={capitalHeld} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row">{t.sum}</th>
              <Amounts buckets={buckets} ageing={held.ageing} sum={held.capitalHeld} />
            </tr>
          </tfoot>
        </table>
      </div>
      <details className="explain bl-why">
        <summary>{t.why}</summary>
        <p>{t.whyText}</p>
      </details>
    </Section>
  );
}

interface AmountsProps {
  readonly buckets: readonly DueBucket[];
  readonly ageing: readonly DueBucketView[];
  readonly sum: string | null;
}

/** Nothing in a bucket is left blank. */
function Amounts({ buckets, ageing, sum }: AmountsProps) {
  const t = useText(messages);
  const names = useText(BUCKETS);
  const formats = useFormats();
  const amount = (held: string | null | undefined): string => (held == null ? '' : formats.amount(held));
  return (
    <>
      {buckets.map((bucket) => (
        <td key={bucket} className={`n r ${isLate(bucket) ? 'alarm' : ''}`} data-label={names[bucket]}>
          {amount(ageing.find((one) => one.bucket === bucket)?.capitalHeld)}
        </td>
      ))}
      <td className="n r strong" data-label={t.sum}>
        {amount(sum)}
      </td>
    </>
  );
}

const isLate = (bucket: DueBucket): boolean => bucket.startsWith('overdue');
