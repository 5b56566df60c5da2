import type { ReceiptView } from '@thongvon/api-contract';
import { csrfHeader, newKey, Problem, problemOf, unreachable } from '../../api/client';

/** How an upload goes: `fraction` of the bytes sent, or waiting for the connection to come back. */
export type Progress =
  | { readonly at: 'sending'; readonly file: File; readonly fraction: number }
  | { readonly at: 'waiting'; readonly file: File };

/** What the API takes at most. Bytes. */
const LARGEST = 20 * 1024 * 1024;

/** What the API would say after the upload, said before it. */
const tooLarge = (): Problem =>
  new Problem(413, 'FILE-TOO-LARGE', {
    vi: 'Tệp lớn hơn 20 MB nên chưa tải lên. Hãy xóa các trang, hình và dòng thừa rồi nạp lại.',
    en: 'The file is larger than 20 MB and was not uploaded. Delete superfluous sheets, pictures and rows, and send it again.',
  });

/** Milliseconds until a lost upload is tried again. */
const AGAIN_AFTER = 3_000;

/**
 * Sends a workbook until the server has answered. A lost connection is tried again with the same Idempotency-Key, so that
 * the return is made once even if only the answer was lost. Throws the Problem of a refusal, and when `signal` ends it.
 */
export async function uploadReturn(
  file: File,
  inform: (state: Progress) => void,
  signal: AbortSignal,
): Promise<ReceiptView> {
  if (file.size > LARGEST) throw tooLarge();
  const key = newKey();
  for (;;) {
    signal.throwIfAborted();
    try {
      return await sendOnce(file, key, (fraction) => inform({ at: 'sending', file, fraction }), signal);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 0 || signal.aborted) throw error;
      inform({ at: 'waiting', file });
      await connectionOrPause(signal);
    }
  }
}

/** Fetch tells nothing of how far an upload is; XMLHttpRequest does. */
function sendOnce(
  file: File,
  key: string,
  progress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<ReceiptView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/returns');
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
    form.append('file', file);
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
