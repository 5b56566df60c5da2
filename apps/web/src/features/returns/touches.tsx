import type { TouchedView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Section } from '../../shared';
import type { SeenReturn } from './queries';
import { messages } from './touches-messages';

/** Whose projects a return touches: before anybody approves what it says of another office's. */
export function Touches({ touches }: { readonly touches: readonly TouchedView[] }) {
  const t = useText(messages);
  if (touches.length === 0) return null;
  const isOnlyOwn = touches.every(({ relation }) => relation === 'own');
  return (
    <p className={isOnlyOwn ? 'small muted' : 'small'}>
      {t.touches}{' '}
      {touches.map(({ organization, projects, relation }, index) => (
        <span key={`${organization.id} ${relation}`}>
          {index > 0 && '; '}
          {relation === 'own' ? (
            t['touched-own'](projects)
          ) : (
            <b>{t[`touched-${relation}`](projects, organization.name)}</b>
          )}
        </span>
      ))}
    </p>
  );
}

/** Which projects approving the return registers under the sender's office: to be seen before it is approved. */
export function Registers({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const { registers, organization } = seen;
  if (registers.length === 0) return null;
  return (
    <Section title={t.registers(registers.length, organization.name)}>
      <ul>
        {registers.map(({ code, name }) => (
          <li key={code ?? name} className="small">
            {code !== null && <span className="n">{code}</span>} {name}
          </li>
        ))}
      </ul>
      <p className="small muted">{t.registersWhat}</p>
    </Section>
  );
}
