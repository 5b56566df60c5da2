import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { EmptyState, QueryStates, Section } from '../../shared';
import { usePageTitle } from '../../shared/page-title';
import { BulkDock } from './bulk-dock';
import { ChangedSince } from './changed-since';
import { messages } from './messages';
import { Queue } from './queue';
import { queueQuery, recentQuery } from './queries';
import { SilentOffices } from './silent-offices';
import { differencesFirst } from './weigh';
import './review.css';

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
