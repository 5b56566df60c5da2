import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { SESSION_KEY, useUser } from '../../api/session';
import { type Messages, useText, useWording, withValues } from '../../language';
import { useTakenInWords } from '../form/evidence-field';
import { sendWaiting } from './send-waiting';
import { changeAct, dropAct, dropFile, type KeptFile, unsaid, waitingOf, type WaitingAct } from './store';
import './waiting.css';

/** How often what waits is tried again. Milliseconds. */
const TRY_AGAIN = 30_000;

/** What is kept in this browser of who is signed in, and not sent: said on every page, sent as soon as it can be. */
export function Waiting() {
  const t = useText(messages);
  const { id: userId } = useUser();
  const client = useQueryClient();
  const [isTrying, setTrying] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: ['outbox', userId],
    queryFn: () => waitingOf(userId),
    networkMode: 'always',
  });
  const sendAll = useCallback(async () => {
    setTrying(true);
    try {
      const { isSent, isSessionOver } = await sendWaiting(userId);
      await refetch();
      if (isSessionOver) client.setQueryData(SESSION_KEY, null);
      else if (isSent)
        await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'outbox' });
    } finally {
      setTrying(false);
    }
  }, [userId, client, refetch]);
  useEffect(() => {
    const go = () => void sendAll();
    go();
    const timer = setInterval(go, TRY_AGAIN);
    window.addEventListener('online', go);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', go);
    };
  }, [sendAll]);
  if (data === undefined || data.acts.length + data.files.length === 0) return null;
  const { acts, files } = data;
  const change: Change = (work, thenSend = false) =>
    void work.then(() => (thenSend ? sendAll() : refetch().then(() => undefined)));
  const needsYou = acts.some(({ asks, refused }) => asks !== undefined || refused !== undefined);
  return (
    <div className="banner waiting-acts noprint">
      <details open={needsYou}>
        <summary>
          <b>{files.length > 0 ? t.photos(files.length) : t.acts(acts.length)}</b>{' '}
          <span className="muted">{t.how}</span>
        </summary>
        <ul>
          {acts.map((act) => (
            <Act
              key={act.order}
              act={act}
              file={files.find(({ key }) => key === act.fileKey)}
              onChange={change}
            />
          ))}
          {unsaid(data).map((file) => (
            <Unsaid key={file.key} file={file} onChange={change} />
          ))}
        </ul>
      </details>
      {acts.length > 0 && (
        <button type="button" className="btn" disabled={isTrying} onClick={() => void sendAll()}>
          {t.now}
        </button>
      )}
    </div>
  );
}

type Change = (work: Promise<unknown>, thenSend?: boolean) => void;

interface ActProps {
  readonly act: WaitingAct;
  readonly file: KeptFile | undefined;
  readonly onChange: Change;
}

/** What was written down: that it waits, what its writer has to say first, or why it won't be taken. */
function Act({ act, file, onChange }: ActProps) {
  const t = useText(messages);
  const wording = useWording();
  const { asks, refused, request, words, order } = act;
  const without = () => {
    const left = (asks ?? []).flatMap(({ mark, text }) => (mark === null ? [text] : []));
    const said = left.join('').replace(/\s+/g, ' ').trim();
    // Nothing but names: there is nothing to send.
    return said === ''
      ? dropAct(act)
      : changeAct(order, { asks: undefined, isLooked: true, request: { ...request, [words]: said } });
  };
  return (
    <li>
      <About of={act} file={file}>
        “{String(request[words])}”
      </About>
      {asks !== undefined && (
        <>
          <span className="strong">
            {t.names(asks.flatMap(({ mark, text }) => (mark === null ? [] : [`“${text}”`])).join(', '))}
          </span>
          <span className="waiting-acts-do">
            <button type="button" className="btn" onClick={() => onChange(without(), true)}>
              {t.without}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => onChange(changeAct(order, { asks: undefined, isLooked: true }), true)}
            >
              {t.stay}
            </button>
          </span>
        </>
      )}
      {refused !== undefined && <span className="strong">{t.refused(wording(refused))}</span>}
      <span className="waiting-acts-do">
        {refused !== undefined && (
          <button
            type="button"
            className="btn"
            onClick={() => onChange(changeAct(order, { refused: undefined }), true)}
          >
            {t.again}
          </button>
        )}
        <Discard onDiscard={() => onChange(dropAct(act))} />
      </span>
    </li>
  );
}

/** A photo that was chosen in a form, which was left before anything was written. */
function Unsaid({ file, onChange }: { readonly file: KeptFile; readonly onChange: Change }) {
  const t = useText(messages);
  return (
    <li>
      <About of={file} file={file}>
        {t.unsaid}
      </About>
      <span className="waiting-acts-do">
        <Discard onDiscard={() => onChange(dropFile(file.key))} />
      </span>
    </li>
  );
}

interface AboutProps {
  readonly of: Pick<KeptFile, 'title' | 'page'>;
  readonly file: KeptFile | undefined;
  readonly children: ReactNode;
}

function About({ of: { title, page }, file, children }: AboutProps) {
  const t = useText(messages);
  const inWords = useTakenInWords();
  const taken = file && inWords(file.about ?? {});
  return (
    <span>
      <Link href={page}>{title}</Link>: {children}
      {file !== undefined && (
        <span className="muted">
          {' '}
          {t.file(file.name)}
          {taken != null && ` (${taken})`}
        </span>
      )}
    </span>
  );
}

/** What is thrown away here is nowhere else: it is asked once more. */
function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useText(messages);
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button type="button" className="link" onClick={() => setAsked(true)}>
        {t.discard}
      </button>
    );
  return (
    <>
      <button type="button" className="btn" onClick={onDiscard}>
        {t.discardIndeed}
      </button>
      <button type="button" className="link" onClick={() => setAsked(false)}>
        {t.keep}
      </button>
    </>
  );
}

const messages = {
  photos: withValues('{} ảnh, tệp chờ gửi, giữ trên máy này', '{} photos or files wait on this device'),
  acts: withValues('{} việc chờ gửi, giữ trên máy này', '{} entries wait on this device'),
  how: {
    vi: 'Tự gửi khi có mạng và trang này mở. Tắt trang không mất.',
    en: 'Sent once this page is open with a network. Closing it loses nothing.',
  },
  now: { vi: 'Gửi ngay', en: 'Send now' },
  file: withValues('Kèm {}', 'With {}'),
  unsaid: {
    vi: 'đã chụp, chưa ghi việc nào; mở vướng mắc này để ghi.',
    en: 'taken, with nothing written yet; open the blocker to go on.',
  },
  names: withValues(
    'Chưa gửi: {} giống tên, số giấy tờ hoặc số điện thoại của người dân.',
    'Not sent: {} looks like a name, an identity or telephone number of a resident.',
  ),
  without: { vi: 'Bỏ khỏi nội dung rồi gửi', en: 'Take it out and send' },
  stay: { vi: 'Không phải, gửi như đã ghi', en: "It isn't, send as it is" },
  refused: withValues('Máy chủ không nhận: {}', 'The server refused it: {}'),
  again: { vi: 'Gửi lại', en: 'Send again' },
  discard: { vi: 'Bỏ, không gửi…', en: 'Discard…' },
  discardIndeed: { vi: 'Bỏ hẳn, không gửi', en: 'Discard for good' },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
} satisfies Messages;
