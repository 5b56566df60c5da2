import { type Sentence, StartFailure } from '@thongvon/local-postgres';
import { EnvironmentError, Problem } from '@thongvon/platform';

/** Says it in both languages, a line each. */
export function say({ vi, en }: Sentence, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${vi}\n${en}\n`);
}

/** Runs a command to its exit code; what stops it is said, by `failed` where it is none of our own sentences, and ends it with 1. */
export function runCommand(main: () => Promise<number>, failed: (message: string) => Sentence): void {
  const explained = (error: unknown): Sentence => {
    if (error instanceof Problem) return { vi: error.detail, en: error.detailEn };
    if (error instanceof StartFailure || error instanceof EnvironmentError) return error.sentence;
    return failed(error instanceof Error ? error.message : String(error));
  };
  void main()
    .catch((error: unknown) => {
      say(explained(error), process.stderr);
      return 1;
    })
    .then((code) => (process.exitCode = code));
}
