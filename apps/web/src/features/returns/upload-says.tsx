import { useText } from '../../language';
import { Refusal } from '../../shared';
import { messages } from './messages';
import type { UploadState } from './upload';

interface UploadSaysProps {
  readonly state: UploadState;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What came of files: which were not taken and why, and where several came for one return, which is meant. */
export function UploadSays({ state, onFiles }: UploadSaysProps) {
  const t = useText(messages);
  if (state.at === 'choose')
    return (
      <div className="rt-files" role="alert">
        <p>{t.chooseFile(state.files.length)}</p>
        {state.files.map((file) => (
          <button key={file.name} type="button" className="btn" onClick={() => onFiles([file])}>
            {file.name}
          </button>
        ))}
      </div>
    );
  if (state.at !== 'done') return null;
  return (
    <div className="rt-files">
      {state.taken > 0 && <p role="status">{t.filesTaken(state.taken)}</p>}
      {state.refused.map(({ file, problem }) => (
        <div key={file.name}>
          <p>
            <b>{file.name}</b>
          </p>
          <Refusal error={problem} />
        </div>
      ))}
    </div>
  );
}
