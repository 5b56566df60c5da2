import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isLater } from '../../api/client';
import { useUser } from '../../api/session';
import type { KeptFile } from '../outbox/store';
import { type Method, type Texts, useAnnounceDone, useChange } from './form';
import { useKeptFields } from './kept-fields';
import { useSendOnce } from './send-once';
import { useTextCheck } from './text-check';

interface KeptFormDescription<T extends object & Texts<T>, Request extends object, Reply> {
  /** Tells what is typed here from what is typed in any other form. */
  readonly name: string;
  readonly fields: T;
  readonly send: readonly [method: Method, path: string];
  /** What is sent; undefined while there is nothing to send. */
  readonly request: (values: T) => Request | undefined;
  /** The field whose words must not name anybody. */
  readonly words: keyof T & string;
  readonly stale: readonly QueryKey[];
  readonly onDone: (reply: Reply) => void;
}

/** Under which key what is typed in the form of this name is kept: nobody else's, at the same desk. */
export const useDraftKey = (name: string): string => `${name}:${useUser().id}`;

/** A form of texts: what is typed is kept until it counts, its words are looked at before, and it is done once. */
export function useKeptForm<T extends object & Texts<T>, Request extends object, Reply>(
  of: KeptFormDescription<T, Request, Reply>,
) {
  const { words, send, stale } = of;
  const kept = useKeptFields(useDraftKey(of.name), of.fields);
  const { values, set } = kept;
  const once = useSendOnce();
  const change = useChange<Request, Reply>(...send, {
    stale,
    headers: once.headers,
    onDone: (reply) => {
      once.done();
      kept.reset();
      of.onDone(reply);
    },
  });
  const check = useTextCheck(values[words], (text) => set({ [words]: text } as unknown as Partial<T>));
  const request = of.request(values);
  return {
    ...kept,
    question: check.question,
    form: {
      change: {
        isPending: change.isPending || check.isPending,
        error: change.error ?? check.error,
      },
      ready: request !== undefined,
      onSubmit: () => {
        if (request === undefined) return;
        const go = () => change.mutate(request);
        if (values[words].trim() === '') go();
        else check.before(go);
      },
    },
  };
}

/** Whose form it is that waits, and what it is about. */
export type WaitingForm = Pick<KeptFile, 'userId' | 'filesAt' | 'form' | 'title' | 'page'>;

interface WaitingFormDescription<T extends object & Texts<T>, Request extends object, Reply> extends Omit<
  KeptFormDescription<T, Request, Reply>,
  'send'
> {
  /** What it is posted to; takes a `clientKey`. */
  readonly path: string;
  readonly about: Pick<KeptFile, 'title' | 'page'>;
  /** Where its file is sent. */
  readonly filesAt: string;
}

/**
 * As `useKeptForm`, of what can be written down where there is no network: it is kept in this browser first, then sent with its file, and
 * leaves the browser when the server has answered. Without an answer it waits there (docs/adr/0250).
 */
export function useWaitingForm<
  T extends object & Texts<T> & { readonly keptKey: string },
  Request extends object,
  Reply,
>(of: WaitingFormDescription<T, Request, Reply>) {
  const { words, path, about, filesAt, stale } = of;
  const { id: userId } = useUser();
  const client = useQueryClient();
  const announceDone = useAnnounceDone();
  const draft = useDraftKey(of.name);
  const kept = useKeptFields(draft, of.fields);
  const { values, set } = kept;
  const once = useSendOnce();
  const [isKept, setKept] = useState(false);
  const change = useMutation({
    mutationFn: async ({ request, isLooked }: { request: Request; isLooked: boolean }) => {
      const [{ keepAct, dropAct, dropActAlone }, { sendAct }] = await outbox();
      const key = once.keyOf(request);
      const fileKey = values.keptKey === '' ? null : values.keptKey;
      const act = {
        ...about,
        ...{ userId, key, path, words, fileKey, isLooked },
        request: Object.fromEntries(Object.entries(request)),
      };
      const order = await keepAct(act);
      if (!isLooked) return undefined;
      try {
        const reply = await sendAct<Reply>(act);
        await dropAct({ order, fileKey });
        return reply;
      } catch (error) {
        if (isLater(error)) return undefined;
        await dropActAlone(order);
        throw error;
      }
    },
    onSuccess: async (reply) => {
      await Promise.all([...stale, ['outbox']].map((queryKey) => client.invalidateQueries({ queryKey })));
      once.done();
      kept.reset();
      setKept(reply === undefined);
      if (reply === undefined) return;
      of.onDone(reply);
      announceDone();
    },
  });
  const check = useTextCheck(values[words], (text) => set({ [words]: text } as unknown as Partial<T>));
  const request = of.request(values);
  const checkError = check.error !== null && isLater(check.error) ? null : check.error;
  return {
    ...kept,
    question: check.question,
    /** What was sent last waits in this browser, and nothing was typed since. */
    isKept: isKept && request === undefined,
    waits: { ...about, filesAt, userId, form: draft } satisfies WaitingForm,
    form: {
      change: {
        isPending: change.isPending || check.isPending,
        error: change.error ?? checkError,
      },
      ready: request !== undefined,
      onSubmit: () => {
        if (request === undefined) return;
        check.before(
          () => change.mutate({ request, isLooked: true }),
          (error) => isLater(error) && change.mutate({ request, isLooked: false }),
        );
      },
    },
  };
}

/** Fetched with the first page after signing in, to be there when the network isn't. */
const outbox = () => Promise.all([import('../outbox/store'), import('../outbox/send-waiting')]);
