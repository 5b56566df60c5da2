import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Amount, EmptyState, QueryStates, Section } from '../../shared';
import { usePageTitle } from '../../shared/page';
import { BulkDock } from './bulk-dock';
import { messages } from './messages';
import { queueQuery, recentQuery } from './queries';
import { Queue, ReturnTitle } from './queue';
import './review.css';
import { SilentOffices } from './silent-offices';
import { differencesFirst } from './weigh';

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
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const select = (ids: readonly string[], isSelected: boolean) => {
    const others = [...selected].filter((id) => !ids.includes(id));
    setSelected(new Set(isSelected ? [...others, ...ids] : others));
  };
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
          <Queue items={differencesFirst(items)} selected={selected} onSelect={select} replaces={replaces} />
        </Section>
      )}
      <BulkDock chosen={items.filter(({ id }) => selected.has(id))} onDone={() => setSelected(new Set())} />
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
