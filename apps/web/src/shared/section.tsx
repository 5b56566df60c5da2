import { useId, type ReactNode } from 'react';
import './section.css';

interface SectionProps {
  /** A sentence made from the numbers where there is a finding, else what the section holds. */
  readonly title: ReactNode;
  /** To the right of the title: a unit, a link to the rule. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A part of a page, opened by a 2 px rule. */
export function Section({ title, end, children, className = '' }: SectionProps) {
  const id = useId();
  return (
    <section className={`sec ${className}`} aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id}>{title}</h2>
        {end !== undefined && <span className="end small muted">{end}</span>}
      </div>
      {children}
    </section>
  );
}
