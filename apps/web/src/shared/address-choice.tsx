import { useAddressState } from './address-state';

interface AddressChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What counts while the address doesn't say. */
  readonly initial: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A choice that stands in the address bar. */
export function AddressChoice({ name, label, initial, options }: AddressChoiceProps) {
  const { value, set } = useAddressState();
  return (
    <label>
      {label}{' '}
      <select
        className="control"
        value={value(name) ?? initial}
        onChange={({ target }) => set({ [name]: target.value === initial ? undefined : target.value })}
      >
        {Object.entries(options).map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
