import { usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BlockerSummaryView, DueBucket, DueBucketView, ReckoningView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useMoney, useText, useUnitNames } from '../../language';
import { EmptyState, Loading, QueryStates, Section } from '../../shared';
import { HeldByCause, HeldStrip } from '../../shared/capital-held/held';
import { causesQuery, heldQuery } from '../../shared/capital-held/queries';
import { curveQuery, planYearOf } from '../../shared/plan-year';
import '../../shared/explain.css';
import { useFold } from '../../shared/list/fold';
import { OpenBlockerLink } from '../../shared/open-blocker';
import { usePageTitle } from '../../shared/page';
import { OldFigures, ReckoningLine } from '../../shared/reckoning';
import { BlockersList, blockersQuery, useBlockersRequest } from './blockers-list';
import './blockers.css';
import { BUCKETS, messages } from './messages';

/** What blocks projects: how much money waits, for which cause, with whom, since when. */
export function BlockersPage() {
  const t = useText(messages);
  const today = useToday();
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="bl">
      {today === undefined ? <Loading /> : <Reckoned planYear={planYearOf(today)} />}
    </main>
  );
}

/** On the days of the other live pages: blockers as of today, what they hold by the newest figures. */
function Reckoned({ planYear }: { readonly planYear: number }) {
  const course = useQuery(curveQuery({ planYear }));
  return (
    <QueryStates query={course}>
      {({ reckoning }) => <Board planYear={planYear} reckoning={reckoning} />}
    </QueryStates>
  );
}

interface BoardProps {
  readonly planYear: number;
  readonly reckoning: ReckoningView;
}

function Board({ planYear, reckoning }: BoardProps) {
  const { long } = useUnitNames();
  const t = useText(messages);
  const { businessDay: today, asOf: figuresAsOf } = reckoning;
  const day = { planYear, asOf: today, ...(figuresAsOf === null ? {} : { figuresAsOf }) };
  const byCause = useQuery(heldQuery({ ...day, groupBy: 'likelyCause' }));
  const byUnit = useQuery(heldQuery({ ...day, groupBy: 'responsibleUnit' }));
  const causes = useQuery(causesQuery);
  usePrefetchInfiniteQuery(blockersQuery({ ...useBlockersRequest(), ...day }));
  // All at once: what came later would push down what is already read.
  if ([byCause, byUnit, causes].some(({ isLoading }) => isLoading)) return <Loading />;
  return (
    <>
      <QueryStates query={byCause}>
        {(held) => (
          <>
            <Finding held={held} />
            {held.blockers > 0 && (
              <>
                <div className="bl-columns">
                  <Section title={t.strip} end={long}>
                    <HeldStrip parts={held.parts} reckoning={held.reckoning} remaining={held.remaining} />
                  </Section>
                  <QueryStates query={byUnit}>{(units) => <Ageing held={units} />}</QueryStates>
                </div>
                <Section title={t.byCause} end={long} className="bl-causes">
                  <HeldByCause groups={held.groups} />
                </Section>
              </>
            )}
          </>
        )}
      </QueryStates>
      <BlockersList day={day} />
    </>
  );
}

/** The page's heading: what the numbers come to. */
function Finding({ held }: { readonly held: BlockerSummaryView }) {
  const { blockers, capitalHeld, remaining, share, reckoning } = held;
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney('long');
  if (blockers === 0)
    return (
      <EmptyState title={t.none} actions={<OpenBlockerLink label={t.open} />}>
        <p>{t.noneWhat}</p>
      </EmptyState>
    );
  return (
    <>
      <h1>{t.finding(blockers, money(capitalHeld), share === null ? null : formats.percent(share))}</h1>
      <ReckoningLine reckoning={reckoning} />
      <OldFigures figures={held.figures} />
      {remaining !== null && <p className="small muted">{t.asOf(money(remaining))}</p>}
      <OpenBlockerLink label={t.open} className="btn btn-main bl-open" />
    </>
  );
}

/** As many units as are about as high as what stands beside them. */
const UNITS = { desktop: 7, phone: 5 };

/** With whom blockers wait and for how long, as accountants age what is owed to them. */
function Ageing({ held }: { readonly held: BlockerSummaryView }) {
  const t = useText(messages);
  const names = useText(BUCKETS);
  const { long } = useUnitNames();
  const { shown, rest } = useFold({ rows: held.groups }, UNITS);
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
            {shown.map(({ key, label, ageing, capitalHeld }) => (
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
      {rest}
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
