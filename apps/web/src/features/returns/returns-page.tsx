import { Link } from 'wouter';
import type { ListedReturnView, ReturnListQuery, ReturnSummaryView } from '@thongvon/api-contract';
import { RETURN_KINDS } from '@thongvon/kernel';
import { useLongList } from '../../api/long-list';
import { useUser } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount } from '../../shared';
import type { Column } from '../../shared/data-table';
import { useAddressState } from '../../shared/address-state';
import { type Filter, ListPage } from '../../shared/list/list-page';
import { usePageTitle } from '../../shared/page';
import { figureMark } from '../../shared/reckoning';
import { useReturnState, useReturnTitle } from '../../shared/words';
import './drop-zone.css';
import { messages } from './messages';
import { newerReturns, ownReturnsQuery } from './queries';
import { Blank, OwedReturns } from './owed-returns';
import './returns-page.css';
import { FileButton, type Upload, type UploadState, useDrop, useUpload } from './upload';
import { UploadSays, useFilesName } from './upload-says';

const WAITING: readonly ListedReturnView['status'][] = [
  'received',
  'reading',
  'needs-attention',
  'ready',
  'sent-back',
  'reverted',
];

/** Its state changes by itself; the list follows. */
const isMoving = ({ status }: ListedReturnView): boolean => status === 'received' || status === 'reading';

const CAME_BACK: readonly ListedReturnView['status'][] = ['sent-back', 'reverted'];

/** Where a workbook is handed in, what waits for its sender, and where earlier returns stand. */
export function ReturnsPage() {
  const t = useText(messages);
  usePageTitle(t.returns);
  const { organizationId } = useUser();
  const upload = useUpload();
  const isOver = useDrop(upload.start);
  const filters = useFilters();
  const address = useAddressState();
  const part = partOf(address.value('xem'));
  const kind = RETURN_KINDS.find((one) => one === address.value('loai'));
  const list = useLongList(
    ownReturnsQuery(organizationId, { ...(part && { part }), ...(kind && { kind }) }),
    isMoving,
  );
  // What waits doesn't depend on what the list below shows.
  const all = useLongList(ownReturnsQuery(organizationId, { part: 'kept' }), isMoving);
  const rows = all.rows ?? [];
  const newer = newerReturns(rows);
  const waiting = rows.filter(({ status, id }) => WAITING.includes(status) && !newer.has(id));
  return (
    <main id="main" className="rt-list">
      <h1>{waiting.length > 0 ? t.inWork(waiting.length) : t.returns}</h1>
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      <OwedReturns />
      <div className="rt-in">
        <DropZone upload={upload} isOver={isOver} />
        <Blank />
      </div>
      <ListPage
        list={list}
        title={t.earlier}
        filters={filters}
        columns={useColumns(newer)}
        empty={t.noneYet}
        emptyWhat={t.noneYetWhat}
      />
    </main>
  );
}

const PARTS = ['kept', 'drafts', 'given-up'] as const;
const SHOWN = [...PARTS, 'all'] as const;

/** What of the list is asked for; without a word all that stands for something. */
function partOf(shown: string | undefined): ReturnListQuery['part'] {
  return shown === 'all' ? undefined : (PARTS.find((one) => one === shown) ?? 'kept');
}

/** Discarded tries are folded away until somebody asks for them. */
function useFilters(): Filter[] {
  const t = useText(messages);
  return [
    {
      kind: 'radio',
      name: 'xem',
      label: t.listShow,
      options: SHOWN.map((one) => ({ value: one, name: t[`list-${one}`] })),
      initial: 'kept',
    },
    {
      kind: 'choice',
      name: 'loai',
      label: t.listKind,
      any: t.listAnyKind,
      options: RETURN_KINDS.map((one) => ({ value: one, name: t[one] })),
    },
  ];
}

function Waiting({ waiting }: { readonly waiting: readonly ListedReturnView[] }) {
  return (
    <ul className="rt-work">
      {waiting.map((one) => (
        <li key={one.id}>
          <span
            className={
              CAME_BACK.includes(one.status) ? 'mk mk-over' : one.status === 'ready' ? 'mk' : 'mk mk-soon'
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
  return useReturnTitle()(one) ?? one.fileName;
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

/** What stands in the way of sending it: causes; findings where it was last checked before causes were counted. */
const openOf = ({
  causes,
  findings,
}: ReturnSummaryView): { readonly mend: number; readonly answer: number } =>
  causes ?? { mend: findings.error, answer: findings.question };

interface ReturnStateProps {
  readonly one: ListedReturnView;
  /** The one that is to be worked on instead. */
  readonly newer?: ListedReturnView | undefined;
}

/** How far a return has come, and what it asks of its sender; of one that a newer file replaces, where that is. */
function ReturnState({ one, newer }: ReturnStateProps) {
  const t = useText(messages);
  const open = one.summary && openOf(one.summary);
  const stateOf = useReturnState();
  return (
    <>
      {newer ? (
        <Link href={`/bao-cao/${newer.id}`}>{t.newerHere}</Link>
      ) : (
        <span className={CAME_BACK.includes(one.status) ? 'alarm' : ''}>{stateOf(one)}</span>
      )}
      {!newer && one.status === 'needs-attention' && open && (
        <span className="sub">{t.thingsToDo(open.mend + open.answer, t.toDo(open.mend, open.answer))}</span>
      )}
      {one.reason !== null && <span className="sub">{t.because(one.reason)}</span>}
    </>
  );
}

interface DropZoneProps {
  readonly upload: Upload;
  readonly isOver: boolean;
}

/** Where a workbook is dropped or chosen, and how far its upload is. */
function DropZone({ upload, isOver }: DropZoneProps) {
  const t = useText(messages);
  const isSender = useUser().role === 'reporter';
  const { state } = upload;
  return (
    <div className={isOver ? 'rt-drop over' : 'rt-drop'}>
      {state.at === 'sending' || state.at === 'waiting' ? (
        <Sending state={state} />
      ) : (
        <>
          <p className="what">{isOver ? t.dropNow : t.dropHere}</p>
          <FileButton text={t.choose} onFiles={upload.start} isMain />
          <p className="small muted">{isSender ? t.dropHint : t.dropHintOffice}</p>
        </>
      )}
      <UploadSays upload={upload} />
    </div>
  );
}

function Sending({ state }: { readonly state: Extract<UploadState, { at: 'sending' | 'waiting' }> }) {
  const t = useText(messages);
  const nameOf = useFilesName();
  if (state.at === 'waiting')
    return (
      <p className="what" role="status">
        {t.waitingUpload(nameOf(state.files))}
      </p>
    );
  const percent = Math.round(state.fraction * 100);
  const { nth, of, files } = state;
  const says = of > 1 ? t.sendingOf(nth, of, nameOf(files), percent) : t.sending(nameOf(files), percent);
  return (
    <>
      <p className="what" role="status">
        {says}
      </p>
      <progress max={100} value={percent} aria-label={says} />
    </>
  );
}
