import { useFormats, useText } from '../../language';
import { detailNames, messages } from './audit-trail-messages';

/** What else an entry keeps, a name and a value each. */
export function AuditDetails({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  const names: Readonly<Record<string, string>> = useText(detailNames);
  const inWords = useValueInWords();
  const parts = Object.entries(details);
  if (parts.length === 0) return null;
  return (
    <ul className="ad-details">
      {parts.map(([key, value]) => (
        <li key={key}>
          <span className="muted">{names[key] ?? key}:</span> {inWords(value)}
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
  const formats = useFormats();
  const inWords = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string')
      return DATE.test(value) ? formats.date(value) : HASH.test(value) ? `${value.slice(0, 12)}…` : value;
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inWords).join(', ');
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${inWords(inner)}`)
      .join(', ');
  };
  return inWords;
}
