import { formatPlainDate, type Name, parsePlainDate } from '@thongvon/kernel';
import { codeWords, detailWords, YES_OR_NO } from '../messages/audit-words';
import type { Fact, FactValue, NamedEntry, NamedSubject } from './audit-entry';

/** The details of an entry, as pages and the workbook say them: ids by the names of what they mean, codes and dates in words. */
export function detailsInWords({ details, mentioned }: Pick<NamedEntry, 'details' | 'mentioned'>): Fact[] {
  const things = new Map(mentioned.map((thing) => [thing.id, thing]));
  const valueOf = (value: unknown): FactValue => {
    const thing = typeof value === 'string' ? things.get(value) : undefined;
    const { vi, en } = thing === undefined ? inWords(value) : nameOf(thing);
    return { text: vi, textEn: en, thing: thing ?? null };
  };
  return Object.entries(details).map(([key, value]) => {
    const { vi, en } = detailWords(key);
    const values: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
    return { label: vi, labelEn: en, values: values.map(valueOf) };
  });
}

/** Of a file: its first digits tell two apart. */
const HASH = /^[\da-f]{64}$/;
/** What isn't there. */
const NOTHING = '–';

function inWords(value: unknown): Name {
  if (value === null || value === undefined) return alike(NOTHING);
  if (typeof value === 'boolean') return YES_OR_NO[value ? 'yes' : 'no'];
  if (typeof value === 'string') return codeWords(value) ?? alike(textOf(value));
  if (typeof value === 'number') return alike(String(value));
  if (typeof value !== 'object') return alike(NOTHING);
  const parts = Array.isArray(value)
    ? value.map(inWords)
    : Object.entries(value).map(([key, inner]) => {
        const { vi, en } = inWords(inner);
        return { vi: `${key} ${vi}`, en: `${key} ${en}` };
      });
  if (parts.length === 0) return alike(Array.isArray(value) ? NOTHING : '');
  return { vi: parts.map(({ vi }) => vi).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

function textOf(text: string): string {
  const day = parsePlainDate(text);
  if (day !== undefined) return formatPlainDate(day);
  return HASH.test(text) ? `${text.slice(0, 12)}…` : text;
}

const alike = (text: string): Name => ({ vi: text, en: text });

const nameOf = ({ id, name }: NamedSubject): Name => alike(name ?? id);
