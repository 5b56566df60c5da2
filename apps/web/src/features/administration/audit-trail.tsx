import type { AuditEntryView } from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText } from '../../language';
import { DateText, EmptyState, ListStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { DataTable, type Column } from '../../shared/data-table';
import { AuditDetails } from './audit-details';
import { AuditFilters } from './audit-filters';
import { messages } from './audit-trail-messages';
import { auditTrailQuery, type AuditFilter } from './audit-trail-queries';
import { SubjectName } from './subject-name';

/** Who did what to which thing, and when. */
export function AuditTrail() {
  const t = useText(messages);
  const formats = useFormats();
  const { language } = usePreferences();
  const { value, set } = useAddressState();
  const filter = filterOf(value);
  const list = useLongList(auditTrailQuery(filter));
  const count = t.count(formats.count(list.total));
  const columns: readonly Column<AuditEntryView>[] = [
    {
      key: 'at',
      title: t.at,
      name: t.at,
      className: 'ad-when',
      render: ({ at }) => <DateText date={String(at)} />,
    },
    {
      key: 'who',
      width: '20%',
      title: t.who,
      name: t.who,
      render: ({ actor }) =>
        actor === null ? (
          <span className="muted">{t.system}</span>
        ) : (
          <>
            {actor.name}
            <span className="sub">{actor.organizationName}</span>
          </>
        ),
    },
    {
      key: 'what',
      width: '17%',
      title: t.what,
      name: t.what,
      render: ({ label, labelEn }) => (language === 'vi' ? label : labelEn),
    },
    {
      key: 'which',
      width: '32%',
      title: t.which,
      name: t.which,
      render: ({ subject }) => (
        <SubjectName subject={subject}>
          {filter.subjectId === undefined && (
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
    {
      key: 'details',
      title: t.details,
      name: t.details,
      render: ({ subject, details, mentioned }) => (
        <AuditDetails subject={subject} details={details} mentioned={mentioned} />
      ),
    },
  ];
  const [first] = list.rows ?? [];
  return (
    <Section title={count} end={<a href={address('/api/audit-trail/workbook', filter)}>{t.export}</a>}>
      <AuditFilters />
      {filter.subjectId !== undefined && first && (
        <p className="small">
          {t.onlyThing(
            language === 'vi' ? first.subject.label : first.subject.labelEn,
            first.subject.name ?? first.subject.id,
          )}
          {' · '}
          <button type="button" className="link" onClick={() => set({ loai: undefined, ma: undefined })}>
            {t.showAll}
          </button>
        </p>
      )}
      <ListStates list={list} empty={<EmptyState title={t.none} />}>
        {(rows) => (
          <DataTable caption={count} columns={columns} rows={rows} keyOf={({ id }) => id} onEnd={list.more} />
        )}
      </ListStates>
    </Section>
  );
}

/** The filter that the address bar holds. */
function filterOf(value: (name: string) => string | undefined): AuditFilter {
  const named = {
    q: value('q'),
    action: value('viec'),
    subjectKind: value('loai'),
    subjectId: value('ma'),
    from: value('tu'),
    to: value('den'),
  };
  return Object.fromEntries(Object.entries(named).filter(([, text]) => text !== undefined));
}
