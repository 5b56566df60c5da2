/** Text in lines, its white space as a browser shows it. */
export class Lines {
  private lines: string[] = [];
  private open: string[] = [];
  hasText = false;

  add(text: string): void {
    this.open.push(text);
    this.hasText ||= text.trim() !== '';
  }

  lineBreak(): void {
    this.lines.push(collapsed(this.open));
    this.open = [];
  }

  /** Begins a new line unless one has just begun. */
  block(): void {
    const line = collapsed(this.open);
    this.open = [];
    if (line !== '') this.lines.push(line);
  }

  take(): string[] {
    this.block();
    const { lines } = this;
    this.lines = [];
    this.hasText = false;
    return lines;
  }
}

const collapsed = (pieces: readonly string[]): string =>
  pieces
    .join('')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '');
