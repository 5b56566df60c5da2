import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import { Outbox, reachPoint } from '@thongvon/platform';
import {
  type CellRef,
  countOfFindings,
  createReturnReader,
  createWindowReader,
  type Reading,
  type ReadingOptions,
  refusedReading,
  type ReturnReader,
  type SheetWindow,
  unpackReading,
  type WindowReader,
  type WindowRequest,
} from '@thongvon/return-reader';
import { packJson } from '@thongvon/workbook-io';
import { calledProjects, isSubmittable } from '../domain/answer';
import { readingOptionsOf } from '../domain/office-profile';
import { correctionsOf } from '../persistence/correction-rows';
import { Return } from '../persistence/entities/return';
import { profileOf } from '../persistence/office-profiles';
import { bytesOfReturn } from '../persistence/files-of-return';
import { storeReading } from '../persistence/readings';
import { vocabularyVersion, wordsInForce } from '../persistence/word-rows';
import { CarryAnswers } from './carry-answers';
import { CheckReturn } from './check-return';
import { ReturnKinds } from './return-kinds';
import { ChangeStatus } from './return-step';

/** The processes that read workbooks. They are started by the first reading, so that an API process has none. */
@Injectable()
export class ReadingProcesses implements OnApplicationShutdown {
  private reader: ReturnReader | undefined;

  read(bytes: Uint8Array, options: ReadingOptions): Promise<Reading> {
    return this.started().readReturn(bytes, options);
  }

  /** The reading as it is kept. */
  readPacked(bytes: Uint8Array, options: ReadingOptions): Promise<Buffer> {
    return this.started().readPacked(bytes, options);
  }

  /** Starts them before the first return comes, so that it need not wait. */
  warmUp(): void {
    this.started();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close();
  }

  private started(): ReturnReader {
    this.reader ??= createReturnReader();
    return this.reader;
  }
}

/** The process that shows cells of kept files. It is started when somebody first looks at one. */
@Injectable()
export class WindowProcess implements OnApplicationShutdown {
  private reader: WindowReader | undefined;

  /** `sha256` names the bytes. Rejects with a `WorkbookRefused`. */
  read(sha256: string, bytes: Uint8Array, request: WindowRequest): Promise<SheetWindow | undefined> {
    this.reader ??= createWindowReader();
    return this.reader.readWindow(bytes, { key: sha256, ...request });
  }

  /** What stands at these places, in their order. Rejects with a `WorkbookRefused`. */
  standings(
    sha256: string,
    bytes: Uint8Array,
    places: readonly CellRef[],
  ): ReturnType<WindowReader['readStandings']> {
    this.reader ??= createWindowReader();
    return this.reader.readStandings(bytes, { key: sha256, places });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader?.close();
  }
}

/** What the reader is given of a return beforehand, and of which version the words among it are. */
@Injectable()
export class OptionsOfReturn {
  constructor(
    private readonly kinds: ReturnKinds,
    private readonly organizations: OrganizationTree,
  ) {}

  async of(
    manager: EntityManager,
    found: Return,
  ): Promise<{ readonly vocabularyVersion: number; readonly options: ReadingOptions }> {
    const day = businessDate(found.receivedAt);
    const profile = await profileOf(manager, found.organizationId);
    const scope = await this.organizations.idsBelow(found.organizationId, manager);
    const offices = await this.organizations.namesAround(found.organizationId, manager);
    const known = await this.kinds.knownOn(manager, day, scope, calledProjects(found.answers));
    const { version, words } = await wordsInForce(manager);
    const corrections = await correctionsOf(manager, found.id);
    return {
      vocabularyVersion: version,
      options: {
        ...readingOptionsOf(found, profile, known, day),
        offices,
        ...(words.length === 0 ? {} : { words }),
        ...(corrections.length === 0 ? {} : { corrections }),
      },
    };
  }
}

const JOB = 'read-return';

/** What is said of a file that couldn't be read however often it was tried. */
const FAILED = { code: 'RET-DAMAGED', detail: 'reading failed' } as const;

/**
 * Reads the workbook of a received return in a thread that can be ended, checks it, and says what was found. Safe to
 * run twice and to be killed anywhere: it takes effect in one transaction at its end, and only if nothing changed meanwhile.
 */
@Injectable()
export class ReadReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: ReadingProcesses,
    private readonly checking: CheckReturn,
    private readonly options: OptionsOfReturn,
    private readonly states: ChangeStatus,
    private readonly carrying: CarryAnswers,
    private readonly outbox: Outbox,
  ) {}

  async read(returnId: string): Promise<void> {
    const started = await this.start(returnId);
    if (!started) return;
    await reachPoint('reading');
    const bytes = await bytesOfReturn(this.dataSource.manager, started);
    const { vocabularyVersion, options } = await this.options.of(this.dataSource.manager, started);
    const packed = await this.reader.readPacked(bytes, options);
    await this.finish(returnId, started.version, packed, vocabularyVersion);
    await reachPoint('read');
  }

  /** What happens when reading failed however often it was tried, for a reason that isn't in the file. */
  async giveUp(returnId: string): Promise<void> {
    const started = await this.start(returnId);
    if (!started) return;
    const version = await vocabularyVersion(this.dataSource.manager);
    await this.finish(returnId, started.version, packJson(refusedReading(FAILED)), version);
  }

  private start(returnId: string): Promise<Return | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const found = await locked(manager, returnId);
      if (found?.status === 'received') await this.states.apply(manager, found, 'start-reading');
      if (found?.status === 'reading') return found;
      await this.outbox.done(manager, JOB, returnId);
      return undefined;
    });
  }

  private async finish(
    returnId: string,
    version: number,
    packed: Buffer,
    vocabularyVersion: number,
  ): Promise<void> {
    const reading = await unpackReading(packed);
    return this.dataSource.transaction(async (manager) => {
      const found = await locked(manager, returnId);
      // Withdrawn or answered while it was being read: that reading is of no use any more.
      if (found?.status !== 'reading' || found.version !== version) return;
      const checked = await this.checking.check(manager, found, reading);
      const { findings } = checked;
      await storeReading(manager, returnId, { reading, packed, vocabularyVersion }, checked);
      const action =
        reading.kinds.length === 0 ? 'fail' : isSubmittable(findings) ? 'find-ready' : 'find-fault';
      await this.states.apply(manager, found, action, {
        data: { findings: countOfFindings(findings) },
        changes: {
          kinds: reading.kinds,
          asOf: reading.asOf,
          planYear: reading.planYear,
          coverage: reading.coverage,
          version: version + 1,
        },
      });
      await this.outbox.done(manager, JOB, returnId);
      if (action === 'find-fault') await this.carrying.run(manager, found, reading, findings);
    });
  }
}

async function locked(manager: EntityManager, id: string): Promise<Return | null> {
  return manager.findOne(Return, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
