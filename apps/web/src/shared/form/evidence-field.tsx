import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceFileView } from '@thongvon/api-contract';
import { newKey } from '../../api/client';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { Refusal } from '../page';
import type { Taken } from '../photo/exif';
import { shrunk } from '../photo/shrink';
import './evidence-field.css';
import { useChange } from './form';

/** What can prove something: pictures as phones take them, and documents. */
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,image/jpeg,image/png,application/pdf';

interface Evidence {
  readonly fileId: string;
  readonly fileName: string;
  /** What the picture says of itself, in words. */
  readonly fileTaken: string;
}

interface EvidenceFieldProps {
  readonly projectId: string;
  readonly value: Evidence;
  readonly onChange: (evidence: Evidence) => void;
}

/**
 * A photo or a file that proves it: a photo is made smaller first, and says when and where it was taken. It is kept by the server as soon as it
 * is chosen, once however often it has to be sent, and named when the form is sent.
 */
export function EvidenceField({ projectId, value, onChange }: EvidenceFieldProps) {
  const t = useText(messages);
  const inWords = useTakenInWords();
  const [sent, setSent] = useState<FormData>();
  const keep = useChange<FormData, EvidenceFileView>(
    'POST',
    `/api/land-clearance/projects/${projectId}/evidence-files`,
    {
      onDone: (file) => {
        setSent(undefined);
        onChange({ fileId: file.id, fileName: file.name, fileTaken: inWords(file) ?? '' });
      },
    },
  );
  const send = (form: FormData) => {
    setSent(form);
    keep.mutate(form);
  };
  const prepare = useMutation({ mutationFn: formOf, onSuccess: send });
  if (value.fileId !== '')
    return (
      <p className="evidence">
        <span>
          {t.attached} <b>{value.fileName}</b>
          {value.fileTaken !== '' && <span className="muted"> ({value.fileTaken})</span>}
        </span>
        <button type="button" className="link" onClick={() => onChange(NO_EVIDENCE)}>
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
        <button type="button" className="btn" disabled={isBusy} onClick={() => keep.mutate(sent)}>
          {t.again}
        </button>
      )}
    </div>
  );
}

/** What reads pictures is fetched once somebody chooses one. */
async function takenOf(photo: File): Promise<Taken> {
  const exif = await import('../photo/exif');
  return exif.takenOf(await photo.arrayBuffer());
}

/** A file as it is sent: a photo smaller, with what it says of itself, under a key of its own. */
async function formOf(file: File): Promise<FormData> {
  const isPhoto = file.type.startsWith('image/');
  const { on, time, latitude, longitude }: Taken = isPhoto ? await takenOf(file) : {};
  const form = new FormData();
  const about = { clientKey: newKey(), takenOn: on, takenTime: time, latitude, longitude };
  for (const [name, said] of Object.entries(about)) if (said !== undefined) form.append(name, said);
  const bytes = isPhoto ? await shrunk(file) : file;
  const name = bytes === file ? file.name : file.name.replace(/\.\w+$/, '.jpg');
  form.append('file', bytes, name);
  return form;
}

/** Nothing attached. */
export const NO_EVIDENCE: Evidence = { fileId: '', fileName: '', fileTaken: '' };

/** As requests name the file. */
export const proofOf = ({
  fileId,
}: Pick<Evidence, 'fileId'>): { readonly proof?: { readonly fileId: string } } =>
  fileId === '' ? {} : { proof: { fileId } };

/** Says when and where a picture was taken, as it says itself; null where it says neither. */
export function useTakenInWords(): (file: EvidenceFileView) => string | null {
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
  attached: { vi: 'Tệp kèm:', en: 'Attached:' },
  detach: { vi: 'Bỏ tệp', en: 'Remove' },
} satisfies Messages;
