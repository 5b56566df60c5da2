import type { AboutView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { messages } from './messages';

const DEMO_ACCOUNTS = [
  { email: 'board@thongvon.test', is: 'reporter' },
  { email: 'finance@thongvon.test', is: 'finance' },
  { email: 'leader@thongvon.test', is: 'leader' },
  { email: 'admin@thongvon.test', is: 'administrator' },
] as const;

interface FirstStepsProps {
  readonly about: AboutView;
  /** Fills in an account's e-mail. */
  readonly onChoose: (email: string) => void;
}

/** How to get in for the first time; nothing on a system that is in use. */
export function FirstSteps({ about, onChoose }: FirstStepsProps) {
  const t = useText(messages);
  if (!about.hasAccounts)
    return (
      <div className="hint">
        <p>{t.noAccounts}</p>
        <p>
          <code className="cell">npm run -s create-admin</code>
        </p>
      </div>
    );
  if (!about.demo) return null;
  return (
    <div className="hint">
      <p>{t.demoAccounts}</p>
      <ul>
        {DEMO_ACCOUNTS.map(({ email, is }) => (
          <li key={email}>
            <button type="button" className="link" onClick={() => onChoose(email)}>
              {email}
            </button>
            <span>{t[is]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
