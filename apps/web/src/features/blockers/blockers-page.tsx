import { usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { BlockerSummaryView } from '@thongvon/contracts';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { EmptyState, Loading, QueryStates, Section } from '../../shared';
import { causesQuery, HeldByCause, heldQuery, HeldStrip } from '../../shared/capital-held';
import { usePageTitle } from '../../shared/page-title';
import { planYearOf } from '../../shared/plan-year';
import { Ageing } from './ageing';
import { BlockersList } from './blockers-list';
import { messages } from './messages';
import { blockersQuery, remainingQuery } from './queries';
import { useBlockersRequest } from './use-blockers-request';
import './blockers.css';

/** What blocks projects: how much money waits, for which cause, with whom, since when. */
export function BlockersPage() {
  const t = useText(messages);
  const today = useToday();
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="bl">
      {today === undefined ? <Loading /> : <Board today={today} planYear={planYearOf(today)} />}
    </main>
  );
}

interface BoardProps {
  readonly today: string;
  readonly planYear: number;
}

function Board({ today, planYear }: BoardProps) {
  const { long } = useUnitNames();
  const t = useText(messages);
  const byCause = useQuery(heldQuery({ asOf: today, planYear, groupBy: 'likelyCause' }));
  const byUnit = useQuery(heldQuery({ asOf: today, planYear, groupBy: 'responsibleUnit' }));
  const summary = useQuery(remainingQuery(planYear, today));
  const causes = useQuery(causesQuery);
  usePrefetchInfiniteQuery(blockersQuery({ ...useBlockersRequest(), asOf: today, planYear }));
  // All at once: what came later would push down what is already read.
  if ([byCause, byUnit, summary, causes].some(({ isLoading }) => isLoading)) return <Loading />;
  const remaining = summary.data?.remaining == null ? null : BigInt(summary.data.remaining);
  return (
    <>
      <QueryStates query={byCause}>
        {(held) => (
          <>
            <Finding held={held} remaining={remaining} today={today} />
            {held.blockers > 0 && (
              <div className="bl-columns">
                <div>
                  <Section title={t.strip} end={long}>
                    <HeldStrip held={held} remaining={remaining} />
                  </Section>
                  <Section title={t.byCause} end={long}>
                    <HeldByCause groups={held.groups} />
                  </Section>
                </div>
                <QueryStates query={byUnit}>{(units) => <Ageing held={units} />}</QueryStates>
              </div>
            )}
          </>
        )}
      </QueryStates>
      <BlockersList today={today} planYear={planYear} />
    </>
  );
}

interface FindingProps {
  readonly held: BlockerSummaryView;
  readonly remaining: bigint | null;
  readonly today: string;
}

/** The page's heading: what the numbers come to. */
function Finding({ held: { blockers, capitalHeld }, remaining, today }: FindingProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  if (blockers === 0)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneWhat}</p>
      </EmptyState>
    );
  const amount = capitalHeld === null ? '–' : `${formats.amount(capitalHeld)} ${long}`;
  const share =
    capitalHeld === null || remaining === null || remaining <= 0n
      ? null
      : formats.percent(Number((BigInt(capitalHeld) * 10_000n) / remaining) / 100);
  return (
    <>
      <h1>{t.finding(blockers, amount, share)}</h1>
      {remaining !== null && (
        <p className="small muted">
          {t.asOf(`${formats.amount(remaining.toString())} ${long}`, formats.date(today))}
        </p>
      )}
    </>
  );
}
