import { type ReactNode, useRef, useState } from 'react';
import './act.css';
import { isKept } from './kept-fields';
import { useDraftKey } from './use-kept-form';

interface ActProps {
  /** Of its form: what was typed there and not sent is shown again. */
  readonly name: string;
  readonly title: string;
  /** How it stands now. */
  readonly note?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** `done` folds it again, with the focus on its title. */
  readonly children: (done: () => void) => ReactNode;
}

/** One thing that can be done, folded until it is wanted. */
export function Act({ name, title, note, isOpenAtFirst = false, children }: ActProps) {
  const draft = useDraftKey(name);
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(() => isOpenAtFirst || isKept(draft));
  const done = () => {
    setOpen(false);
    details.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={details}
      className="act"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <b>{title}</b> {note !== undefined && <span className="small muted">{note}</span>}
      </summary>
      {isOpen && children(done)}
    </details>
  );
}
