import type { PreviewRemarkView } from '@thongvon/contracts';
import { useText } from '../../language';
import { Section } from '../../shared';
import { messages } from './messages';

/** Blockers that the return tells first, otherwise, or no longer; those as before are left out. */
export function Remarks({ remarks }: { readonly remarks: readonly PreviewRemarkView[] }) {
  const t = useText(messages);
  const told = remarks.filter(({ state }) => state !== 'unchanged');
  if (told.length === 0) return null;
  return (
    <Section title={t.remarks(told.length)}>
      <ul className="rt-log">
        {told.map(({ state, name, text, before, cell }, i) => (
          <li key={`${name} ${i}`}>
            <b className="cell">{cell?.cell ?? '–'}</b>
            <span>
              {t[`remark-${state}`]}: {text ?? before}
            </span>
            <span className="sub">
              {name}
              {text !== null && before !== null && ` · ${t['remark-was'](before)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
