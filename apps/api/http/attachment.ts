import { StreamableFile } from '@nestjs/common';

/** A file as the answer to a request, to be saved under its name, which may hold Vietnamese letters. */
export function attachment(
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
  type = 'application/octet-stream',
): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    length: bytes.length,
  });
}

/** The media type of .xlsx. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
