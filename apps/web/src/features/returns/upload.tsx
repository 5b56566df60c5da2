import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { address, Problem } from '../../api/client';
import { holdUpload, takeHeld } from '../../api/held-upload';
import { SESSION_KEY, useUser } from '../../api/session';
import { ACCEPTED } from './accepted-files';
import { type Progress, uploadReturn } from './send-file';

/** What makes one return: a file, or several that belong together. */
export type ReturnFiles = readonly File[];

/** Files that weren't taken, and why. */
export interface RefusedFiles {
  readonly files: ReturnFiles;
  readonly problem: Problem;
}

/** How uploads go. `ask`: several files came, or one for a return of several, and a person says what they are. */
export type UploadState =
  | { readonly at: 'idle' }
  | (Progress & { readonly nth: number; readonly of: number })
  | { readonly at: 'done'; readonly taken: number; readonly refused: readonly RefusedFiles[] }
  | { readonly at: 'ask'; readonly files: readonly File[]; readonly replaces: number };

export interface Upload {
  readonly state: UploadState;
  /** Files came; where it isn't clear what they are, that is asked first. */
  readonly start: (files: readonly File[]) => void;
  /** One return after the other. */
  readonly send: (returns: readonly ReturnFiles[]) => void;
  /** Forgets the files that were asked about. */
  readonly cancel: () => void;
}

/** The return that an upload takes the place of, and how many files it has. */
interface Replaced {
  readonly id: string;
  readonly files: number;
}

/** The return that an upload or a reply has just led to: its page takes the focus, which the page before it had. */
let arrived: string | undefined;

/** This return is led to: its page takes the focus. */
export function leadTo(id: string): void {
  arrived = id;
}

/** Whether an upload led to this return; once. */
export function hasArrived(id: string): boolean {
  const is = arrived === id;
  if (is) arrived = undefined;
  return is;
}

/**
 * Uploads returns one after the other. After a single one it goes to it; it takes the place of `replaced`. While it is under way
 * the browser asks before it leaves the page; if the session ends, the files are held until the same person is back.
 */
export function useUpload(replaced?: Replaced): Upload {
  const [state, setState] = useState<UploadState>({ at: 'idle' });
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const { id: userId } = useUser();
  const running = useRef<{ readonly controller: AbortController; left: readonly ReturnFiles[] }>(undefined);
  const earlierId = replaced?.id;

  const isBusy = state.at === 'sending' || state.at === 'waiting';
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);

  const open = (id: string, duplicate: boolean) => {
    leadTo(id);
    navigate(
      address(`/bao-cao/${id}`, { trung: duplicate ? 1 : '', thay: id === earlierId ? '' : earlierId }),
    );
  };

  const run = async (returns: readonly ReturnFiles[]): Promise<void> => {
    running.current?.controller.abort();
    const task = { controller: new AbortController(), left: returns };
    running.current = task;
    const { signal } = task.controller;
    const refused: RefusedFiles[] = [];
    for (const [i, files] of returns.entries()) {
      task.left = returns.slice(i);
      try {
        const place = { nth: i + 1, of: returns.length };
        const { id, duplicate } = await uploadReturn(
          files,
          (progress) => setState({ ...progress, ...place }),
          signal,
        );
        void client.invalidateQueries({ queryKey: ['returns'] });
        if (returns.length === 1) {
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
          holdUpload({ returns: task.left, userId });
          task.left = [];
          client.setQueryData(SESSION_KEY, null);
          return;
        }
        refused.push({ files, problem: error });
      }
    }
    task.left = [];
    setState({ at: 'done', taken: returns.length - refused.length, refused });
  };

  const send = (returns: readonly ReturnFiles[]) => {
    if (returns.length > 0) void run(returns);
  };
  const start = (files: readonly File[]) => {
    const replaces = replaced?.files ?? 0;
    if (files.length > 1 || (files.length === 1 && replaces > 1)) setState({ at: 'ask', files, replaces });
    else send(files.map((file) => [file]));
  };

  const resuming = useRef(send);
  useEffect(() => {
    resuming.current = send;
  });
  useEffect(() => {
    resuming.current(takeHeld(userId));
    return () => {
      const { controller, left = [] } = running.current ?? {};
      controller?.abort();
      // Another call may have found first that the session has ended.
      if (left.length > 0 && client.getQueryData(SESSION_KEY) === null) holdUpload({ returns: left, userId });
    };
  }, [client, userId]);

  return { state, start, send, cancel: () => setState({ at: 'idle' }) };
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

interface FileButtonProps {
  readonly text: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly isMain?: boolean;
}

/** A button that asks for workbooks; works by keyboard, and the same file can be chosen twice. */
export function FileButton({ text, onFiles, isMain = false }: FileButtonProps) {
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
        multiple
        accept={ACCEPTED}
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
