import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EvidenceFileView } from '@thongvon/api-contract';
import { isLater, newKey } from '../../api/client';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { Refusal } from '../page';
import { readerOfPictures, readyFile, type ReadyFile, sendFile } from '../photo/ready-file';
import './evidence-field.css';
import type { WaitingForm } from './use-kept-form';

/** What can prove something: pictures as phones take them, and documents. */
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,image/jpeg,image/png,application/pdf';

interface Evidence {
  readonly fileId: string;
  /** Of a file that waits in this browser; its id comes when it is sent. */
  readonly keptKey: string;
  readonly fileName: string;
  /** What the picture says of itself, in words. */
  readonly fileTaken: string;
}

interface EvidenceFieldProps {
  /** Where files are sent. */
  readonly filesAt: string;
  readonly value: Evidence;
  readonly onChange: (evidence: Evidence) => void;
  /** Where what is chosen waits in this browser while there is no network; without it, it can't. */
  readonly waits?: WaitingForm | undefined;
}

/**
 * A photo or a file that proves it: a photo is made smaller first, and says when and where it was taken. It is kept by the server as soon as it
 * is chosen, once however often it has to be sent, and named when the form is sent; without a network it waits in the browser.
 */
export function EvidenceField({ filesAt, value, onChange, waits }: EvidenceFieldProps) {
  const t = useText(messages);
  const inWords = useTakenInWords();
  const [sent, setSent] = useState<ReadyFile>();
  const keep = useMutation({
    mutationFn: (ready: ReadyFile) => sendOrKeep(filesAt, ready, waits),
    onSuccess: (file) => {
      setSent(undefined);
      onChange({ ...NO_EVIDENCE, ...file.at, fileName: file.name, fileTaken: inWords(file.about) ?? '' });
    },
  });
  const send = (ready: ReadyFile) => {
    setSent(ready);
    keep.mutate(ready);
  };
  const prepare = useMutation({
    mutationFn: (file: File) =>
      readyFile(file).catch(async (error: unknown) => {
        if (waits === undefined) throw error;
        // What reads pictures didn't come before the network was gone: it is read when it is sent.
        const keptKey = newKey();
        await (await outbox()).keepFile({ ...waits, key: keptKey, blob: file, name: file.name });
        onChange({ ...NO_EVIDENCE, keptKey, fileName: file.name });
        return undefined;
      }),
    onSuccess: (ready) => ready && send(ready),
  });
  useDraft(value, onChange, waits);
  const isKept = value.keptKey !== '';
  const detach = async () => {
    if (isKept) await (await outbox()).dropFile(value.keptKey);
    onChange(NO_EVIDENCE);
  };
  if (value.fileId !== '' || isKept)
    return (
      <p className="evidence">
        <span>
          {t.attached} <b>{value.fileName}</b>
          {value.fileTaken !== '' && <span className="muted"> ({value.fileTaken})</span>}
          {isKept && <span className="strong"> {t.kept}</span>}
        </span>
        <button type="button" className="link" onClick={() => void detach()}>
          {t.detach}
        </button>
      </p>
    );
  const isBusy = prepare.isPending || keep.isPending;
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) prepare.mutate(file);
  };
  return (
    <div className="evidence-choose">
      <p className="small">
        {t.file}
        <br />
        <span className="muted" aria-live="polite">
          {isBusy ? t.sending : t.fileHint}
        </span>
      </p>
      {/* The browser's own button says it in the browser's language. */}
      <label className="btn evidence-file">
        {t.choose}
        <input
          type="file"
          className="vh"
          aria-label={t.file}
          accept={ACCEPTED}
          disabled={isBusy}
          onChange={({ target }) => choose(target.files)}
        />
      </label>
      <label className="btn evidence-file evidence-camera">
        {t.camera}
        <input
          type="file"
          className="vh"
          accept="image/*"
          capture="environment"
          disabled={isBusy}
          onChange={({ target }) => choose(target.files)}
        />
      </label>
      <Refusal error={prepare.error ?? keep.error} />
      {keep.error !== null && sent !== undefined && (
        <button type="button" className="btn" disabled={isBusy} onClick={() => send(sent)}>
          {t.again}
        </button>
      )}
    </div>
  );
}

/** What waits is in code of its own, fetched with the first page after signing in. */
const outbox = () => import('../outbox/store');

interface Attached {
  readonly at: { readonly fileId: string } | { readonly keptKey: string };
  readonly name: string;
  readonly about: TakenFacts;
}

/** Has the server keep it, or this browser until the server is reached. */
async function sendOrKeep(
  filesAt: string,
  ready: ReadyFile,
  waits: WaitingForm | undefined,
): Promise<Attached> {
  try {
    const { id, name, ...about } = await sendFile(filesAt, ready);
    return { at: { fileId: id }, name, about };
  } catch (error) {
    if (waits === undefined || !isLater(error)) throw error;
    await (await outbox()).keepFile({ ...waits, ...ready });
    return { at: { keptKey: ready.key }, name: ready.name, about: ready.about };
  }
}

/** What was chosen in this form before the browser was closed, and not written down with anything yet, is there again. */
function useDraft(
  { fileId, keptKey }: Evidence,
  onChange: (evidence: Evidence) => void,
  waits: WaitingForm | undefined,
): void {
  const inWords = useTakenInWords();
  const isEmpty = fileId === '' && keptKey === '';
  useEffect(() => {
    if (waits === undefined) return;
    // On a phone the network may be gone when the picture is taken.
    void readerOfPictures().catch(() => undefined);
    if (!isEmpty) return;
    void outbox()
      .then(({ draftOf }) => draftOf(waits.userId, waits.form))
      .then((file) => {
        if (file === undefined) return;
        const fileTaken = inWords(file.about ?? {}) ?? '';
        onChange({ ...NO_EVIDENCE, keptKey: file.key, fileName: file.name, fileTaken });
      })
      .catch(() => undefined);
    // Only what was there when the form was opened.
  }, []);
}

/** Nothing attached. */
export const NO_EVIDENCE: Evidence = { fileId: '', keptKey: '', fileName: '', fileTaken: '' };

/** As requests name the file. */
export const proofOf = ({
  fileId,
}: Pick<Evidence, 'fileId'>): { readonly proof?: { readonly fileId: string } } =>
  fileId === '' ? {} : { proof: { fileId } };

type TakenFacts = Partial<Omit<EvidenceFileView, 'id' | 'name'>>;

/** Says when and where a picture was taken, as it says itself; null where it says neither. */
export function useTakenInWords(): (file: TakenFacts) => string | null {
  const t = useText(messages);
  const formats = useFormats();
  return ({ takenOn, takenTime, latitude, longitude }) => {
    const said = [
      ...(takenOn == null ? [] : [t.takenOn([takenTime ?? '', formats.date(takenOn)].join(' ').trim())]),
      ...(latitude == null || longitude == null ? [] : [t.takenAt(`${latitude}, ${longitude}`)]),
    ];
    return said.length === 0 ? null : said.join(', ');
  };
}

const messages = {
  file: { vi: 'Ảnh hoặc tệp kèm, nếu có', en: 'Photo or file, if any' },
  fileHint: {
    vi: 'Ảnh được thu nhỏ, giữ giờ và nơi chụp; tệp PDF, Word, Excel đến 20 MB.',
    en: 'Pictures are made smaller and keep time and place; PDF, Word, Excel up to 20 MB.',
  },
  choose: { vi: 'Chọn ảnh, tệp', en: 'Choose a file' },
  camera: { vi: 'Chụp ảnh', en: 'Take a photo' },
  again: { vi: 'Gửi lại tệp này', en: 'Send it again' },
  takenOn: withValues('chụp {}', 'taken {}'),
  takenAt: withValues('tại {}', 'at {}'),
  sending: { vi: 'Đang gửi tệp…', en: 'Sending the file…' },
  kept: { vi: 'chờ gửi, giữ trên máy này', en: 'waits on this device' },
  attached: { vi: 'Tệp kèm:', en: 'Attached:' },
  detach: { vi: 'Bỏ tệp', en: 'Remove' },
} satisfies Messages;
