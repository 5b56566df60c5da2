import { queryOptions } from '@tanstack/react-query';
import type { ExplainedCaptionView, VocabularyView } from '@thongvon/contracts';
import { get } from '../../api/client';

/** Part of the version of the system: asked for once. */
export const vocabularyQuery = queryOptions({
  queryKey: ['reading-vocabulary'],
  queryFn: ({ signal }) => get<VocabularyView>('/api/reading-vocabulary', {}, signal),
  staleTime: Infinity,
});

export const captionQuery = (text: string) =>
  queryOptions({
    queryKey: ['reading-vocabulary', 'caption', text],
    queryFn: ({ signal }) => get<ExplainedCaptionView>('/api/reading-vocabulary/caption', { text }, signal),
    enabled: text.trim() !== '',
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
