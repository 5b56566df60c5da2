import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, EmptyState, QueryStates, Section } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { pickable, type Selection, useSelection } from '../../shared/list/pickable';
import { usePageTitle } from '../../shared/page';
import { useHowOtherwise, useReturnTitle } from '../../shared/words';
import { BulkDock } from './bulk-dock';
import { messages } from './messages';
import { queueQuery, recentQuery } from './queries';
import { Reasons } from './reasons';
import './review.css';
import { SilentOffices } from './silent-offices';
import { differencesFirst, looksOf, projectsOf } from './weigh';

/** What waits for approval, who has not sent, and what changed since it was approved. */
export function ReviewPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const queue = useQuery(queueQuery);
  const recent = useQuery(recentQuery);
  return (
    <main id="main" className="rv-page">
      <QueryStates query={queue}>
        {({ items, total }) => (
          <>
            <h1>{total === 0 ? t.nothingWaits : t.waiting(total)}</h1>
            <Waiting items={items} recent={recent.data?.items ?? []} />
          </>
        )}
      </QueryStates>
      <div className="rv-two">
        <SilentOffices recent={recent.data?.items ?? []} />
        <QueryStates query={recent}>{({ items }) => <ChangedSince recent={items} />}</QueryStates>
      </div>
    </main>
  );
}

interface WaitingProps {
  readonly items: readonly ListedReturnView[];
  readonly recent: readonly ListedReturnView[];
}

function Waiting({ items, recent }: WaitingProps) {
  const t = useText(messages);
  const selection = useSelection<ListedReturnView>();
  const counting = recent.filter(({ status }) => status === 'approved');
  const replaces = (one: ListedReturnView) =>
    one.coverage === 'full' &&
    one.asOf !== null &&
    counting.some(
      (other) =>
        other.organization.id === one.organization.id &&
        other.asOf === one.asOf &&
        other.kinds.every((kind) => one.kinds.includes(kind)),
    );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title={t.queue}>
          <p>{t.nothingWaitsWhat}</p>
        </EmptyState>
      ) : (
        <Section title={t.queue}>
          <Queue items={differencesFirst(items)} selection={selection} replaces={replaces} />
          <Reasons items={differencesFirst(items)} />
        </Section>
      )}
      <BulkDock chosen={items.filter(({ id }) => selection.has(id))} onDone={selection.clear} />
    </>
  );
}

/** Returns that were approved and count no longer as they were: the old number struck through next to the new. */
function ChangedSince({ recent }: { readonly recent: readonly ListedReturnView[] }) {
  const t = useText(messages);
  const changed = recent.filter((one) => one.status === 'reverted' || isReplaced(one, recent));
  return (
    <Section title={changed.length === 0 ? t.unchanged : t.changed(changed.length)}>
      {changed.length === 0 && <p className="small muted">{t.unchangedWhat}</p>}
      <ul className="rv-log">
        {changed.map((one) => (
          <li key={one.id}>
            <b>{one.organization.name}</b>, <ReturnTitle one={one} />: <Now one={one} recent={recent} />
            {one.reason !== null && <span className="sub">{t.because(one.reason)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** By a newer one for the same day, not by that of the next week. */
function isReplaced(one: ListedReturnView, recent: readonly ListedReturnView[]): boolean {
  return one.status === 'superseded' && successorOf(one, recent)?.asOf === one.asOf;
}

function successorOf(
  one: ListedReturnView,
  recent: readonly ListedReturnView[],
): ListedReturnView | undefined {
  return recent.find(({ id }) => id === one.supersededBy);
}

function Now({
  one,
  recent,
}: {
  readonly one: ListedReturnView;
  readonly recent: readonly ListedReturnView[];
}) {
  const t = useText(messages);
  const successor = successorOf(one, recent);
  const amountOf = ({ summary }: ListedReturnView) =>
    summary?.disbursed == null ? null : <Amount value={summary.disbursed} unit />;
  const before = amountOf(one);
  return (
    <>
      {before !== null && (
        <>
          <s>{before}</s>,{' '}
        </>
      )}
      {successor ? (
        <>
          <Link href={`/bao-cao/${successor.id}`}>{t.replacedBy}</Link> <b>{amountOf(successor)}</b>
        </>
      ) : (
        t.undone
      )}
    </>
  );
}

interface QueueProps {
  readonly items: readonly ListedReturnView[];
  readonly selection: Selection<ListedReturnView>;
  /** Whether, as things stand, it takes the place of one that counts already: same office, kind and date. */
  readonly replaces: (one: ListedReturnView) => boolean;
}

/** What waits for approval, with what each return changes. */
function Queue({ items, selection, replaces }: QueueProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const picking = {
    ...selection,
    all: t.selectAll,
    one: ({ organization }: ListedReturnView) => t.select(organization.name),
  };
  const columns: Column<ListedReturnView>[] = [
    pickable(items, picking, {
      key: 'office',
      title: t.office,
      render: ({ organization }) => organization.name,
    }),
    {
      key: 'what',
      title: t.what,
      className: 'dt-wide',
      render: (one) => (
        <>
          <ReturnTitle one={one} />
          <span className="sub">{one.fileName}</span>
          <Beside one={one} />
          <Replaces one={one} mayReplace={replaces(one)} />
          {!one.mayApprove && <span className="sub strong">{t.byAnother}</span>}
          {one.summary?.lowers === true && (
            <span className="sub strong">{one.summary.totalFalls === false ? t.moves : t.lowers}</span>
          )}
          {(one.summary?.registers ?? 0) > 0 && (
            <span className="sub strong">{t.registers(one.summary?.registers ?? 0)}</span>
          )}
        </>
      ),
    },
    {
      key: 'says',
      name: t.says,
      title: `${t.says}, ${short}`,
      numeric: true,
      render: (one) => <Sections one={one} of="after" />,
    },
    {
      key: 'change',
      name: t.change,
      title: `${t.change}, ${short}`,
      numeric: true,
      render: (one) => <Sections one={one} of="change" />,
    },
    { key: 'projects', title: t.projects, render: (one) => <Projects one={one} /> },
    {
      key: 'findings',
      title: t.findings,
      numeric: true,
      render: (one) => (looksOf(one) === 0 ? '' : looksOf(one)),
    },
    {
      key: 'sent',
      title: t.sentAt,
      numeric: true,
      render: ({ submittedAt }) => (submittedAt === null ? '' : formats.instant(submittedAt)),
    },
  ];
  return <DataTable stacked caption={t.queue} columns={columns} rows={items} keyOf={({ id }) => id} />;
}

/** Of one period several wait: which is the newer one, and what the others are called. */
function Beside({ one: { alsoWaiting = [] } }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  if (alsoWaiting.length === 0) return null;
  const newer = alsoWaiting.filter(({ isNewer }) => isNewer);
  const names = (newer.length > 0 ? newer : alsoWaiting).map(({ fileName }) => fileName).join(', ');
  return <span className="sub strong">{newer.length > 0 ? t.besideNewer(names) : t.besideOlder(names)}</span>;
}

/** How it differs from the approved return that ends with it, as far as that has been looked at. */
function Replaces({ one, mayReplace }: { readonly one: ListedReturnView; readonly mayReplace: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const howOtherwise = useHowOtherwise();
  const compared = (one.summary?.sections ?? []).flatMap(({ kind, replaces }) =>
    replaces === undefined ? [] : [{ kind, ...replaces }],
  );
  if (compared.length === 0) return mayReplace && <span className="sub">{t.replaces}</span>;
  return compared.map(({ kind, approvedAt, difference, ...counts }) => (
    <span key={kind} className="sub">
      {t.replacesOne(formats.dayOf(approvedAt))}: {howOtherwise(counts)}
      {counts.changed > 0 && difference !== null && (
        <>
          , <Amount value={difference} change unit />
        </>
      )}
    </span>
  ));
}

/** One line for each kind of the return. */
function Sections({ one, of }: { readonly one: ListedReturnView; readonly of: 'after' | 'change' }) {
  return (one.summary?.sections ?? []).map((section) => (
    <div key={section.kind}>
      {section[of] === null ? '–' : <Amount value={section[of]} change={of === 'change'} />}
    </div>
  ));
}

/** What fell or is missing first, in bold. */
function Projects({ one }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  const counts = projectsOf(one);
  const parts = (['fell', 'missing', 'new', 'grew'] as const).filter((state) => counts[state] > 0);
  return parts.map((state, i) => (
    <span key={state}>
      {i > 0 && ', '}
      <span className={state === 'fell' || state === 'missing' ? 'strong' : ''}>
        {t[state](counts[state])}
      </span>
    </span>
  ));
}

/** "Giải ngân đến 21/06/2023", leading to the return. */
function ReturnTitle({ one }: { readonly one: ListedReturnView }) {
  const titleOf = useReturnTitle();
  return <Link href={`/bao-cao/${one.id}`}>{titleOf(one) ?? one.fileName}</Link>;
}
