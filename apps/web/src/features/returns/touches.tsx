import type { TouchedView } from '@thongvon/contracts';
import { useText } from '../../language';
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
