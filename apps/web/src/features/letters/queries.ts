import { queryOptions } from '@tanstack/react-query';
import type { DigestLettersView, DigestLetterView } from '@thongvon/api-contract';
import { address, get } from '../../api/client';

const LETTERS = '/api/digest/letters';

/** Whose letters of a week can be looked at. */
export const lettersQuery = (week: string) =>
  queryOptions({
    queryKey: ['digest', 'letters', week],
    queryFn: ({ signal }) => get<DigestLettersView>(LETTERS, { week }, signal),
  });

export const letterQuery = (userId: string, week: string) =>
  queryOptions({
    queryKey: ['digest', 'letters', week, userId],
    queryFn: ({ signal }) => get<DigestLetterView>(`${LETTERS}/${userId}`, { week }, signal),
  });

/** Where the letter is a page of its own, which no script runs in. */
export const letterPage = (userId: string, week: string): string =>
  address(`${LETTERS}/${userId}/page`, { week });
