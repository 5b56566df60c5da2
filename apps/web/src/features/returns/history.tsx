import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { messages } from './messages';
import type { SeenReturn } from './queries';

/** What happened to the return, the latest first. */
export function History({ history }: Pick<SeenReturn, 'history'>) {
  const t = useText(messages);
  const formats = useFormats();
  const say = (type: string): string => {
    const key = `event-${type}` as keyof typeof messages;
    return key in messages ? (t[key] as string) : type;
  };
  return (
    <Section title={t.history}>
      <ul className="rt-log">
        {[...history].reverse().map(({ id, type, at, data }) => (
          <li key={id}>
            <b className="n">{formats.instant(at).slice(0, 5)}</b>
            <span>{say(type)}</span>
            <span className="sub">
              <span className="n">{formats.instant(at).slice(11)}</span>
              {typeof data['reason'] === 'string' && ` · ${t.because(data['reason'])}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
