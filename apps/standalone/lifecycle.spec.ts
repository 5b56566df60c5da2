import { runServices, type Service } from './lifecycle';

describe('the lifecycle', () => {
  let events: string[];
  let stop: AbortController;

  beforeEach(() => {
    events = [];
    stop = new AbortController();
  });

  interface Behaviour {
    start?: () => void;
    close?: () => Promise<void>;
  }

  const service = (name: string, { start, close }: Behaviour = {}): Service => ({
    name,
    patience: 50,
    start: () => {
      events.push(`start ${name}`);
      start?.();
      return Promise.resolve({
        close: () => {
          events.push(`close ${name}`);
          return close?.() ?? Promise.resolve();
        },
      });
    },
  });

  const run = (...services: Service[]) =>
    runServices(services, {
      stop: stop.signal,
      onReady: () => events.push('ready'),
      onStopFailure: (name, error) => events.push(`${name}: ${String(error)}`),
    });

  it('starts in order and stops the other way round', async () => {
    const done = run(service('database'), service('worker'), service('api'));
    setTimeout(() => stop.abort(), 10);
    await done;
    expect(events).toEqual([
      'start database',
      'start worker',
      'start api',
      'ready',
      'close api',
      'close worker',
      'close database',
    ]);
  });

  it('stops what has been started when one part cannot start, and throws that error', async () => {
    const refuse = () => {
      throw new Error('no port');
    };
    await expect(run(service('database'), service('api', { start: refuse }))).rejects.toThrow('no port');
    expect(events).toEqual(['start database', 'start api', 'close database']);
  });

  it('starts nothing more once it is asked to stop', async () => {
    await run(service('database', { start: () => stop.abort() }), service('api'));
    expect(events).toEqual(['start database', 'close database']);
  });

  it('stops the others when one part fails to stop or takes too long', async () => {
    const done = run(
      service('database'),
      service('worker', { close: () => new Promise(() => undefined) }),
      service('api', { close: () => Promise.reject(new Error('stuck')) }),
    );
    setTimeout(() => stop.abort(), 10);
    await done;
    expect(events.slice(4)).toEqual([
      'close api',
      'api: Error: stuck',
      'close worker',
      'worker: Error: still busy after 50 ms',
      'close database',
    ]);
  });
});
