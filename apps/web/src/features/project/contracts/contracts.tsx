import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useText } from '../../../language';
import { Loading } from '../../../shared';
import { CONTRACTS } from '../../../shared/contracts-place';
import { messages } from './messages';
import { useLedHere } from './use-led-here';
import './contracts.css';

const Lists = lazy(async () => ({ default: (await import('./lists')).Lists }));

/** Advances and guarantees of the project's contracts; asked for when it is opened, or when an address leads here. */
export function Contracts({ projectId }: { readonly projectId: string }) {
  const t = useText(messages);
  const part = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLedHere(
    part,
    CONTRACTS,
    useCallback(() => setOpen(true), []),
  );
  return (
    <section ref={part} id={CONTRACTS} className="sec pj-contracts noprint" aria-label={t.title}>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t.title}</summary>
        {isOpen && (
          <Suspense fallback={<Loading />}>
            <Lists projectId={projectId} />
          </Suspense>
        )}
      </details>
    </section>
  );
}
