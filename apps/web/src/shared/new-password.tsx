import { useId, useState } from 'react';
import { useText } from '../language';
import { messages } from './messages';
import './new-password.css';

/** As the API asks for it. */
const [SHORTEST, LONGEST] = [12, 200];

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A password to be chosen. It can be shown, so that it needs to be typed only once. */
export function NewPassword({ value, onChange }: NewPasswordProps) {
  const t = useText(messages);
  const hint = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="new-password">
      <label className="field">
        {t.newPassword}
        <input
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          required
          minLength={SHORTEST}
          maxLength={LONGEST}
          aria-describedby={hint}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      <p id={hint} className="small muted">
        {t.newPasswordHint(SHORTEST)}
      </p>
      <label className="new-password-shown small">
        <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
        {t.showPassword}
      </label>
    </div>
  );
}
