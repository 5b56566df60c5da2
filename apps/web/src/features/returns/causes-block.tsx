import { type RefObject, useEffect, useRef } from 'react';
import { useAddressState } from '../../shared/address-state';
import { CauseList } from './cause-list';
import { causeToOpen, groupOf, nextQuestion, openCauses } from './causes';
import { OpenedCause } from './opened-cause';
import type { SeenReturn } from './queries';

interface CausesProps {
  readonly seen: SeenReturn;
  readonly canChange: boolean;
  /** Something was answered or corrected, and the file read again: the focus goes on to what is open, or left to do. */
  readonly goesOn: RefObject<boolean>;
  readonly onNoneLeft: () => void;
}

/** What is wrong or open, with its causes on the left and the one that is opened next to them. */
export function Causes({ seen, canChange, goesOn, onNoneLeft }: CausesProps) {
  const address = useAddressState();
  const key = address.value('o');
  const cause = causeToOpen(seen, key);
  const opened = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const open = (to: string) => {
    address.set({ o: to });
    // On a phone the list is above it, and the dock would cover its end.
    const block = matchMedia('(max-width: 700px)').matches ? 'start' : 'nearest';
    requestAnimationFrame(() => {
      title.current?.focus({ preventScroll: true });
      opened.current?.scrollIntoView({ block });
    });
  };
  useEffect(() => {
    if (!goesOn.current) return;
    goesOn.current = false;
    if (openCauses(seen).length === 0) onNoneLeft();
    else title.current?.focus();
  }, [goesOn, onNoneLeft, seen]);
  const onAnswered = () => {
    goesOn.current = true;
    address.set({ o: cause && nextQuestion(seen.causes, cause)?.key });
  };
  return (
    <div className={cause ? 'rt-two' : 'rt-one'}>
      <CauseList seen={seen} opened={cause?.key} onOpen={open} />
      {cause && (
        <div ref={opened} className="rt-beside">
          <OpenedCause
            key={cause.key}
            seen={seen}
            cause={cause}
            wanted={key}
            canAnswer={canChange}
            onAnswered={groupOf(cause) === 'todo' ? onAnswered : () => undefined}
            onCorrected={() => {
              goesOn.current = true;
            }}
            onOpen={open}
            title={title}
          />
        </div>
      )}
    </div>
  );
}
