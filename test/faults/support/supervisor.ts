import type { Death, MortalProgram, Spares } from './mortal-program';

/** Keeps the program running as a service manager does: when it dies, the next one takes its place. */
export class Supervisor {
  /** How often it has been killed. */
  kills = 0;
  /** How often it has stopped in order. */
  stops = 0;
  /** Settles when it was asked to stop and nothing is left of any program; rejects when one ended by itself. */
  readonly done: Promise<void>;
  private readonly programs: MortalProgram[] = [];
  private stopping = false;

  /** The nth program dies by the nth death; the one after the last death lives on. */
  constructor(
    private readonly spares: Spares,
    private readonly env: Readonly<Record<string, string>>,
    private readonly deaths: Iterator<Death>,
  ) {
    this.done = this.keepRunning();
    // Whoever waits for something of the program learns of it by `done`.
    this.done.catch(() => undefined);
  }

  /** What the programs have written, the last one last. */
  get output(): string {
    return this.programs.map((program) => program.output).join('--- and then ---\n');
  }

  /** Lets the program that runs now stop in order. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.programs.at(-1)?.stop();
    await this.done;
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) await this.runNext();
    await Promise.all(this.programs.map((program) => program.leavesNobody()));
  }

  private async runNext(): Promise<void> {
    const program = this.spares.take();
    this.programs.push(program);
    const next = this.deaths.next();
    await program.start(this.env, next.done === true ? undefined : next.value);
    const how = await program.ended;
    if (how === 'SIGKILL') this.kills += 1;
    else if (how === 0) this.stops += 1;
    // Reported to stop before it could listen.
    else if (!this.stopping || how !== 'SIGTERM') throw new Error(`it ended by itself: ${how}`);
  }
}
