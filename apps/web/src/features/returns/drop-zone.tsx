import { useUser } from '../../api/session';
import { useText } from '../../language';
import { Refusal } from '../../shared';
import { FileButton, type UploadState } from './upload';
import { messages } from './messages';
import './drop-zone.css';

interface DropZoneProps {
  readonly state: UploadState;
  readonly isOver: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a workbook is dropped or chosen, and how far its upload is. */
export function DropZone({ state, isOver, onFile }: DropZoneProps) {
  const t = useText(messages);
  const isSender = useUser().role === 'reporter';
  return (
    <div className={isOver ? 'rt-drop over' : 'rt-drop'}>
      {state.at === 'sending' || state.at === 'waiting' ? (
        <Sending state={state} />
      ) : (
        <>
          <p className="what">{isOver ? t.dropNow : t.dropHere}</p>
          <FileButton text={t.choose} onFile={onFile} isMain />
          <p className="small muted">{isSender ? t.dropHint : t.dropHintOffice}</p>
        </>
      )}
      {state.at === 'refused' && <Refusal error={state.problem} />}
    </div>
  );
}

function Sending({ state }: { readonly state: Extract<UploadState, { at: 'sending' | 'waiting' }> }) {
  const t = useText(messages);
  if (state.at === 'waiting')
    return (
      <p className="what" role="status">
        {t.waitingUpload(state.file.name)}
      </p>
    );
  const percent = Math.round(state.fraction * 100);
  const says = t.sending(state.file.name, percent);
  return (
    <>
      <p className="what" role="status">
        {says}
      </p>
      <progress max={100} value={percent} aria-label={says} />
    </>
  );
}
