import { Fragment, type ReactNode } from 'react';
import type { AuditEntryView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { detailNames, messages } from './audit-trail-messages';
import { messages as pageMessages } from './messages';
import { ROLE_ORDER } from './roles';
import { SubjectLink } from './subject-name';

type AuditDetailsProps = Pick<AuditEntryView, 'subject' | 'details' | 'mentioned'>;

/** What else an entry keeps, a name and a value each; things by their names. A project that stands next to it is left out. */
export function AuditDetails({ subject, details, mentioned }: AuditDetailsProps) {
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
