import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormats, useText } from '../../language';
import { useReturnState } from '../../shared/words';
import { openCounts } from './causes';
import { anyTotalFalls } from './consequences';
import { messages } from './messages';
import type { SeenReturn } from './queries';
import { useOwnUnit } from './own-unit';
import type { UploadState } from './upload';
import { useFilesName } from './upload-says';

interface SaysProps {
  readonly seen: SeenReturn;
  readonly upload: UploadState;
  readonly isReviewer: boolean;
  readonly isOwn: boolean;
}

/** Where the return stands, in one sentence. */
export function Says({ seen, upload, isReviewer, isOwn }: SaysProps): ReactNode {
  const t = useText(messages);
  const formats = useFormats();
  const unit = useOwnUnit(seen);
  const stateOf = useReturnState();
  const nameOf = useFilesName();
  if (upload.at === 'sending') return t.sending(nameOf(upload.files), Math.round(upload.fraction * 100));
  switch (seen.status) {
    case 'received':
    case 'reading':
      return t.isMoving;
    case 'needs-attention': {
      const { mend, answer } = openCounts(seen);
      return (
        <>
          <b>{t.cannotSend}</b> {t.toDo(mend, answer)}. {isOwn && <i>{t.sayAnswersKept}</i>}
        </>
      );
    }
    case 'ready':
      if (!isOwn) return t.ready;
      return seen.newer === null ? t.canSend : <b>{t.canSendOlder}</b>;
    case 'submitted': {
      if (!isReviewer) return t.saysSubmitted(formats.instant(seen.submittedAt ?? seen.receivedAt));
      // The change of its own rows is no word on a total that falls by what it doesn't name.
      if (seen.approval.needsReason)
        return anyTotalFalls(seen.preview?.consequences ?? []) ? t.reviewLowers : t.reviewMoves;
      if (seen.registers.length > 0) return t.reviewRegisters(seen.registers.length);
      const [section] = seen.preview?.sections ?? [];
      const checks = seen.causes.filter((cause) => cause.asks === 'check').length;
      const change = section?.change == null ? t.submitted : `${unit.change(section.change)} ${unit.name}`;
      return t.reviewSay(change, checks);
    }
    case 'approved':
      return t.saysApproved(formats.instant(seen.approvedAt ?? seen.receivedAt));
    case 'sent-back':
    case 'reverted':
      return (
        <>
          <b>{t[seen.status]}</b>
          {seen.reason !== null && `. ${t.because(seen.reason)}`}
        </>
      );
    case 'superseded':
      return (
        <>
          {t.saysSuperseded}{' '}
          {seen.supersededBy !== null && <Link href={`/bao-cao/${seen.supersededBy}`}>{t.seeSuccessor}</Link>}
        </>
      );
    case 'failed':
      return <b>{t.saysFailed}</b>;
    case 'withdrawn':
      return isOwn ? t.saysDiscarded : stateOf(seen);
  }
}
