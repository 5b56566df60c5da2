import { queryOptions } from '@tanstack/react-query';
import type { AddedWordView, ExplainedCaptionView, VocabularyView } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

/** Part of the version of the system: asked for once. */
export const vocabularyQuery = queryOptions({
  queryKey: ['reading-vocabulary'],
  queryFn: ({ signal }) => get<VocabularyView>('/api/reading-vocabulary', {}, signal),
  staleTime: Infinity,
});

/** What changes with the words of this installation. */
export const WORDS_KEY = ['reading-words'] as const;

export const wordsQuery = longList<AddedWordView>(WORDS_KEY, '/api/reading-vocabulary/words', {});

export const captionQuery = (text: string) =>
  queryOptions({
    queryKey: [...WORDS_KEY, 'caption', text],
    queryFn: ({ signal }) => get<ExplainedCaptionView>('/api/reading-vocabulary/caption', { text }, signal),
    enabled: text.trim() !== '',
    placeholderData: (before) => before,
  });
