import { useState } from 'react';
import { type Messages, useText, withValues } from '../../language';
import { TextField, Tick } from './fields';

/** As the API asks for it. */
const [SHORTEST, LONGEST] = [12, 200];

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A password to be chosen. It can be shown, so that it needs to be typed only once. */
export function NewPassword({ value, onChange }: NewPasswordProps) {
  const t = useText(messages);
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextField
        name="password"
        label={t.newPassword}
        hint={t.hint(SHORTEST)}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        minLength={SHORTEST}
        maxLength={LONGEST}
        value={value}
        onChange={onChange}
      />
      <Tick label={t.show} value={shown} onChange={setShown} />
    </>
  );
}

const messages = {
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  hint: withValues(
    'Ít nhất {} ký tự; một câu dễ nhớ tốt hơn một từ khó.',
    'At least {} characters; a sentence you remember beats a hard word.',
  ),
  show: { vi: 'Hiện mật khẩu', en: 'Show it' },
} satisfies Messages;
