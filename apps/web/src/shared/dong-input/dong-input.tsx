import { type Messages, useFormats, useText } from '../../language';
import { FormField } from '../form-field';
import { wholeDong } from '../whole-dong';

interface DongInputProps {
  readonly label: string;
  /** As it was typed; `wholeDong` reads it. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What helps to fill it in, while nothing is typed. */
  readonly hint?: string | undefined;
  /** Why what was sent was refused, in words. */
  readonly refusal?: string | undefined;
}

/** An amount of whole đồng that has to be typed, with what it is read as below. */
export function DongInput({ label, typed, onType, hint = '', refusal }: DongInputProps) {
  const t = useText(messages);
  const formats = useFormats();
  const dong = wholeDong(typed);
  const read = dong === null ? t.notWhole : t.read(formats.dong(dong));
  return (
    <FormField label={label} hint={typed === '' ? hint : read} isLive refusal={refusal}>
      {(attributes) => (
        <input
          {...attributes}
          inputMode="numeric"
          autoComplete="off"
          required
          value={typed}
          onChange={({ target }) => onType(target.value)}
        />
      )}
    </FormField>
  );
}

const messages = {
  read: { vi: (dong: string) => `Hiểu là ${dong}`, en: (dong: string) => `Read as ${dong}` },
  notWhole: {
    vi: 'Ghi đủ từng đồng, ví dụ 1.500.000.000.',
    en: 'Write whole đồng, for example 1.500.000.000.',
  },
} satisfies Messages;
