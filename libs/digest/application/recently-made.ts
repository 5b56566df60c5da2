/** Keeps the last few things that were made, for as long as nobody asks for more others. For what never changes only. */
export class RecentlyMade<T> {
  /** In the order of asking, latest last. */
  private readonly kept = new Map<string, Promise<T>>();

  constructor(private readonly most: number) {}

  /** What is kept under the key, else what `make` gives. Those who ask at once share it; a failure isn't kept. */
  of(key: string, make: () => Promise<T>): Promise<T> {
    const made = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, made);
    made.catch(() => {
      if (this.kept.get(key) === made) this.kept.delete(key);
    });
    for (const oldest of [...this.kept.keys()].slice(0, -this.most)) this.kept.delete(oldest);
    return made;
  }
}
