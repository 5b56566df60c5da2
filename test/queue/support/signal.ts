/** Something that one part of a test waits for and another gives. */
export class Signal {
  /** Resolves once it is given. */
  readonly given: Promise<void>;
  private resolve: () => void = () => undefined;

  constructor() {
    this.given = new Promise((resolve) => (this.resolve = resolve));
  }

  give(): void {
    this.resolve();
  }
}
