import { Link } from 'wouter';
import type { BlockerDetailView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { BLOCKER_EVENTS } from '../../shared/blocker-words';
import { messages } from './messages';
import { momentsOf, type Moment } from './moments';

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
  const { on, type, text, evidence, source } = event;
  const names: Readonly<Record<string, string>> = useText(BLOCKER_EVENTS);
  return (
    <li>
      <span className="n">{formats.date(on)}</span>
      <span>
        <b>{names[type] ?? type}</b>
        {text !== null && `: ${text}`}
        {times > 1 && <span className="muted"> ({t.repeated(times, formats.date(since))})</span>}
        {evidence !== null && <span className="muted"> ({evidence})</span>}
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
