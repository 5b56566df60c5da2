interface DocumentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** From which document what is entered was taken: a line of text that may be left blank. */
export function DocumentField({ label, value, onChange }: DocumentFieldProps) {
  return (
    <label className="field">
      {label}
      <input
        autoComplete="off"
        maxLength={500}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

/** As requests take it: nothing where it was left blank. */
export function documentOf(value: string): { readonly document?: string } {
  const document = value.trim();
  return document === '' ? {} : { document };
}
