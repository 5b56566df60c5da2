import { Link } from 'wouter';
import type { BlockerDetailView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { Section } from '../../shared';
import { useCauseNames } from '../../shared/capital-held/held';
import { useTakenInWords } from '../../shared/form/evidence-field';
import { BLOCKER_EVENTS } from '../../shared/words';
import { LEVELS } from './acts/messages';
import { ASKED, messages, SET } from './messages';
import { type Moment, momentsOf } from './moments';

/** What returns said of it and what people did, the latest first. */
export function History({ blocker: { history } }: { readonly blocker: BlockerDetailView }) {
  const t = useText(messages);
  return (
    <Section title={t.history}>
      <ol className="bl-history">
        {momentsOf(history).map((moment) => {
          const { at, type, on, text } = moment.event;
          return <Line key={`${at} ${type} ${on} ${text}`} moment={moment} />;
        })}
      </ol>
    </Section>
  );
}

function Line({ moment: { event, times, since } }: { readonly moment: Moment }) {
  const t = useText(messages);
  const formats = useFormats();
  const { on, type, text, evidence, proof, source, changes, office } = event;
  const set = useWhatWasSet(changes);
  const inWords = useTakenInWords();
  const taken = proof?.file == null ? null : inWords(proof.file);
  const names: Readonly<Record<string, string>> = useText(BLOCKER_EVENTS);
  return (
    <li>
      <span className="n">{formats.date(on)}</span>
      <span>
        <b>{names[type] ?? type}</b>
        {text !== null && `: ${text}`}
        {office !== null && <span className="muted"> · {office.name}</span>}
        {times > 1 && <span className="muted"> ({t.repeated(times, formats.date(since))})</span>}
        {set !== null && <span className="muted"> ({set})</span>}
        {evidence !== null && <span className="muted"> ({evidence})</span>}
        {proof?.file != null && (
          <>
            {' '}
            <a href={`/api/land-clearance/evidence-files/${proof.file.id}`} className="small">
              {t.evidenceFile(proof.file.name)}
            </a>
            {taken !== null && <span className="small muted"> ({taken})</span>}
          </>
        )}
        {source !== null && (
          <>
            {' '}
            <Link href={`/bao-cao/${source.returnId}`} className="small">
              {t.fromReturn(`${source.sheet}!${source.cell}`)}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}

/** What was set, in words; null where nothing was. What it is called now stands in the heading. */
function useWhatWasSet(changes: Readonly<Record<string, unknown>>): string | null {
  const t = useText(SET);
  const asked = useText(ASKED);
  const levels: Readonly<Record<string, string>> = useText(LEVELS);
  const formats = useFormats();
  const amount = useMoney();
  const nameOf = useCauseNames();
  const { toNone } = useText(messages);
  const write = (field: keyof typeof SET, value: string): string => {
    switch (field) {
      case 'cause':
        return nameOf(value);
      case 'due':
      case 'openedOn':
        return formats.date(value);
      case 'decidingLevel':
        return levels[value] ?? value;
      case 'capitalHeld':
        return amount(value);
      default:
        return value;
    }
  };
  const { due, toOffice } = askedIn(changes);
  const askedFor = [
    ...(due === undefined ? [] : [asked.due(formats.date(due))]),
    ...(toOffice === undefined ? [] : [asked.toOffice(toOffice)]),
  ];
  const said = (Object.keys(SET) as (keyof typeof SET)[]).flatMap((field) => {
    const value = changes[field];
    if (value === null) return [t[field](toNone)];
    return typeof value === 'string' ? [t[field](write(field, value))] : [];
  });
  const all = [...askedFor, ...said];
  return all.length === 0 ? null : all.join('; ');
}

/** The new date or the office that a proposal asks for. */
function askedIn({ proposal }: Readonly<Record<string, unknown>>): {
  readonly due?: string;
  readonly toOffice?: string;
} {
  if (typeof proposal !== 'object' || proposal === null) return {};
  const { due, toOffice } = proposal as Readonly<Record<string, unknown>>;
  return {
    ...(typeof due === 'string' ? { due } : {}),
    ...(typeof toOffice === 'string' ? { toOffice } : {}),
  };
}
