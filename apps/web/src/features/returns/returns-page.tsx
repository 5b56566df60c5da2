import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ListedReturnView, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { useUser } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, EmptyState, QueryStates, Section } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { usePageTitle } from '../../shared/page';
import { figureMark } from '../../shared/reckoning';
import { Blank, OwedReturns } from './owed-returns';
import { DropZone } from './drop-zone';
import { messages } from './messages';
import { newerReturns } from './newer-returns';
import './returns-page.css';
import { useDrop, useUpload } from './upload';
import { useTitle } from './return-wording';

const WAITING: readonly ListedReturnView['status'][] = [
  'received',
  'reading',
  'needs-attention',
  'ready',
  'sent-back',
];

/** Where a workbook is handed in, what waits for its sender, and where earlier returns stand. */
export function ReturnsPage() {
  const t = useText(messages);
  usePageTitle(t.returns);
  const user = useUser();
  const { state, start } = useUpload();
  const isOver = useDrop(start);
  const query = useInfiniteQuery({
    queryKey: ['returns', 'pages', user.organizationId],
    queryFn: ({ signal, pageParam }) =>
      get<ListOf<ListedReturnView>>(
        '/api/returns',
        { organizationId: user.organizationId, limit: 50, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
  const newer = newerReturns(query.data ?? []);
  const waiting = (query.data ?? []).filter(({ status, id }) => WAITING.includes(status) && !newer.has(id));
  return (
    <main id="main" className="rt-list">
      <h1>{waiting.length > 0 ? t.inWork(waiting.length) : t.returns}</h1>
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      <OwedReturns />
      <div className="rt-in">
        <DropZone state={state} isOver={isOver} onFile={start} />
        <Blank />
      </div>
      <Section title={t.earlier}>
        <QueryStates query={query}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t.noneYet}>
                <p>{t.noneYetWhat}</p>
              </EmptyState>
            ) : (
              <>
                <Returns items={items} newer={newer} />
                {query.hasNextPage && (
                  <button type="button" className="btn" onClick={() => void query.fetchNextPage()}>
                    {t.more}
                  </button>
                )}
              </>
            )
          }
        </QueryStates>
      </Section>
    </main>
  );
}

function Waiting({ waiting }: { readonly waiting: readonly ListedReturnView[] }) {
  return (
    <ul className="rt-work">
      {waiting.map((one) => (
        <li key={one.id}>
          <span
            className={
              one.status === 'sent-back' ? 'mk mk-over' : one.status === 'ready' ? 'mk' : 'mk mk-soon'
            }
          />
          <Link href={`/bao-cao/${one.id}`}>
            <What one={one} />
          </Link>
          <span>
            <ReturnState one={one} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Its numbers reckon on its own day, whoever looks when. */
const markOf = ({ asOf, kinds }: ListedReturnView, name: string) =>
  asOf === null || !kinds.includes('disbursement')
    ? {}
    : figureMark(`return: ${name}`, { week: null, businessDay: asOf, asOf });

function What({ one }: { readonly one: ListedReturnView }) {
  return useTitle()(one) ?? one.fileName;
}

interface ReturnsProps {
  readonly items: readonly ListedReturnView[];
  readonly newer: ReadonlyMap<string, ListedReturnView>;
}

function Returns({ items, newer }: ReturnsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const columns: Column<ListedReturnView>[] = [
    {
      key: 'what',
      title: t.kindsHead,
      render: (one) => (
        <>
          <Link href={`/bao-cao/${one.id}`}>
            <What one={one} />
          </Link>
          <span className="sub">{one.fileName}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t.stateHead,
      render: (one) => <ReturnState one={one} newer={newer.get(one.id)} />,
    },
    {
      key: 'disbursed',
      name: t.disbursedHead,
      title: `${t.disbursedHead}, ${short}`,
      numeric: true,
      render: (one) =>
        one.summary?.disbursed == null ? (
          ''
        ) : (
          <data {...markOf(one, 'disbursed')}>
            <Amount value={one.summary.disbursed} />
          </data>
        ),
    },
    {
      key: 'rate',
      title: t.rateHead,
      numeric: true,
      render: (one) =>
        one.summary?.rate == null ? (
          ''
        ) : (
          <data {...markOf(one, 'rate')}>{formats.rate(one.summary.rate)}</data>
        ),
    },
    {
      key: 'received',
      title: t.receivedHead,
      numeric: true,
      render: ({ receivedAt }) => formats.instant(receivedAt),
    },
  ];
  return <DataTable caption={t.earlier} columns={columns} rows={items} keyOf={({ id }) => id} />;
}

interface ReturnStateProps {
  readonly one: ListedReturnView;
  /** The one that is to be worked on instead. */
  readonly newer?: ListedReturnView | undefined;
}

/** How far a return has come, and what it asks of its sender; of one that a newer file replaces, where that is. */
function ReturnState({ one, newer }: ReturnStateProps) {
  const t = useText(messages);
  const findings = one.summary?.findings;
  return (
    <>
      {newer ? (
        <Link href={`/bao-cao/${newer.id}`}>{t.newerHere}</Link>
      ) : (
        <span className={one.status === 'sent-back' ? 'alarm' : ''}>{t[one.status]}</span>
      )}
      {!newer && one.status === 'needs-attention' && findings && (
        <span className="sub">{t.toDo(findings.error, findings.question)}</span>
      )}
      {one.reason !== null && <span className="sub">{t.because(one.reason)}</span>}
    </>
  );
}
