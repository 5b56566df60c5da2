import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { AuditEntryView, AuditWordsView, AuditWordView } from '@thongvon/api-contract';
import { address, getQuery } from '../../api/client';
import { type Messages, useSaid, useText, withValues } from '../../language';
import { DateText } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Filter, ListPage, useFilteredList } from '../../shared/list/list-page';
import { words } from './common';
import { SubjectLink, SubjectName } from './subject-name';

/** Who did what to which thing, and when. */
export function AuditTrail() {
  const t = useText(messages);
  const say = useSaid();
  const { value, set } = useAddressState();
  const entries = useFilteredList<AuditEntryView>(['audit-trail'], '/api/audit-trail', useFilters());
  const isOfOne = value('ma') !== undefined;
  const [first] = entries.list.rows ?? [];
  return (
    <ListPage
      {...entries}
      title={t.count}
      end={<a href={address('/api/audit-trail/workbook', entries.request)}>{t.export}</a>}
      titles={t}
      cells={{
        at: ({ at }) => <DateText date={String(at)} />,
        who: {
          width: '20%',
          render: ({ actor }) => actor?.name ?? <span className="muted">{t.system}</span>,
          sub: ({ actor }) => actor?.organizationName,
        },
        what: { width: '17%', render: (entry) => say(entry, 'label') },
        which: {
          wide: true,
          width: '32%',
          render: ({ subject }) => (
            <SubjectName subject={subject}>
              {!isOfOne && (
                <>
                  {' · '}
                  <button
                    type="button"
                    className="link noprint"
                    aria-label={`${t.onlyThis}: ${subject.name ?? subject.id}`}
                    onClick={() => set({ loai: subject.kind, ma: subject.id })}
                  >
                    {t.onlyThis}
                  </button>
                </>
              )}
            </SubjectName>
          ),
        },
        details: { wide: true, render: (entry) => <Details {...entry} /> },
      }}
      empty={t.none}
    >
      {isOfOne && first && (
        <p className="small">
          {t.onlyThing(say(first.subject, 'label'), first.subject.name ?? first.subject.id)}
          {' · '}
          <button type="button" className="link" onClick={() => set({ loai: undefined, ma: undefined })}>
            {t.showAll}
          </button>
        </p>
      )}
    </ListPage>
  );
}

/** What can be chosen among changes only with the version of the system. */
function useFilters(): readonly Filter[] {
  const t = useText(messages);
  const say = useSaid();
  const { data } = useQuery({
    ...getQuery<AuditWordsView>(['audit-trail', 'words'], '/api/audit-trail/words'),
    staleTime: Infinity,
  });
  const options = (known?: readonly AuditWordView[]) =>
    known?.map((word) => ({ value: word.key, name: say(word, 'label') }));
  const [actions, subjects] = [options(data?.actions), options(data?.subjects)];
  return [
    { kind: 'words', name: 'q', label: t.person },
    { kind: 'choice', name: 'viec', param: 'action', label: t.action, options: actions },
    { kind: 'choice', name: 'loai', param: 'subjectKind', label: t.kind, options: subjects, clears: 'ma' },
    { kind: 'date', name: 'tu', param: 'from', label: t.from },
    { kind: 'date', name: 'den', param: 'to', label: t.to },
    { kind: 'link', name: 'ma', param: 'subjectId' },
  ];
}

/** What else an entry keeps, a name and a value each. The project that the thing belongs to is left out: it stands next to it. */
function Details({ subject, facts }: Pick<AuditEntryView, 'subject' | 'facts'>) {
  const say = useSaid();
  const shown = facts.filter(({ values }) => values.every(({ thing }) => thing?.id !== subject.projectId));
  if (shown.length === 0) return null;
  return (
    <ul className="ad-details">
      {shown.map((fact) => (
        <li key={fact.label}>
          <span className="muted">{say(fact, 'label')}:</span>{' '}
          {fact.values.map((value, i) => (
            <Fragment key={i}>
              {i > 0 && ', '}
              {value.thing === null ? say(value, 'text') : <SubjectLink subject={value.thing} />}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}

const messages = {
  ...words,
  count: withValues('{} việc đã ghi', '{} actions'),
  person: { vi: 'Tìm người hoặc đơn vị', en: 'Search person or organisation' },
  action: { vi: 'Việc', en: 'Action' },
  kind: { vi: 'Đối tượng', en: 'Thing' },
  to: { vi: 'đến hết ngày', en: 'to the end of' },
  export: { vi: 'Xuất Excel', en: 'Export to Excel' },
  at: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Làm gì', en: 'Did what' },
  which: { vi: 'Với đối tượng nào', en: 'To which thing' },
  details: { vi: 'Chi tiết', en: 'Details' },
  system: { vi: 'hệ thống', en: 'the system' },
  onlyThis: { vi: 'lọc', en: 'filter' },
  onlyThing: withValues('Chỉ những việc với {kind} “{name}”', 'Only actions to the {kind} “{name}”'),
  showAll: { vi: 'Xem mọi đối tượng', en: 'Show all things' },
  none: { vi: 'Không có việc nào khớp', en: 'Nothing matches' },
} satisfies Messages;
