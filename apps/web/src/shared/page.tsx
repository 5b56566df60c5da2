import { type ReactNode, useDeferredValue, useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { Problem } from '../api/client';
import { useText, useWording } from '../language';
import { messages } from './messages';
import './page.css';

interface StateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons and links: what can be done now. */
  readonly actions?: ReactNode;
}

/** Nothing here, and what to do first. */
export function EmptyState({ title, children, actions }: StateProps) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  );
}

/** After this long it is said that the wait is unusual. Milliseconds. */
const LONG = 10_000;

/** Numbers are on their way: hatching where they will come, never a spinner alone. */
export function Loading({ what }: { readonly what?: string }) {
  const t = useText(messages);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      {what ?? t.loading}
      {long && <p>{t.loadingLong}</p>}
      <div className="hatched" />
    </div>
  );
}

/** What failed, what is kept, what to do, and the reference under which the log has it. */
export function ErrorState({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const t = useText(messages);
  const wording = useWording();
  if (error instanceof Problem && error.status === 403) return <NoPermission />;
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  return (
    <div className="state" role="alert">
      <h2>{t.failed}</h2>
      <p>{error instanceof Problem ? wording(error.wording) : error.message}</p>
      {error instanceof Problem && error.requestId !== null && (
        <p className="small muted">{t.reference(error.requestId)}</p>
      )}
      {retry && (
        <div className="actions">
          <button type="button" className="btn" onClick={retry}>
            {t.retry}
          </button>
        </div>
      )}
    </div>
  );
}

/** What it is and whom to ask; no ghosts of numbers. */
export function NoPermission() {
  const t = useText(messages);
  return (
    <EmptyState title={t.noPermission} actions={<HomeLink />}>
      <p>{t.noPermissionWhat}</p>
    </EmptyState>
  );
}

export function NotFound() {
  const t = useText(messages);
  return (
    <EmptyState title={t.notFound} actions={<HomeLink />}>
      <p>{t.notFoundWhat}</p>
    </EmptyState>
  );
}

function HomeLink() {
  const t = useText(messages);
  return (
    <Link href="/" className="btn">
      {t.home}
    </Link>
  );
}

/** A line over the page that stays as long as it is true: old figures, a lost connection. On paper only where it says what the paper is worth. */
export function Banner(props: { readonly children: ReactNode; readonly printed?: boolean }) {
  const { children, printed = false } = props;
  return (
    <div className={printed ? 'banner' : 'banner noprint'} role="status">
      {children}
    </div>
  );
}

interface QueryStatesProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being waited for. */
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
}

/** A query's loading and error states; old data stays shown while new data is fetched. */
export function QueryStates<T>({ query, what, children }: QueryStatesProps<T>) {
  const { data } = query;
  const isDrawn = useDrawn(data !== undefined);
  if (data !== undefined && isDrawn) return children(data);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Loading {...(what === undefined ? {} : { what })} />;
}

/**
 * Whether what has come is to be drawn: a moment later than it came, so that React draws it for the first time in pieces,
 * between which an old computer can answer.
 */
export function useDrawn(hasCome: boolean): boolean {
  return useDeferredValue(hasCome) && hasCome;
}

interface ListStatesProps<T> {
  readonly list: {
    readonly query: Pick<UseInfiniteQueryResult, 'error' | 'refetch'>;
    readonly rows: readonly T[] | undefined;
  };
  /** What is said where there is nothing. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly T[]) => ReactNode;
}

/** Loading, error and nothing around the rows of a long list. */
export function ListStates<T>({ list: { query, rows }, empty, children }: ListStatesProps<T>) {
  if (rows !== undefined) return rows.length === 0 ? empty : children(rows);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}

/** Why what was sent was not accepted, next to where it was sent from; nothing without an error. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const wording = useWording();
  if (error === null) return null;
  return (
    <p className="refused" role="alert">
      {error instanceof Problem ? wording(error.wording) : error.message}
    </p>
  );
}

/** What the browser's tab and history say of the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} | Thông Vốn`;
  }, [title]);
}

interface SectionProps {
  /** A sentence made from the numbers where there is a finding, else what the section holds. */
  readonly title: ReactNode;
  /** To the right of the title: a unit, a link to the rule. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page, opened by a 2 px rule. */
export function Section({ title, end, children, className = '' }: SectionProps) {
  const id = useId();
  return (
    <section className={`sec ${className}`} aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id}>{title}</h2>
        {end !== undefined && <span className="end small muted">{end}</span>}
      </div>
      {children}
    </section>
  );
}
