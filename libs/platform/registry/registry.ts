import type { FactoryProvider, Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

/**
 * Registers: providers of one kind, in whatever module they stand, found by the decorator on their class when the application
 * starts (docs/adr/0180). A process has the entries of the modules that it imports, and no others.
 *
 *   export const HandlesJob = entryDecorator<JobHandler, JobName>('job', JOB_NAMES);   // what may be entered, and under which keys
 *   @Injectable() @HandlesJob('deliver-mail') class DeliverMailJob implements JobHandler { … }   // an entry, in its module
 *   class JobHandlers { constructor(private readonly handlers: Entries<JobName, JobHandler>) {} }   // who uses them
 *   providers: [registry(JobHandlers, HandlesJob)]
 */
export interface EntryDecorator<Key extends string, Entry extends object> {
  /** Enters the provider whose class it stands on. The compiler refuses a class that isn't an `Entry`. */
  (key: Key): (provider: Type<Entry>) => void;
  readonly registry: string;
  readonly keys: readonly Key[] | undefined;
  readonly mark: ReturnType<typeof DiscoveryService.createDecorator<Key>>;
}

/** A new kind of entry. `registry`: its name in errors. `keys`: all that there are, in the order in which entries are given. */
export function entryDecorator<Entry extends object, Key extends string = string>(
  registry: string,
  keys?: readonly Key[],
): EntryDecorator<Key, Entry> {
  const mark = DiscoveryService.createDecorator<Key>();
  const decorator = (key: Key) => (provider: Type<Entry>) => void mark(key)(provider);
  return Object.assign(decorator, { registry, keys, mark });
}

/** What was found: one entry a key, in the order of the decorator's keys, else of the alphabet. */
export class Entries<Key extends string, Entry> {
  /** `sources`: Nest's wrappers, whose `instance` is there once the application has started. */
  constructor(private readonly sources: ReadonlyMap<Key, { readonly instance: Entry }>) {}

  get(key: Key): Entry | undefined {
    return this.sources.get(key)?.instance;
  }

  get all(): readonly (readonly [Key, Entry])[] {
    return [...this.sources].map(([key, { instance }]) => [key, instance] as const);
  }
}

type DecoratorOf<List> =
  List extends Entries<infer Key, infer Entry extends object> ? EntryDecorator<Key, Entry> : never;

/**
 * The provider of `Registry`, whose constructor is given the entries of each decorator. Its module needs Nest's
 * DiscoveryModule, which PlatformModule gives to all. The start fails with a RegistryError on a key that is unknown or taken.
 */
export function registry<Lists extends readonly Entries<string, object>[]>(
  Registry: new (...entries: Lists) => object,
  ...decorators: { [Place in keyof Lists]: DecoratorOf<Lists[Place]> }
): FactoryProvider {
  return {
    provide: Registry,
    inject: [DiscoveryService],
    useFactory: (discovery: DiscoveryService) => {
      const found: readonly Entries<string, object>[] = decorators.map((one) => findEntries(discovery, one));
      return new Registry(...(found as Lists));
    },
  };
}

/** An entry that can't be used; `code` says why. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';

  constructor(
    readonly code: 'REGISTRY-KEY-UNKNOWN' | 'REGISTRY-KEY-TAKEN',
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

function findEntries<Key extends string, Entry extends object>(
  discovery: DiscoveryService,
  { registry: name, keys, mark }: EntryDecorator<Key, Entry>,
): Entries<Key, Entry> {
  const found = new Map<Key, { readonly name: string; readonly instance: Entry }>();
  for (const wrapper of discovery.getProviders({ metadataKey: mark.KEY })) {
    const key = discovery.getMetadataByDecorator(mark, wrapper);
    if (key === undefined || keys?.includes(key) === false)
      throw new RegistryError('REGISTRY-KEY-UNKNOWN', `${name} "${key}" of ${wrapper.name}`);
    const other = found.get(key);
    if (other)
      throw new RegistryError(
        'REGISTRY-KEY-TAKEN',
        `${name} "${key}" of ${other.name} and of ${wrapper.name}`,
      );
    found.set(key, wrapper);
  }
  const place = (key: Key): number => keys?.indexOf(key) ?? 0;
  return new Entries(new Map([...found].toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))));
}
