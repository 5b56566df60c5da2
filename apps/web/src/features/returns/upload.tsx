import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ReceiptView } from '@thongvon/api-contract';
import { address, csrfHeader, newKey, Problem, problemOf, unreachable } from '../../api/client';

/** How an upload goes: `fraction` of the bytes sent, or waiting for the connection to come back. */
export type UploadState =
  | { readonly at: 'idle' }
  | { readonly at: 'sending'; readonly file: File; readonly fraction: number }
  | { readonly at: 'waiting'; readonly file: File }
  | { readonly at: 'refused'; readonly file: File; readonly problem: Problem };

/** Milliseconds until a lost upload is tried again. */
const AGAIN_AFTER = 3_000;

/**
 * Sends a workbook until the server has answered. A lost connection is tried again with the same Idempotency-Key, so that
 * the return is made once even if only the answer was lost. Throws the Problem of a refusal, and when `signal` ends it.
 */
async function uploadReturn(
  file: File,
  tell: (state: UploadState) => void,
  signal: AbortSignal,
): Promise<ReceiptView> {
  const key = newKey();
  for (;;) {
    signal.throwIfAborted();
    try {
      return await sendOnce(file, key, (fraction) => tell({ at: 'sending', file, fraction }), signal);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 0 || signal.aborted) throw error;
      tell({ at: 'waiting', file });
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

/** Uploads a workbook and goes to its return, which mends that of `earlierId`. While it is under way the browser asks before it leaves the page. */
export function useUpload(earlierId?: string): {
  readonly state: UploadState;
  readonly start: (file: File) => void;
} {
  const [state, setState] = useState<UploadState>({ at: 'idle' });
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const isBusy = state.at === 'sending' || state.at === 'waiting';
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);

  const start = (file: File) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    uploadReturn(file, setState, controller.signal).then(
      ({ id, duplicate }) => {
        setState({ at: 'idle' });
        void client.invalidateQueries({ queryKey: ['returns'] });
        navigate(
          address(`/bao-cao/${id}`, {
            trung: duplicate === true ? 1 : '',
            thay: id === earlierId ? '' : earlierId,
          }),
        );
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        if (!(error instanceof Problem)) throw error;
        setState({ at: 'refused', file, problem: error });
      },
    );
  };
  return { state, start };
}

/** The whole window takes a dropped file; true while one is held over it. Without it a browser would leave the page. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const taking = useRef(onFile);
  useEffect(() => {
    taking.current = onFile;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) taking.current(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

/** What can be read as a return; the server looks at the bytes, not at the name. */
const WORKBOOKS = '.xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.txt,.xml,.htm,.html';

interface FileButtonProps {
  readonly text: string;
  readonly onFile: (file: File) => void;
  readonly isMain?: boolean;
}

/** A button that asks for a workbook; works by keyboard, and the same file can be chosen twice. */
export function FileButton({ text, onFile, isMain = false }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={isMain ? 'btn btn-main' : 'btn'}
        onClick={() => input.current?.click()}
      >
        {text}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={WORKBOOKS}
        aria-label={text}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
