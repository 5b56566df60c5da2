/** A file that is handed out. */
export interface NamedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
