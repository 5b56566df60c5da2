import { queryOptions } from '@tanstack/react-query';
import type {
  AddedWordView,
  AlertRulesView,
  AuditEntryView,
  AuditListQuery,
  AuditWordsView,
  DigestRecipientView,
  ExplainedCaptionView,
  HolidayYearView,
  ListOf,
  MailView,
  OrganizationDutiesView,
  OrganizationView,
  SummaryView,
  UserView,
  VocabularyView,
} from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';
import type { Option } from './fields';

export const USERS_KEY = ['users'] as const;
export const MAILS_KEY = ['mails'] as const;
export const ORGANIZATIONS_KEY = ['organizations'] as const;
export const DUTIES_KEY = ['reporting-duties'] as const;
export const RECIPIENTS_KEY = ['digest', 'recipients'] as const;
export const RULES_KEY = ['alert-rules'] as const;
export const HOLIDAYS_KEY = ['holidays'] as const;

export const usersQuery = (q: string | undefined) => longList<UserView>(USERS_KEY, '/api/users', { q });
export const organizationsQuery = longList<OrganizationView>(ORGANIZATIONS_KEY, '/api/organizations', {});
export const mailsQuery = (filter: {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
}) => longList<MailView>(MAILS_KEY, '/api/mails', filter);

/** Who owes what, among the offices that exist on the day. */
export const dutiesQuery = (asOf: string) =>
  longList<OrganizationDutiesView>(DUTIES_KEY, '/api/reporting-duties', { asOf });

/** The accounts that words find, for choosing one. */
export const accountsFoundQuery = (q: string) =>
  queryOptions({
    queryKey: [...USERS_KEY, 'found', q],
    queryFn: ({ signal }) => get<ListOf<UserView>>('/api/users', { limit: 500, q }, signal),
  });

export const recipientsQuery = queryOptions({
  queryKey: RECIPIENTS_KEY,
  queryFn: ({ signal }) => get<DigestRecipientView[]>('/api/digest/recipients', {}, signal),
});

export const rulesQuery = queryOptions({
  queryKey: RULES_KEY,
  queryFn: ({ signal }) => get<AlertRulesView>('/api/alert-rules', {}, signal),
});

/** The sources of a plan year, as its plan and returns name them, for choosing one. */
export const sourcesQuery = (planYear: number, asOf: string) =>
  queryOptions({
    queryKey: ['disbursements', 'summary', { planYear, asOf, groupBy: 'source' }],
    queryFn: ({ signal }) =>
      get<SummaryView>('/api/disbursements/summary', { planYear, asOf, groupBy: 'source' }, signal),
    select: ({ groups }: SummaryView): readonly Option[] =>
      groups.flatMap(({ key, label }) =>
        key === null || key === 'unspecified' ? [] : [{ value: key, name: label ?? key }],
      ),
  });

export const holidaysQuery = (year: number) =>
  queryOptions({
    queryKey: [...HOLIDAYS_KEY, year],
    queryFn: ({ signal }) => get<HolidayYearView>(`/api/holidays/${year}`, {}, signal),
  });

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

export type AuditFilter = Partial<Record<Exclude<keyof AuditListQuery, 'limit' | 'cursor'>, string>>;

export const auditTrailQuery = (filter: AuditFilter) =>
  longList<AuditEntryView>(['audit-trail'], '/api/audit-trail', filter);

/** The words of the filters change only with the version of the system. */
export const auditWordsQuery = queryOptions({
  queryKey: ['audit-trail', 'words'],
  queryFn: ({ signal }) => get<AuditWordsView>('/api/audit-trail/words', {}, signal),
  staleTime: Infinity,
});
