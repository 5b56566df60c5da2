import { Fragment, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { AuditEntryView, AuditWordView } from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText } from '../../language';
import { DateText, EmptyState, ListStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/date-input/date-input';
import { SearchBox } from '../../shared/search-box';
import { detailNames, messages } from './audit-trail-messages';
import { type AuditFilter, auditTrailQuery, auditWordsQuery } from './queries';
import { messages as pageMessages, ROLE_ORDER } from './messages';
import { SubjectLink, SubjectName } from './subject-name';

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

type AuditDetailsProps = Pick<AuditEntryView, 'subject' | 'details' | 'mentioned'>;

/** What else an entry keeps, a name and a value each; things by their names. A project that stands next to it is left out. */
function AuditDetails({ subject, details, mentioned }: AuditDetailsProps) {
  const names: Readonly<Record<string, string>> = useText(detailNames);
  const inWords = useValueInWords();
  const things = new Map(mentioned.map((thing) => [thing.id, thing]));
  const shown = (value: unknown): ReactNode => {
    const thing = typeof value === 'string' ? things.get(value) : undefined;
    return thing ? <SubjectLink subject={thing} /> : inWords(value);
  };
  const parts = Object.entries(details).filter(([, value]) => value !== (subject.projectId ?? undefined));
  if (parts.length === 0) return null;
  return (
    <ul className="ad-details">
      {parts.map(([key, value]) => (
        <li key={key}>
          <span className="muted">{names[key] ?? key}:</span>{' '}
          {Array.isArray(value) && value.length > 0
            ? value.map((item: unknown, i) => (
                <Fragment key={i}>
                  {i > 0 && ', '}
                  {shown(item)}
                </Fragment>
              ))
            : shown(value)}
        </li>
      ))}
    </ul>
  );
}

/** Of a file: its first digits tell two apart. */
const HASH = /^[\da-f]{64}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function useValueInWords(): (value: unknown) => string {
  const t = useText(messages);
  const roles = useText(pageMessages);
  const formats = useFormats();
  const inWords = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return String(value);
    const role = ROLE_ORDER.find((known) => known === value);
    if (role !== undefined) return roles[role];
    if (typeof value === 'string')
      return DATE.test(value) ? formats.date(value) : HASH.test(value) ? `${value.slice(0, 12)}…` : value;
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inWords).join(', ');
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${inWords(inner)}`)
      .join(', ');
  };
  return inWords;
}

/** By person, action, thing and day; kept in the address bar. */
function AuditFilters() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const words = useQuery(auditWordsQuery);
  const day = (name: string, label: string) => (
    <DateInput inline label={label} value={value(name)} onChange={(date) => set({ [name]: date })} />
  );
  return (
    <div className="tools ad-filters noprint" role="search">
      <SearchBox label={t.person} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <Choice
        label={t.action}
        value={value('viec')}
        words={words.data?.actions}
        onChange={(viec) => set({ viec })}
      />
      <Choice
        label={t.kind}
        value={value('loai')}
        words={words.data?.subjects}
        onChange={(loai) => set({ loai, ma: undefined })}
      />
      {day('tu', t.from)}
      {day('den', t.to)}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Not there yet: only what is chosen is offered. */
  readonly words: readonly AuditWordView[] | undefined;
  readonly onChange: (key: string) => void;
}

function Choice({ label, value = '', words, onChange }: ChoiceProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  return (
    <label>
      {label}
      <select className="control" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.any}</option>
        {words === undefined && value !== '' && <option value={value}>{value}</option>}
        {words?.map(({ key, label: name, labelEn }) => (
          <option key={key} value={key}>
            {language === 'vi' ? name : labelEn}
          </option>
        ))}
      </select>
    </label>
  );
}
