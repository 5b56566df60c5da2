import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useText } from '../../language';
import { messages } from './messages';
import type { NumberOfProject } from './queries';
import './source.css';

const SourceDrawer = lazy(async () => ({ default: (await import('./source-drawer')).SourceDrawer }));

/** A number that opens its source: return and cell, who approved it when, and earlier values. */
export function SourceLink({
  number,
  children,
}: {
  readonly number: NumberOfProject;
  readonly children: ReactNode;
}) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="source-link" title={t.open} onClick={() => setOpen(true)}>
        {children}
      </button>
      {open && (
        <Suspense>
          <SourceDrawer number={number} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
