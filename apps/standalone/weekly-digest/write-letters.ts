import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DigestModule, PreviewEdition } from '@thongvon/digest';
import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { type Sentence, StartFailure } from '@thongvon/local-postgres';
import { composeMail, type Environment, PlatformModule, type SystemClock } from '@thongvon/platform';
import { FreezeMissingWeeks, SnapshotsModule } from '@thongvon/snapshots';

@Module({})
class LettersModule {}

export interface WrittenLetters {
  readonly week: PlainDate;
  readonly count: number;
}

/**
 * Writes what each recipient would get of a week (the latest when null) to `folder` as `.eml` and `.html`. Freezes what
 * is due and missing first. Throws SNAPSHOT-NOT-FOUND, and StartFailure when the folder can't be written to.
 */
export async function writeLetters(
  environment: Environment,
  clock: SystemClock,
  { week, folder }: { readonly week: PlainDate | null; readonly folder: string },
): Promise<WrittenLetters> {
  const context = await NestFactory.createApplicationContext(
    {
      module: LettersModule,
      imports: [PlatformModule.with(environment, clock), SnapshotsModule, DigestModule],
    },
    { logger: false, abortOnError: false },
  );
  try {
    await context.get(FreezeMissingWeeks).run();
    const { edition, mails } = await context.get(PreviewEdition).preview(week);
    const revision = edition.revision > 1 ? `-ban-${edition.revision}` : '';
    await onDisk(folder, async () => {
      await mkdir(folder, { recursive: true });
      for (const mail of mails) {
        const name = `thu-tuan-${edition.week}${revision}-${mail.to.replace(/[^a-zA-Z0-9.-]+/g, '-')}`;
        const { message } = await composeMail(mail, randomUUID(), environment.MAIL_FROM, clock.realNow());
        await writeFile(path.join(folder, `${name}.eml`), message);
        await writeFile(path.join(folder, `${name}.html`), mail.html);
      }
    });
    return { week: edition.week, count: mails.length };
  } finally {
    await context.close();
  }
}

/** What the disk refuses is for the operator to mend. */
async function onDisk(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new StartFailure(messages.folderUnusable(folder, code), { cause: error });
  }
}

/** Everything that `npm run -s weekly-digest` says. */
export const messages = {
  usage: (): Sentence => ({
    vi: 'Cách dùng: npm run -s weekly-digest -- [--week 2023-06-22] --out THƯ-MỤC (tuần gọi theo ngày chốt số, thứ Năm)',
    en: 'Usage: npm run -s weekly-digest -- [--week 2023-06-22] --out FOLDER (a week is called by the date of its cut-off)',
  }),
  nobody: (week: PlainDate): Sentence => ({
    vi: `Tuần ${formatPlainDate(week)}: chưa có ai nhận thư tuần; quản trị viên đặt người nhận, hoặc tạo tài khoản lãnh đạo.`,
    en: `Week ${formatPlainDate(week)}: nobody gets the weekly letter; an administrator sets recipients, or makes a leader's account.`,
  }),
  written: (week: PlainDate, count: number, folder: string): Sentence => ({
    vi: `Tuần ${formatPlainDate(week)}: đã ghi ${count} thư vào ${folder}; không gửi đi.`,
    en: `Week ${formatPlainDate(week)}: ${count} letters written to ${folder}; none was sent.`,
  }),
  folderUnusable: (folder: string, reason: string): Sentence => ({
    vi: `Không ghi được vào ${folder} (${reason}); hãy chọn thư mục khác.`,
    en: `${folder} can't be written to (${reason}); choose another folder.`,
  }),
  failed: (reason: string): Sentence => ({
    vi: `Không soạn được thư tuần: ${reason}`,
    en: `The weekly letter could not be written: ${reason}`,
  }),
} as const;
