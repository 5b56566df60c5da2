import { unaccent } from '@thongvon/kernel';
import type { DecisionReading } from '../reading';
import { datesIn } from '../values/date-text';
import type { Statement } from './statements';

const NUMBER =
  /(?:quyet dinh|nghi quyet|\bqd\b|\bnq\b)(?:\s+(?:giao|phe duyet|phan bo|dieu chinh)[^,;()]*?)?\s*(?:so)?\s*[:.]?\s*(\d+[a-z]?\s?\/[\w./-]*[a-z][\w.-]*)/g;

export interface FoundDecision {
  readonly number: string;
  readonly date: DecisionReading['date'] | undefined;
  readonly statement: Statement;
  /** "Kèm theo Quyết định …": the decision that this plan itself belongs to. */
  readonly attached: boolean;
}

/** The decisions that the rows above a plan name, those it is attached to first. */
export function decisionsIn(statements: readonly Statement[]): FoundDecision[] {
  const found = statements.flatMap((statement) => {
    const plain = unaccent(statement.text);
    const matches = [...plain.matchAll(NUMBER)];
    return matches.map((match, i): FoundDecision => {
      const end = match.index + match[0].length;
      const until = matches[i + 1]?.index ?? plain.length;
      const date = datesIn(statement.text).find(
        (d) => d.start >= end && d.start < until && /ngay\s*$/.test(plain.slice(end, d.start)),
      );
      const at = match.index + match[0].length - (match[1] ?? '').length;
      return {
        number: statement.text
          .slice(at, end)
          .replace(/\s/g, '')
          .replace(/[.,;)]+$/, ''),
        date: date?.date,
        statement,
        attached: plain.slice(Math.max(0, match.index - 40), match.index).includes('kem theo'),
      };
    });
  });
  return [...found.filter((d) => d.attached), ...found.filter((d) => !d.attached)];
}

/** "adjustment" when titles, captions or the reference speak of adjusting or supplementing; else "initial". */
export function modeOf(texts: readonly string[]): DecisionReading['mode'] {
  return texts.some((text) => /\b(?:dieu chinh|bo sung)\b/.test(unaccent(text))) ? 'adjustment' : 'initial';
}
