import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { messages } from './messages';

interface ReturnStateProps {
  readonly one: ListedReturnView;
  /** The one that is to be worked on instead. */
  readonly newer?: ListedReturnView | undefined;
}

/** How far a return has come, and what it asks of its sender; of one that a newer file replaces, where that is. */
export function ReturnState({ one, newer }: ReturnStateProps) {
  const t = useText(messages);
  const findings = one.summary?.findings;
  return (
    <>
      {newer ? (
        <Link href={`/bao-cao/${newer.id}`}>{t.newerHere}</Link>
      ) : (
        <span className={one.status === 'sent-back' ? 'alarm' : ''}>{t[one.status]}</span>
      )}
      {!newer && one.status === 'needs-attention' && findings && (
        <span className="sub">{t.toDo(findings.error, findings.question)}</span>
      )}
      {one.reason !== null && <span className="sub">{t.because(one.reason)}</span>}
    </>
  );
}
