/** One sentence for a person, Vietnamese first. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** The system can't start for a reason that its operator can mend; nothing has been damaged. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}

/** The system's name for what went wrong, as `EACCES`; the error itself as text when it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
