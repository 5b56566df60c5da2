import { usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { BlockerSummaryView, ReckoningView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { EmptyState, Loading, QueryStates, Section } from '../../shared';
import { causesQuery, HeldByCause, heldQuery, HeldStrip } from '../../shared/capital-held';
import { usePageTitle } from '../../shared/page-title';
import { curveQuery } from '../../shared/course/queries';
import { OldFigures, ReckoningLine } from '../../shared/reckoning';
import { planYearOf } from '../../shared/plan-year';
import { Ageing } from './ageing';
import { BlockersList } from './blockers-list';
import { messages } from './messages';
import { blockersQuery } from './queries';
import { useBlockersRequest } from './use-blockers-request';
import './blockers.css';

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
              <div className="bl-columns">
                <div>
                  <Section title={t.strip} end={long}>
                    <HeldStrip parts={held.parts} reckoning={held.reckoning} remaining={held.remaining} />
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
      <BlockersList day={day} />
    </>
  );
}

/** The page's heading: what the numbers come to. */
function Finding({ held }: { readonly held: BlockerSummaryView }) {
  const { blockers, capitalHeld, remaining, share, reckoning } = held;
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
  return (
    <>
      <h1>{t.finding(blockers, amount, share === null ? null : formats.percent(share))}</h1>
      <ReckoningLine reckoning={reckoning} />
      <OldFigures figures={held.figures} />
      {remaining !== null && <p className="small muted">{t.asOf(`${formats.amount(remaining)} ${long}`)}</p>}
    </>
  );
}
