import { useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Called once typing pauses. */
  readonly onChange: (words: string) => void;
}

/** How long to wait for the next letter. Milliseconds. */
const PAUSE = 250;

/** Words to search for. */
export function SearchBox({ label, placeholder = label, value, onChange }: SearchBoxProps) {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return undefined;
    const timer = setTimeout(() => onChange(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return (
    <input
      type="search"
      className="control search-box"
      aria-label={label}
      placeholder={placeholder}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
