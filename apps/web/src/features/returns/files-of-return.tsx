import { useText } from '../../language';
import { messages } from './messages';
import type { SeenReturn } from './queries';

interface FilesOfReturnProps {
  readonly seen: SeenReturn;
  /** The reader's own return, which can still be mended. */
  readonly canChange: boolean;
}

/** The files of a return that came as several, each as it came, and what differs from a return of one. */
export function FilesOfReturn({ seen: { id, files }, canChange }: FilesOfReturnProps) {
  const t = useText(messages);
  if (files.length === 0) return null;
  return (
    <div className="rt-parts small">
      <p>
        {t.filesOf(files.length)}:{' '}
        {files.map(({ fileName }, i) => (
          <span key={`${fileName} ${i}`}>
            {i > 0 && ', '}
            <a href={`/api/returns/${id}/files/${i + 1}`} download>
              {fileName}
            </a>
          </span>
        ))}{' '}
        (
        <a href={`/api/returns/${id}/file`} download>
          {t.allFiles}
        </a>
        )
      </p>
      <p className="muted noprint">
        {canChange && `${t.filesMended} `}
        {t.filesMarked}
      </p>
    </div>
  );
}
