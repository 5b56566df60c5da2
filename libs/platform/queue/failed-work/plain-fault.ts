/** Longer than this, an error tells no more. Characters. */
const MOST = 300;

/**
 * What may be shown of an error: its first line, without e-mail addresses, numbers as long as those of phones and
 * identity cards, and the keys and passwords of addresses.
 */
export function plainFault(message: string): string {
  const [line = ''] = message.trim().split('\n');
  return (
    line
      .replaceAll(/\/\/[^/\s@]*@/g, '//…@')
      .replaceAll(/[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/g, '…@…')
      .replaceAll(/(?<![\w-])\d(?:[ .-]?\d){8,}(?![\w-])/g, '…')
      // What it opens goes on in lines that aren't shown.
      .replace(/[\s:{([]+$/, '')
      .slice(0, MOST)
  );
}
