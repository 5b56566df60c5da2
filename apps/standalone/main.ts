import 'reflect-metadata';
import { StartFailure, type Sentence } from '@thongvon/local-postgres';
import { EnvironmentError, readEnvironment } from '@thongvon/platform';
import { runServices } from './lifecycle';
import { messages } from './messages';
import { standaloneServices } from './services';
import { listenForStop } from './stop-request';

const STOP_PATIENCE = 90_000;

function say({ vi, en }: Sentence, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${vi}\n${en}\n`);
}

function explain(error: unknown): Sentence {
  if (error instanceof StartFailure) return error.sentence;
  if (error instanceof EnvironmentError) return messages.invalidEnvironment(error.message);
  return messages.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Runs the whole system in this process until it is told to stop. Returns the exit code. */
async function main(): Promise<number> {
  let code = 0;
  const report = (sentence: Sentence) => {
    code = 1;
    say(sentence, process.stderr);
  };
  const request = listenForStop(
    () => say(messages.stopping()),
    () => say(messages.stopping()),
  );
  try {
    const environment = readEnvironment();
    await runServices(
      standaloneServices(environment, (error) => request.fail(error)),
      {
        stop: request.signal,
        patience: STOP_PATIENCE,
        onReady: () =>
          say(messages.ready(environment.PUBLIC_URL ?? `http://${environment.HOST}:${environment.PORT}`)),
        onStopFailure: (service, error) => report(messages.doesNotStop(service, String(error))),
      },
    );
  } catch (error) {
    report(explain(error));
  }
  if (request.failure !== undefined) report(explain(request.failure));
  if (code === 0) say(messages.stopped());
  return code;
}

void main().then((code) => process.exit(code));
