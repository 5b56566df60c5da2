import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useUser } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount } from '../../shared';
import type { Column } from '../../shared/data-table';
import { ListPage } from '../../shared/list/list-page';
import { usePageTitle } from '../../shared/page';
import { figureMark } from '../../shared/reckoning';
import { Blank, OwedReturns } from './owed-returns';
import { DropZone } from './drop-zone';
import { messages } from './messages';
import { newerReturns } from './newer-returns';
import { ownReturnsQuery } from './queries';
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
  const { organizationId } = useUser();
  const { state, start } = useUpload();
  const isOver = useDrop(start);
  const list = useLongList(ownReturnsQuery(organizationId));
  const rows = list.rows ?? [];
  const newer = newerReturns(rows);
  const waiting = rows.filter(({ status, id }) => WAITING.includes(status) && !newer.has(id));
  return (
    <main id="main" className="rt-list">
      <h1>{waiting.length > 0 ? t.inWork(waiting.length) : t.returns}</h1>
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      <OwedReturns />
      <div className="rt-in">
        <DropZone state={state} isOver={isOver} onFile={start} />
        <Blank />
      </div>
      <ListPage
        list={list}
        title={t.earlier}
        columns={useColumns(newer)}
        empty={t.noneYet}
        emptyWhat={t.noneYetWhat}
      />
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

function useColumns(newer: ReadonlyMap<string, ListedReturnView>): Column<ListedReturnView>[] {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  return [
    {
      key: 'what',
      title: t.kindsHead,
      render: (one) => (
        <Link href={`/bao-cao/${one.id}`}>
          <What one={one} />
        </Link>
      ),
      sub: ({ fileName }) => fileName,
    },
    {
      key: 'state',
      title: t.stateHead,
      className: 'dt-wide',
      render: (one) => <ReturnState one={one} newer={newer.get(one.id)} />,
    },
    {
      key: 'disbursed',
      name: t.disbursedHead,
      title: `${t.disbursedHead}, ${short}`,
      numeric: true,
      render: (one) =>
        one.summary?.disbursed != null && (
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
        one.summary?.rate != null && <data {...markOf(one, 'rate')}>{formats.rate(one.summary.rate)}</data>,
    },
    {
      key: 'received',
      title: t.receivedHead,
      numeric: true,
      render: ({ receivedAt }) => formats.instant(receivedAt),
    },
  ];
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
