import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { Link, useParams } from 'wouter';
import type { ReturnStatusView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useUser } from '../../api/session';
import { useFormats, useText } from '../../language';
import { Banner, Loading, QueryStates, Refusal } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { usePageTitle } from '../../shared/page';
import { useReturnTitle } from '../../shared/words';
import { CameBack } from './came-back';
import { Causes } from './causes-block';
import { Changes } from './changes';
import { Consequences, Registers, Touches } from './consequences';
import { Corrections } from './corrections/corrections';
import { Dock } from './dock';
import { FilesOfReturn } from './files-of-return';
import { GivenAnswers, UseAgain } from './given-answers';
import { messages } from './messages';
import { ProgressSteps } from './progress-steps';
import { returnQuery, type SeenReturn, useFollowing, useLive } from './queries';
import { Receipt } from './receipt';
import { Remarks } from './remarks';
import { EarlierReturns, History } from './return-history';
import './return-page.css';
import { Sums } from './sums';
import { Understood } from './understood/understood';
import { hasArrived, useDrop, useUpload } from './upload';

/** A return from its reading to its approval: what it says, what is wrong with it, what it changes, what to do now. */
export function ReturnPage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery(returnQuery(id));
  return (
    <main id="main" className="rt-page">
      <QueryStates query={query}>{(seen) => <Return key={seen.id} seen={seen} />}</QueryStates>
    </main>
  );
}

const MOVING: readonly SeenReturn['status'][] = ['received', 'reading'];
const CHANGEABLE: readonly SeenReturn['status'][] = ['needs-attention', 'ready'];
/** What could not be read, or not without questions, may be read by newer words. */
const WAITING: readonly SeenReturn['status'][] = ['needs-attention', 'failed'];

/** Few returns need it. */
const TableEditor = lazy(async () => ({
  default: (await import('./mapping/table-editor')).TableEditor,
}));

/** Whether its sender must say where the table is, before anything else can be done. */
function isUnrecognised({ status, sheets, findings }: SeenReturn): boolean {
  return status === 'failed' && sheets.length > 0 && findings.some(({ code }) => code === 'RET-NOT-A-RETURN');
}

function Return({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  usePageTitle(`${seen.fileName}, ${seen.organization.name}`);
  const user = useUser();
  const address = useAddressState();
  const isMoving = MOVING.includes(seen.status);
  const { isLost } = useFollowing(seen.id, isMoving);
  useLive(seen);
  const isOnline = useOnline();
  const upload = useUpload({ id: seen.id, files: Math.max(1, seen.files.length) });
  const isOver = useDrop(upload.start);
  const goesOn = useRef(false);
  const { dock, toDock } = useDock();
  const open = (key: string) => address.set({ o: key });
  const goOn = () => {
    goesOn.current = true;
  };
  const onTaken = (key: string) => {
    goOn();
    open(key);
  };
  const earlierId = address.value('thay');
  const isOwn = user.organizationId === seen.organization.id;
  const canChange = isOwn && CHANGEABLE.includes(seen.status);
  // What is asked of the reader comes first; with nothing open, what was understood.
  const asksFirst = canChange && seen.status === 'needs-attention';
  const understood = seen.preview !== null && !isMoving && !isUnrecognised(seen) && (
    <Understood seen={seen} canChange={canChange} />
  );
  const isMapping = isOwn && (isUnrecognised(seen) || (canChange && address.value('bang') !== undefined));
  return (
    <>
      {address.value('trung') !== undefined && <Banner>{t.duplicate}</Banner>}
      {isOver && <Banner>{t.dropNow}</Banner>}
      <Head seen={seen} isOwn={isOwn} />
      <FilesOfReturn seen={seen} canChange={canChange} />
      <CameBack seen={seen} isOwn={isOwn} onSentAgain={toDock} />
      {isOwn && <Receipt seen={seen} />}
      <ProgressSteps seen={seen} />
      {earlierId !== undefined && isOwn && seen.status === 'needs-attention' && (
        <UseAgain seen={seen} earlierId={earlierId} />
      )}
      {isOwn && seen.hasNewerWords && WAITING.includes(seen.status) && <ReadAgain id={seen.id} />}
      {isMapping && (
        <Suspense fallback={<Loading />}>
          <TableEditor seen={seen} onDone={() => address.set({ bang: undefined })} />
        </Suspense>
      )}
      {seen.preview !== null && !isMoving && !isUnrecognised(seen) && <Sums seen={seen} />}
      {!asksFirst && understood}
      {isMoving && <div className="rt-waiting hatched" aria-hidden="true" />}
      {(seen.findings.length > 0 || seen.preview !== null) && !isMoving && (
        <Causes seen={seen} canChange={canChange} goesOn={goesOn} onNoneLeft={toDock} />
      )}
      {asksFirst && understood}
      {!isMoving && <Corrections seen={seen} canChange={canChange} onTaken={goOn} />}
      {!isMoving && <GivenAnswers seen={seen} canChange={canChange} onOpen={open} onTaken={onTaken} />}
      <div className="rt-below">
        <div>
          {!isMoving && <Registers seen={seen} />}
          {!isMoving && <Consequences seen={seen} />}
          {!isMoving &&
            seen.preview?.sections.map((section) => (
              <Changes key={section.kind} seen={seen} section={section} onOpen={open} />
            ))}
          {!isMoving && <Remarks returnId={seen.id} remarks={seen.preview?.remarks ?? []} />}
          {canChange && !isMapping && (
            <p className="small noprint">
              <button type="button" className="link" onClick={() => address.set({ bang: '1' })}>
                {t.describeTable}
              </button>
            </p>
          )}
        </div>
        <aside className="noprint">
          <EarlierReturns seen={seen} />
          <History history={seen.history} />
        </aside>
      </div>
      <div ref={dock} tabIndex={-1}>
        <Dock seen={seen} isLost={isLost || !isOnline} upload={upload} />
      </div>
    </>
  );
}

function Head({ seen, isOwn }: { readonly seen: SeenReturn; readonly isOwn: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const titleOf = useReturnTitle();
  const isMoving = MOVING.includes(seen.status);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasArrived(seen.id)) title.current?.focus();
  }, [seen.id]);
  return (
    <div className="rt-head">
      <h1 ref={title} tabIndex={-1}>
        <Link href="/bao-cao">{t.returns}</Link> <span className="muted">/</span>{' '}
        {titleOf(seen) ?? (isMoving ? t.titleNew : t.titleUnread)}
      </h1>
      <p className="small muted">
        {!isOwn && `${seen.organization.name} · `}
        {seen.fileName}
        {seen.files.length === 0 && (
          <>
            {' '}
            (
            <a href={`/api/returns/${seen.id}/file`} download>
              {t.original}
            </a>
            )
          </>
        )}
        , {t.uploadedAt(formats.instant(seen.receivedAt))}
      </p>
      {!isMoving && <Touches touches={seen.touches} />}
    </div>
  );
}

/** Leads the focus to what is left to do, once nothing is open any more. */
function useDock() {
  const dock = useRef<HTMLDivElement>(null);
  const toDock = useCallback(() => {
    const button = dock.current?.querySelector<HTMLButtonElement>('.btn-main:not(:disabled)');
    (button ?? dock.current)?.focus();
  }, []);
  return { dock, toDock };
}

/** Whether the browser has a network at all. Changes wait without one and are sent when it is back. */
function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

function subscribe(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}

/** Offers to have a return that waits read by the words that were added since. */
function ReadAgain({ id }: { readonly id: string }) {
  const t = useText(messages);
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => send<ReturnStatusView>('POST', `/api/returns/${id}/reading`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
  return (
    <div className="rt-again noprint">
      <span>{t.newerWords}</span>
      <button type="button" className="btn" disabled={reading.isPending} onClick={() => reading.mutate()}>
        {t.readAgain}
      </button>
      <Refusal error={reading.error} />
    </div>
  );
}
