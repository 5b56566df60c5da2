import { useRef } from 'react';
import { newKey } from '../../api/client';

/**
 * Headers by which a request that is sent again, as after a lost connection, is done once. Once it is `done`, the same words are a new
 * request.
 */
export function useSendOnce() {
  const sent = useRef({ request: '', key: '' });
  const keyOf = (request: object): string => {
    const text = JSON.stringify(request);
    if (sent.current.request !== text) sent.current = { request: text, key: newKey() };
    return sent.current.key;
  };
  return {
    keyOf,
    headers: (request: object): Readonly<Record<string, string>> => ({ 'idempotency-key': keyOf(request) }),
    done: () => {
      sent.current = { request: '', key: '' };
    },
  };
}
