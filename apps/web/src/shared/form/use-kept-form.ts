import type { QueryKey } from '@tanstack/react-query';
import { useUser } from '../../api/session';
import { type Method, type Texts, useChange } from './form';
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
