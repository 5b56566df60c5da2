import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useUser } from '../../api/session';
import { useText } from '../../language';
import { giveWords } from './give-words';
import { DIGEST_KEY } from './queries';
import type { TaskSubject } from './subject';

const GiveSheet = lazy(async () => ({ default: (await import('./give-sheet')).GiveSheet }));

interface GiveTaskProps {
  readonly subject?: TaskSubject;
  /** On the button. */
  readonly label?: string;
  readonly className?: string;
}

/** Whether people of this role give tasks. */
export const givesTasks = (role: string): boolean =>
  role === 'leader' || role === 'finance-head' || role === 'finance-officer';

/** A button that opens the sheet by which a task is given; nothing for who gives none. */
export function GiveTask({ subject = {}, label, className = 'btn noprint' }: GiveTaskProps) {
  const t = useText(giveWords);
  const { role } = useUser();
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  if (!givesTasks(role)) return null;
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {label ?? t.give}
      </button>
      {isOpen && (
        <Suspense>
          <GiveSheet
            subject={subject}
            onClose={() => {
              setOpen(false);
              void client.invalidateQueries({ queryKey: DIGEST_KEY });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
