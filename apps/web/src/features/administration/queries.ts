import { queryOptions } from '@tanstack/react-query';
import type { VocabularyView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';

export const USERS_KEY = ['users'] as const;
export const ORGANIZATIONS_KEY = ['organizations'] as const;
export const DUTIES_KEY = ['reporting-duties'] as const;
export const RECIPIENTS_KEY = ['digest', 'recipients'] as const;
export const RULES_KEY = ['alert-rules'] as const;
export const HOLIDAYS_KEY = ['holidays'] as const;
/** What changes with the words of this installation. */
export const WORDS_KEY = ['reading-words'] as const;

/** Part of the version of the system: asked for once. */
export const vocabularyQuery = queryOptions({
  ...getQuery<VocabularyView>(['reading-vocabulary'], '/api/reading-vocabulary'),
  staleTime: Infinity,
});
