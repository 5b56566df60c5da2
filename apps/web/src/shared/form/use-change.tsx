import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { send } from '../../api/client';
import { type Messages, useText } from '../../language';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ChangeOptions<Request, Reply> {
  /** What has to be fetched anew. */
  readonly stale?: readonly QueryKey[];
  readonly onDone?: (reply: Reply, request: Request) => void;
  readonly headers?: (request: Request) => Readonly<Record<string, string>>;
  /** Nothing is kept, as of a try: nothing is announced. */
  readonly isQuiet?: boolean;
}

/** Sends a change and fetches anew what it concerns, before it counts as done and is said to be. */
export function useChange<Request extends object | undefined, Reply = undefined>(
  method: Method,
  path: string,
  { stale = [], onDone, headers, isQuiet = false }: ChangeOptions<Request, Reply> = {},
): UseMutationResult<Reply, Error, Request> {
  const t = useText(messages);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => send<Reply>(method, path, request, headers?.(request)),
    onSuccess: async (reply, request) => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(reply, request);
      if (!isQuiet) announce(t.done);
    },
  });
}

let listener: ((text: string) => void) | undefined;

/** Has screen readers say it: the form that was sent is often gone by then. */
function announce(text: string): void {
  listener?.(text);
}

/** Where what is announced stands for screen readers; once in the application. */
export function Announcements() {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    listener = (text) => setSaid(({ count }) => ({ text, count: count + 1 }));
    return () => {
      listener = undefined;
    };
  }, []);
  return (
    <div className="vh" aria-live="polite">
      {/* The same words again are a new element, else they would not be said twice. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}

const messages = { done: { vi: 'Đã ghi nhận.', en: 'Done.' } } satisfies Messages;
