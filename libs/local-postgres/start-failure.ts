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
