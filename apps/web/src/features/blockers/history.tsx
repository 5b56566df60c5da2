import { Link } from 'wouter';
import type { BlockerDetailView, BlockerEventView } from '@thongvon/contracts';
import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { BLOCKER_EVENTS } from '../../shared/blocker-words';
import { messages } from './messages';

/** What returns said of it and what people did, the latest first. */
export function History({ blocker: { history } }: { readonly blocker: BlockerDetailView }) {
  const t = useText(messages);
  return (
    <Section title={t.history}>
      <ol className="bl-history">
        {history.toReversed().map((event) => (
          <Moment key={`${event.at} ${event.type} ${event.on} ${event.text}`} event={event} />
        ))}
      </ol>
    </Section>
  );
}

function Moment({ event: { on, type, text, evidence, source } }: { readonly event: BlockerEventView }) {
  const t = useText(messages);
  const formats = useFormats();
  const names: Readonly<Record<string, string>> = useText(BLOCKER_EVENTS);
  return (
    <li>
      <span className="n">{formats.date(on)}</span>
      <span>
        <b>{names[type] ?? type}</b>
        {text !== null && `: ${text}`}
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
