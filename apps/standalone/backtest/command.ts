import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AlertsModule, Backtest, type Replayed, type ReplayedRule, RULE_TITLES } from '@thongvon/alerts';
import { formatPlainDate, parsePlainDate, type PlainDate } from '@thongvon/kernel';
import type { Sentence } from '@thongvon/local-postgres';
import { type Environment, PlatformModule, readEnvironment, SystemClock } from '@thongvon/platform';
import { runCommand, say } from '../command-line';
import { withDatabase } from '../running-system';

/** A replay as a person reads it: a line for each rule, then each alert with its life. */
function report({ weeks, rules, alerts }: Replayed): string {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return '';
  const lines = alerts.map(({ rule, subjectName, openedOn, closedOn, daysBefore, text }) => {
    const life = `${formatPlainDate(openedOn)} – ${closedOn ? formatPlainDate(closedOn) : 'còn mở'}`;
    const lead = daysBefore === null ? '' : ` · trước ${daysBefore} ngày`;
    return `  ${life}${lead} · ${RULE_TITLES[rule]} · ${subjectName}\n    ${text}`;
  });
  return [
    `${weeks.length} tuần đã chốt, ${formatPlainDate(first)} – ${formatPlainDate(last)}`,
    '',
    ...rules.map(summary),
    '',
    ...lines,
    '',
  ].join('\n');
}

function summary({ rule, raised, stillOpen, warnsOf, daysBefore, unwarned }: ReplayedRule): string {
  const counts = `${RULE_TITLES[rule]}: ${raised} lần mở, ${stillOpen} còn mở`;
  if (warnsOf === null) return `${counts}; tự nó là sự việc`;
  const median = daysBefore[Math.floor(daysBefore.length / 2)];
  const leads =
    median === undefined
      ? 'chưa báo trước được lần nào'
      : `báo trước ${daysBefore.length} lần, ${daysBefore[0]} đến ${daysBefore.at(-1)} ngày, giữa ${median}`;
  return `${counts}; về "${RULE_TITLES[warnsOf]}" ${leads}; ${unwarned} lần không báo trước`;
}

/** What `npm run -s backtest` says besides its table. */
const messages = {
  usage: (): Sentence => ({
    vi: 'Cách dùng: npm run -s backtest -- [--from 2023-05-25] [--to 2023-06-22] [--json]',
    en: 'Usage: npm run -s backtest -- [--from 2023-05-25] [--to 2023-06-22] [--json]',
  }),
  noWeeks: (): Sentence => ({
    vi: 'Không có tuần nào đã chốt trong khoảng này.',
    en: 'No week is frozen in this range.',
  }),
  failed: (message: string): Sentence => ({
    vi: `Không chạy lại được các quy tắc: ${message}`,
    en: `The rules could not be replayed: ${message}`,
  }),
} as const;

const OPTIONS = {
  from: { type: 'string', default: '1900-01-01' },
  to: { type: 'string', default: '2199-12-31' },
  json: { type: 'boolean', default: false },
} as const;

@Module({})
class BacktestModule {}

async function replayed(environment: Environment, from: PlainDate, to: PlainDate): Promise<Replayed> {
  const context = await NestFactory.createApplicationContext(
    {
      module: BacktestModule,
      imports: [PlatformModule.with(environment, new SystemClock()), AlertsModule],
    },
    { logger: false, abortOnError: false },
  );
  try {
    return await context.get(Backtest).run(from, to);
  } finally {
    await context.close();
  }
}

/** `npm run -s backtest`: what the rules would have raised over past frozen weeks. Returns the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const from = parsePlainDate(values.from);
  const to = parsePlainDate(values.to);
  if (!from || !to) {
    say(messages.usage(), process.stderr);
    return 2;
  }
  const environment = readEnvironment();
  const found = await withDatabase(environment, (url) => {
    environment.DATABASE_URL = url;
    return replayed(environment, from, to);
  });
  if (found.weeks.length === 0) say(messages.noWeeks(), process.stderr);
  process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : report(found));
  return 0;
}

runCommand(main, messages.failed);
