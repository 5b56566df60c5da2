import { useEffect, useId, useRef } from 'react';
import { useText } from '../../language';
import { Refusal } from '../../shared';
import { messages } from './messages';
import type { ReturnFiles, Upload, UploadState } from './upload';
import './upload-says.css';

/** What came of files: which were not taken and why; where several came, what they are. */
export function UploadSays({ upload }: { readonly upload: Upload }) {
  const t = useText(messages);
  const nameOf = useFilesName();
  const { state } = upload;
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.at === 'done') outcome.current?.focus();
  }, [state]);
  if (state.at === 'ask') return <WhatTheyAre asked={state} {...upload} />;
  if (state.at !== 'done') return null;
  return (
    <div className="rt-files" ref={outcome} tabIndex={-1}>
      {state.taken > 0 && <p role="status">{t.filesTaken(state.taken)}</p>}
      {state.refused.map(({ files, problem }) => (
        <div key={nameOf(files)}>
          <p>
            <b>{nameOf(files)}</b>
          </p>
          <Refusal error={problem} />
        </div>
      ))}
    </div>
  );
}

/** The files of a return in few words: "KH.csv", "KH.csv và 2 tệp khác". */
export function useFilesName(): (files: ReturnFiles) => string {
  const t = useText(messages);
  return ([first, ...others]) => {
    const name = first?.name ?? '';
    return others.length === 0 ? name : t.severalFiles(name, others.length);
  };
}

interface WhatTheyAreProps extends Pick<Upload, 'send' | 'cancel'> {
  readonly asked: Extract<UploadState, { at: 'ask' }>;
}

/** One question: whether files are one return, or a return each; of those that replace a return, which. */
function WhatTheyAre({ asked: { files, replaces }, send, cancel }: WhatTheyAreProps) {
  const t = useText(messages);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [files]);
  const question =
    replaces === 0 ? t.askFiles : files.length > 1 ? t.askReplacement(files.length) : t.askFewer(replaces);
  const button = (text: string, returns: readonly ReturnFiles[]) => (
    <button key={text} type="button" className="btn" onClick={() => send(returns)}>
      {text}
    </button>
  );
  return (
    <section className="rt-files" aria-labelledby={id}>
      <h2 id={id} ref={title} tabIndex={-1}>
        {question}
      </h2>
      {files.length > 1 && (
        <ul>
          {files.map((file, i) => (
            <li key={`${file.name} ${i}`}>{file.name}</li>
          ))}
        </ul>
      )}
      {replaces === 0 && <p className="muted">{t.askWhy}</p>}
      {files.length > 1 && button(t.asOne(files.length), [files])}
      {replaces === 0
        ? button(
            t.asEach(files.length),
            files.map((file) => [file]),
          )
        : files.map((file) => button(t.onlyFile(file.name), [[file]]))}
      <p>
        <button type="button" className="link" onClick={cancel}>
          {t.noFiles}
        </button>
      </p>
    </section>
  );
}
