import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { address } from '../../api/client';
import { Problem } from '../../api/problem';
import { uploadReturn, type UploadState } from './upload';

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
