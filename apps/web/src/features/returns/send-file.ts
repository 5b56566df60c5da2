import type { ReceiptView } from '@thongvon/api-contract';
import { csrfHeader, newKey, Problem, problemOf, unreachable } from '../../api/client';

/** How an upload goes: `fraction` of the bytes sent, or waiting for the connection to come back. */
export type Progress =
  | { readonly at: 'sending'; readonly files: readonly File[]; readonly fraction: number }
  | { readonly at: 'waiting'; readonly files: readonly File[] };

/** What the API takes at most, all files of a return together. Bytes. */
const LARGEST = 20 * 1024 * 1024;

/** What the API would say after the upload, said before it. */
function tooLarge(files: readonly File[]): Problem | undefined {
  if (files.reduce((all, { size }) => all + size, 0) <= LARGEST) return undefined;
  const one = files.find(({ size }) => size > LARGEST);
  if (files.length > 1 && !one)
    return new Problem(413, 'FILE-TOO-LARGE', {
      vi: `Cả ${files.length} tệp cộng lại lớn hơn 20 MB nên chưa tải lên. Hãy xóa các trang, hình và dòng thừa, hoặc nạp mỗi tệp một báo cáo.`,
      en: `The ${files.length} files together are larger than 20 MB and were not uploaded. Delete superfluous sheets, pictures and rows, or send each as a return of its own.`,
    });
  const [vi, en] = files.length > 1 && one ? [` “${one.name}”`, ` "${one.name}"`] : ['', ''];
  return new Problem(413, 'FILE-TOO-LARGE', {
    vi: `Tệp${vi} lớn hơn 20 MB nên chưa tải lên. Hãy xóa các trang, hình và dòng thừa rồi nạp lại.`,
    en: `The file${en} is larger than 20 MB and was not uploaded. Delete superfluous sheets, pictures and rows, and send it again.`,
  });
}

/** Milliseconds until a lost upload is tried again. */
const AGAIN_AFTER = 3_000;

/**
 * Sends the files of a return until the server has answered. A lost connection is tried again with the same Idempotency-Key, so that
 * the return is made once even if only the answer was lost. Throws the Problem of a refusal, and when `signal` ends it.
 */
export async function uploadReturn(
  files: readonly File[],
  inform: (state: Progress) => void,
  signal: AbortSignal,
): Promise<ReceiptView> {
  const refusal = tooLarge(files);
  if (refusal) throw refusal;
  const key = newKey();
  for (;;) {
    signal.throwIfAborted();
    try {
      return await sendOnce(files, key, (fraction) => inform({ at: 'sending', files, fraction }), signal);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 0 || signal.aborted) throw error;
      inform({ at: 'waiting', files });
      await connectionOrPause(signal);
    }
  }
}

/** Fetch tells nothing of how far an upload is; XMLHttpRequest does. */
function sendOnce(
  files: readonly File[],
  key: string,
  progress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<ReceiptView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', files.length > 1 ? '/api/returns/together' : '/api/returns');
    for (const [name, value] of Object.entries({ ...csrfHeader(), 'idempotency-key': key }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as ReceiptView);
      else reject(problemOf(request.status, request.responseText));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(unreachable());
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    for (const file of files) form.append(files.length > 1 ? 'files' : 'file', file);
    progress(0);
    request.send(form);
  });
}

function connectionOrPause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AGAIN_AFTER);
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener('online', now, { once: true });
    signal.addEventListener('abort', now, { once: true });
  });
}
