import { useRef } from 'react';

/** What can be read as a return; the server looks at the bytes, not at the name. */
const WORKBOOKS = '.xlsx,.xlsm,.xlsb,.xls,.ods';

interface FileButtonProps {
  readonly text: string;
  readonly onFile: (file: File) => void;
  readonly isMain?: boolean;
}

/** A button that asks for a workbook; works by keyboard, and the same file can be chosen twice. */
export function FileButton({ text, onFile, isMain = false }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={isMain ? 'btn btn-main' : 'btn'}
        onClick={() => input.current?.click()}
      >
        {text}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={WORKBOOKS}
        aria-label={text}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
