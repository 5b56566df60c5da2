import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type {
  MilestoneView,
  ProjectClearancePageView,
  ProjectView,
  ProvenanceView,
  ReckoningView,
} from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useText } from '../../language';
import { Loading, QueryStates } from '../../shared';
import { useLedHere } from '../../shared/led-here';
import { CONTRACTS } from '../../shared/links';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';
import { ReckoningLine } from '../../shared/reckoning';
import { provenanceQuery } from '../../shared/source/queries';
import { Clearance, Remarks } from './clearance';
import type { EntryProps } from './clearance-entry/entry';
import './contracts/contracts.css';
import { messages } from './contracts/messages';
import { Events } from './events';
import { Figures } from './figures';
import { Head, Keys } from './head';
import { Held } from './held';
import { messages as projectMessages } from './messages';
import { Participants } from './participants';
import './project.css';
import { clearanceQuery, projectQuery, reckoningQuery, standingQuery } from './queries';
import { SpendingPlan } from './spending-plan/spending-plan';
import { decisionsOf, newestDay, reportedOf, stepsOf, type Story } from './story';
import { Timeline } from './timeline';

/** One project: how it stands, and all that has happened to it on one line of time. */
export function ProjectPage() {
  const { id = '' } = useParams();
  const today = useToday();
  const project = useQuery(projectQuery(id));
  return (
    <main id="main" className="pj">
      <QueryStates query={project}>
        {(data) => (today === undefined ? <Loading /> : <Known project={data} today={today} />)}
      </QueryStates>
    </main>
  );
}

interface KnownProps {
  readonly project: ProjectView;
  readonly today: string;
}

function Known({ project, today }: KnownProps) {
  usePageTitle(project.name);
  const provenance = useQuery(provenanceQuery(project.id, planYearOf(today), today));
  const reckons = useQuery(reckoningQuery(planYearOf(today)));
  const clearance = useQuery({
    ...clearanceQuery(project.id, reckons.data?.reckoning.asOf ?? null),
    enabled: reckons.data !== undefined,
  });
  return (
    <>
      <Head project={project} blockers={clearance.data?.blockers} today={today} />
      <QueryStates query={provenance}>
        {(from) => (
          <QueryStates query={clearance}>
            {(cleared) =>
              reckons.data && (
                <Reported
                  {...reckons.data}
                  project={project}
                  today={today}
                  provenance={from}
                  clearance={cleared}
                />
              )
            }
          </QueryStates>
        )}
      </QueryStates>
    </>
  );
}

interface ReportedProps extends KnownProps {
  readonly provenance: ProvenanceView;
  readonly clearance: ProjectClearancePageView;
  readonly reckoning: ReckoningView;
  readonly milestones: readonly MilestoneView[];
}

/** On the same days as the overview: one number never has two values on two pages. */
function Reported({ project, today, provenance, clearance, reckoning, milestones }: ReportedProps) {
  const planYear = planYearOf(today);
  const { businessDay } = reckoning;
  const asOf = reckoning.asOf ?? newestDay(provenance, today);
  const standing = useQuery(standingQuery(project, planYear, { asOf, businessDay }));
  return (
    <QueryStates query={standing}>
      {(stands) => {
        const story: Story = {
          planYear,
          today,
          decisions: decisionsOf(provenance),
          reported: reportedOf(provenance),
          steps: stepsOf(clearance),
          households: clearance.rates.byHousehold.whole,
          blockers: clearance.blockers,
          actions: clearance.actions,
          milestones,
          standing: stands,
        };
        return (
          <>
            <ReckoningLine reckoning={reckoning} />
            <Keys project={project} story={story} clearance={clearance} reckoning={reckoning} />
            <Timeline story={story} />
            <Events story={story} />
            <div className="pj-columns">
              <Figures project={project} story={story} provenance={provenance} />
              <Clearance clearance={clearance} />
              <Held project={project} story={story} held={clearance.held} />
            </div>
            <Remarks projectId={project.id} remarks={clearance.remarks} />
            <ClearancePart projectId={project.id} clearance={clearance} today={today} />
            <SpendingPlan projectId={project.id} story={story} />
            <Participants projectId={project.id} />
            <Contracts projectId={project.id} />
          </>
        );
      }}
    </QueryStates>
  );
}

const Entry = lazy(async () => ({ default: (await import('./clearance-entry/entry')).ClearanceEntry }));

/** Its parts, numbers and steps of land clearance, and how they are entered; asked for when it is opened. */
function ClearancePart(props: EntryProps) {
  const t = useText(projectMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="sec pj-contracts noprint" aria-label={t.clearanceEntry}>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t.clearanceEntry}</summary>
        {isOpen && (
          <Suspense fallback={<Loading />}>
            <Entry {...props} />
          </Suspense>
        )}
      </details>
    </section>
  );
}

const Lists = lazy(async () => ({ default: (await import('./contracts/lists')).Lists }));

/** Advances and guarantees of the project's contracts; asked for when it is opened, or when an address leads here. */
function Contracts({ projectId }: { readonly projectId: string }) {
  const t = useText(messages);
  const part = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLedHere(
    part,
    CONTRACTS,
    useCallback(() => setOpen(true), []),
  );
  return (
    <section ref={part} id={CONTRACTS} className="sec pj-contracts noprint" aria-label={t.title}>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t.title}</summary>
        {isOpen && (
          <Suspense fallback={<Loading />}>
            <Lists projectId={projectId} />
          </Suspense>
        )}
      </details>
    </section>
  );
}
