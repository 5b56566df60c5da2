import { useRef } from 'react';
import { newKey } from '../../api/client';

/**
 * Headers by which a request that is sent again, as after a lost connection, is done once. Once it is `done`, the same words are a new
 * request.
 */
export function useSendOnce() {
  const sent = useRef({ request: '', key: '' });
  return {
    headers: (request: object): Readonly<Record<string, string>> => {
      const text = JSON.stringify(request);
      if (sent.current.request !== text) sent.current = { request: text, key: newKey() };
      return { 'idempotency-key': sent.current.key };
    },
    done: () => {
      sent.current = { request: '', key: '' };
    },
  };
}
