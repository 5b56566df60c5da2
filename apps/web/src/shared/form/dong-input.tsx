import { type Messages, useFormats, useText, withValues } from '../../language';
import { type FieldProps, FormField } from './fields';
import { wholeDong } from './typed';

interface DongInputProps extends FieldProps {
  /** As it was typed; `wholeDong` reads it. The hint helps while nothing is. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** An amount of whole đồng that has to be typed, with what it is read as below. */
export function DongInput({ label, name, hint = '', value, onChange }: DongInputProps) {
  const t = useText(messages);
  const formats = useFormats();
  const dong = wholeDong(value);
  const read = dong === null ? t.notWhole : t.read(formats.dong(dong));
  return (
    <FormField label={label} name={name} hint={value === '' ? hint : read} isLive>
      {(attributes) => (
        <input
          {...attributes}
          inputMode="numeric"
          autoComplete="off"
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FormField>
  );
}

const messages = {
  read: withValues('Hiểu là {}', 'Read as {}'),
  notWhole: {
    vi: 'Ghi đủ từng đồng, ví dụ 1.500.000.000.',
    en: 'Write whole đồng, for example 1.500.000.000.',
  },
} satisfies Messages;
