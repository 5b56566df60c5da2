import type { ReactNode } from 'react';
import './fact.css';

interface FactProps {
  readonly name: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** What is known of something, in a `dl` of the class `facts`: its name, its value, and what is said about that. */
export function Fact({ name, note = null, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {note !== null && <dd className="small muted">{note}</dd>}
    </div>
  );
}
