import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Entries, entryDecorator, registry } from './registry';

interface Greeter {
  greet(): string;
}

const Greets = entryDecorator<Greeter, 'vi' | 'en'>('greeting', ['vi', 'en']);
const Waves = entryDecorator<Greeter>('wave');

class Greetings {
  constructor(
    readonly greeters: Entries<'vi' | 'en', Greeter>,
    readonly waves: Entries<string, Greeter>,
  ) {}
}

@Injectable()
class Voice {
  readonly volume = 'loud';
}

@Injectable()
@Greets('en')
class Hello implements Greeter {
  constructor(private readonly voice: Voice) {}

  greet(): string {
    return `hello, ${this.voice.volume}`;
  }
}

@Injectable()
@Greets('vi')
class XinChao implements Greeter {
  greet(): string {
    return 'xin chào';
  }
}

@Injectable()
@Greets('vi')
class Chao extends XinChao {}

@Injectable()
@Waves('right')
class Right extends XinChao {}

@Injectable()
@Waves('left')
class Left extends XinChao {}

function roomOf(providers: Type[]): Type {
  @Module({ providers })
  class Room {}
  return Room;
}

/** An application whose `rooms` are modules of their own, with the registry in another. */
async function started(...rooms: Type[][]): Promise<Greetings> {
  @Module({
    imports: [DiscoveryModule, ...rooms.map(roomOf)],
    providers: [registry(Greetings, Greets, Waves)],
  })
  class Application {}
  const app = await NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
  await app.close();
  return app.get(Greetings);
}

describe('a registry', () => {
  it('has the providers of all modules under their keys, whole, in whatever order the modules come', async () => {
    const both = await Promise.all([
      started([Voice, Hello], [XinChao, Right, Left]),
      started([Left, Right, XinChao], [Hello, Voice]),
    ]);
    for (const { greeters, waves } of both) {
      expect(greeters.all.map(([key, greeter]) => [key, greeter.greet()])).toEqual([
        ['vi', 'xin chào'],
        ['en', 'hello, loud'],
      ]);
      expect(waves.all.map(([key]) => key)).toEqual(['left', 'right']);
    }
  });

  it('has nothing of modules that the process does not import', async () => {
    const { greeters } = await started([XinChao]);
    expect(greeters.get('vi')?.greet()).toBe('xin chào');
    expect(greeters.get('en')).toBeUndefined();
  });

  it('keeps the application from starting when two providers have one key, and names both', async () => {
    await expect(started([XinChao], [Chao])).rejects.toMatchObject({
      code: 'REGISTRY-KEY-TAKEN',
      message: 'REGISTRY-KEY-TAKEN: greeting "vi" of XinChao and of Chao',
    });
    await expect(started([XinChao], [XinChao])).rejects.toMatchObject({ code: 'REGISTRY-KEY-TAKEN' });
  });

  it('keeps the application from starting with a key that nobody knows', async () => {
    // Read from somewhere as a text, which the compiler can't check.
    const read = JSON.parse('"fr"') as 'vi';
    @Injectable()
    @Greets(read)
    class Bonjour extends XinChao {}
    await expect(started([Bonjour])).rejects.toMatchObject({
      code: 'REGISTRY-KEY-UNKNOWN',
      message: 'REGISTRY-KEY-UNKNOWN: greeting "fr" of Bonjour',
    });
  });

  it('takes no class that is not of its kind: the compiler refuses it', () => {
    // @ts-expect-error it has no `greet`
    @Greets('vi')
    class Silent {}
    expect(Silent).toBeDefined();
  });
});
