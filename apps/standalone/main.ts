import 'reflect-metadata';
import { StartFailure, type Sentence } from '@thongvon/local-postgres';
import { EnvironmentError, readEnvironment } from '@thongvon/platform';
import { listenForStop, runServices } from './lifecycle';
import { messages, StandaloneSystem } from './standalone-system';

function say({ vi, en }: Sentence, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${vi}\n${en}\n`);
}

function explain(error: unknown): Sentence {
  if (error instanceof StartFailure || error instanceof EnvironmentError) return error.sentence;
  return messages.unexpected(error instanceof Error ? error.message : String(error));
}

/** Faults of ours come with their stack; what the operator can mend needs none. */
function report(error: unknown): void {
  say(explain(error), process.stderr);
  const isOurs = !(error instanceof StartFailure || error instanceof EnvironmentError);
  if (isOurs && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

function welcome({ address, demo }: StandaloneSystem): void {
  if (demo !== undefined) say(messages.demo(demo.emails, demo.password));
  if (demo?.isOther === true) say(messages.otherDemo());
  say(messages.ready(address ?? ''));
}

/** Runs the whole system in this process until it is asked to stop. Returns the exit code. */
async function main(): Promise<number> {
  // Whoever read our output may be gone; that is no reason to stop, least of all half-way through stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const errors: unknown[] = [];
  const request = listenForStop(
    () => say(messages.stopping()),
    () => say(messages.stopping()),
  );
  try {
    const environment = readEnvironment();
    if (environment.DEMO_DATA === 'province') say(messages.loadingProvince());
    const system = new StandaloneSystem(environment, request.fail);
    await runServices(system.services, {
      stop: request.signal,
      onReady: () => welcome(system),
      onStopFailure: (service, error) => {
        errors.push(new StartFailure(messages.doesNotStop(service, String(error)), { cause: error }));
      },
    });
  } catch (error) {
    errors.push(error);
  }
  errors.push(...request.failures);
  errors.forEach(report);
  if (errors.length === 0) say(messages.stopped());
  return errors.length === 0 ? 0 : 1;
}

void main().then((code) => process.exit(code));
