import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { address, Problem } from '../../api/client';
import { holdUpload, takeHeld } from '../../api/held-upload';
import { SESSION_KEY, useUser } from '../../api/session';
import { type Progress, uploadReturn } from './send-file';

/** A file that wasn't taken, and why. */
export interface RefusedFile {
  readonly file: File;
  readonly problem: Problem;
}

/** How uploads go. `choose`: a return is mended by one file, and several came. */
export type UploadState =
  | { readonly at: 'idle' }
  | (Progress & { readonly nth: number; readonly of: number })
  | { readonly at: 'done'; readonly taken: number; readonly refused: readonly RefusedFile[] }
  | { readonly at: 'choose'; readonly files: readonly File[] };

/**
 * Uploads workbooks one after the other. After a single one it goes to its return, which mends that of `earlierId`. While it is
 * under way the browser asks before it leaves the page; if the session ends, the files are held until the same person is back.
 */
export function useUpload(earlierId?: string): {
  readonly state: UploadState;
  readonly start: (files: readonly File[]) => void;
} {
  const [state, setState] = useState<UploadState>({ at: 'idle' });
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const { id: userId } = useUser();
  const running = useRef<{ readonly controller: AbortController; left: readonly File[] }>(undefined);

  const isBusy = state.at === 'sending' || state.at === 'waiting';
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);

  const open = (id: string, duplicate: boolean) =>
    navigate(
      address(`/bao-cao/${id}`, { trung: duplicate ? 1 : '', thay: id === earlierId ? '' : earlierId }),
    );

  const run = async (files: readonly File[]): Promise<void> => {
    running.current?.controller.abort();
    const task = { controller: new AbortController(), left: files };
    running.current = task;
    const { signal } = task.controller;
    const refused: RefusedFile[] = [];
    for (const [i, file] of files.entries()) {
      task.left = files.slice(i);
      try {
        const place = { nth: i + 1, of: files.length };
        const { id, duplicate } = await uploadReturn(
          file,
          (progress) => setState({ ...progress, ...place }),
          signal,
        );
        void client.invalidateQueries({ queryKey: ['returns'] });
        if (files.length === 1) {
          task.left = [];
          setState({ at: 'idle' });
          open(id, duplicate === true);
          return;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Problem)) throw error;
        if (error.status === 401) {
          // Shows where to sign in; what is left goes on afterwards.
          holdUpload({ files: task.left, userId });
          task.left = [];
          client.setQueryData(SESSION_KEY, null);
          return;
        }
        refused.push({ file, problem: error });
      }
    }
    task.left = [];
    setState({ at: 'done', taken: files.length - refused.length, refused });
  };

  const start = (files: readonly File[]) => {
    if (files.length > 1 && earlierId !== undefined) setState({ at: 'choose', files });
    else if (files.length > 0) void run(files);
  };

  const resuming = useRef(start);
  useEffect(() => {
    resuming.current = start;
  });
  useEffect(() => {
    resuming.current(takeHeld(userId));
    return () => {
      const { controller, left = [] } = running.current ?? {};
      controller?.abort();
      // Another call may have found first that the session has ended.
      if (left.length > 0 && client.getQueryData(SESSION_KEY) === null) holdUpload({ files: left, userId });
    };
  }, [client, userId]);

  return { state, start };
}

/** The whole window takes dropped files; true while one is held over it. Without it a browser would leave the page. */
export function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const taking = useRef(onFiles);
  useEffect(() => {
    taking.current = onFiles;
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
      taking.current([...(event.dataTransfer?.files ?? [])]);
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
  readonly onFiles: (files: readonly File[]) => void;
  readonly isMultiple?: boolean;
  readonly isMain?: boolean;
}

/** A button that asks for a workbook; works by keyboard, and the same file can be chosen twice. */
export function FileButton({ text, onFiles, isMain = false, isMultiple = false }: FileButtonProps) {
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
        multiple={isMultiple}
        accept={WORKBOOKS}
        aria-label={text}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}
