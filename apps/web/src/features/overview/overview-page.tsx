import { useQuery } from '@tanstack/react-query';
import { useFormats, useText, useUnitNames } from '../../language';
import { QueryStates, RateBar } from '../../shared';
import { messages } from './messages';
import { summaryQuery } from './queries';

/** What has been disbursed of the whole plan. */
export function OverviewPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const summary = useQuery(summaryQuery({ planYear: 2023 }));
  return (
    <main id="main">
      <QueryStates query={summary}>
        {({ planYear, asOf, planned, disbursed, rate }) => (
          <>
            <h1>{t.title(planYear, formats.date(asOf))}</h1>
            <p className="n">
              {rate !== null && formats.percent(rate)} {disbursed !== null && formats.amount(disbursed)} /{' '}
              {planned !== null && formats.amount(planned)} {long}
            </p>
            <RateBar rate={Number(rate)} targets={[50, 95]} />
          </>
        )}
      </QueryStates>
    </main>
  );
}
