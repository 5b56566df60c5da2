import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { type DynamicModule, Module } from '@nestjs/common';

const URL_OPTIONS = { require_tld: false, require_protocol: true } as const;

/**
 * `demo` loads the demo weeks, `accounts` only its organisations and accounts, `none` nothing (contract, section 6); `province` an
 * illustrative province of 60 offices instead (ADR 0184).
 */
export const DEMO_DATA = ['demo', 'province', 'accounts', 'none'] as const;
export type DemoData = (typeof DEMO_DATA)[number];

/** Every setting of the system. The names are those of the environment (contract, section 6). */
export class Environment {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsString()
  @IsNotEmpty()
  HOST = '127.0.0.1';

  /** The address that people use; links in mails and `Secure` cookies follow it. Default: http://HOST:PORT. */
  @IsOptional()
  @IsUrl({ ...URL_OPTIONS, protocols: ['http', 'https'] })
  PUBLIC_URL?: string;

  /**
   * How many proxies stand before the API, each of which adds the caller's address to X-Forwarded-For. With a wrong number
   * everybody has the proxy's address, or the one that they write themselves.
   */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10)
  TRUST_PROXY = 0;

  @IsString()
  @IsNotEmpty()
  DATA_DIR = './.data';

  /** Without it, `npm start` runs a PostgreSQL of its own in DATA_DIR. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  DATABASE_URL?: string;

  /** A replica of the server at DATABASE_URL, from which the API answers readers; without it, all is read from that server itself. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  DATABASE_READER_URL?: string;

  /** Without it, the queues run on PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/)
  REDIS_URL?: string;

  /** Without it, mails are written to DATA_DIR/outbox. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/)
  SMTP_URL?: string;

  @IsEmail({ allow_display_name: true, require_tld: false })
  MAIL_FROM = 'Thông Vốn <thongvon@localhost>';

  /** Starts the business clock at this instant; it ticks on from there. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/(Z|[+-]\d{2}:?\d{2})$/)
  NOW?: string;

  @IsIn(DEMO_DATA)
  DEMO_DATA: DemoData = 'demo';

  /** The demo accounts' password; generated and printed when missing. */
  @IsOptional()
  @IsString()
  @MinLength(8)
  DEMO_PASSWORD?: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value : 'info'))
  @IsIn(['debug', 'info', 'warn', 'error'])
  LOG_LEVEL = 'info';
}

/** A sentence for the operator, Vietnamese first. */
interface SettingSentence {
  readonly vi: string;
  readonly en: string;
}

/** What a setting takes. The value of a secret one is never repeated. */
interface Expected extends SettingSentence {
  readonly secret?: true;
}

/** The environment can't be used. The sentence names each variable at fault, its value unless it is secret, and the remedy. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly sentence: SettingSentence;

  constructor(faults: readonly SettingSentence[]) {
    const sentence = environmentUnusable(faults);
    super(`${sentence.vi}\n${sentence.en}`);
    this.sentence = sentence;
  }
}

/** What each setting takes, said after "hãy ghi" and "give". A setting without words is an error of the compiler. */
const TAKES: Readonly<Record<keyof Environment, Expected>> = {
  PORT: { vi: 'một số nguyên từ 0 đến 65535, như 3000', en: 'a whole number from 0 to 65535, as 3000' },
  HOST: { vi: 'tên máy hoặc địa chỉ IP, như 127.0.0.1', en: 'a host name or an IP address, as 127.0.0.1' },
  PUBLIC_URL: {
    vi: 'địa chỉ http:// hoặc https:// mà mọi người mở, như https://thongvon.example.vn',
    en: 'the http:// or https:// address that people open, as https://thongvon.example.vn',
  },
  TRUST_PROXY: {
    vi: 'số proxy đứng trước API, một số nguyên từ 0 đến 10',
    en: 'how many proxies stand before the API, a whole number from 0 to 10',
  },
  DATA_DIR: { vi: 'đường dẫn một thư mục, như ./.data', en: 'the path of a folder, as ./.data' },
  DATABASE_URL: {
    vi: 'địa chỉ dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên',
    en: 'an address like postgres://user:password@host:port/name',
    secret: true,
  },
  DATABASE_READER_URL: {
    vi: 'địa chỉ một bản sao chỉ đọc của cơ sở dữ liệu, dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên',
    en: 'the address of a replica of the database, like postgres://user:password@host:port/name',
    secret: true,
  },
  REDIS_URL: { vi: 'địa chỉ dạng redis://máy:cổng', en: 'an address like redis://host:port', secret: true },
  SMTP_URL: {
    vi: 'địa chỉ dạng smtp://người-dùng:mật-khẩu@máy:cổng',
    en: 'an address like smtp://user:password@host:port',
    secret: true,
  },
  MAIL_FROM: {
    vi: 'một địa chỉ thư, như Thông Vốn <thongvon@example.vn>',
    en: 'a mail address, as Thông Vốn <thongvon@example.vn>',
  },
  NOW: {
    vi: 'một thời điểm có múi giờ, như 2023-06-23T08:00:00+07:00',
    en: 'an instant with its offset, as 2023-06-23T08:00:00+07:00',
  },
  DEMO_DATA: { vi: 'demo, province, accounts hoặc none', en: 'demo, province, accounts or none' },
  DEMO_PASSWORD: {
    vi: 'mật khẩu ít nhất 8 ký tự, hoặc bỏ trống để hệ thống tự tạo',
    en: 'a password of at least 8 characters, or nothing for a generated one',
    secret: true,
  },
  LOG_LEVEL: { vi: 'debug, info, warn hoặc error', en: 'debug, info, warn or error' },
};
const NAMES = Object.keys(TAKES) as (keyof Environment)[];

/**
 * Checks and types the settings. Empty variables count as missing; unknown ones are not ours and are ignored.
 * Throws EnvironmentError.
 */
export function parseEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const errors = validateSync(environment, { skipMissingProperties: false });
  if (errors.length > 0) {
    const atFault = NAMES.filter((name) => errors.some(({ property }) => property === name));
    throw new EnvironmentError(atFault.map((name) => unusable(name, env[name] ?? '', TAKES[name])));
  }
  return environment;
}

/** A setting has a value that can't be used. */
function unusable(name: string, value: string, { vi, en, secret }: Expected): SettingSentence {
  const given = secret === true ? name : `${name}="${value}"`;
  return { vi: `${given} (hãy ghi ${vi})`, en: `${given} (give ${en})` };
}

/** A setting that this program can't do without isn't there. */
function missing(name: string, { vi, en }: Expected): SettingSentence {
  return { vi: `thiếu ${name} (hãy ghi ${vi})`, en: `${name} is missing (give ${en})` };
}

/** All that is wrong, as one sentence. */
function environmentUnusable(faults: readonly SettingSentence[]): SettingSentence {
  const all = (language: 'vi' | 'en'): string => faults.map((fault) => fault[language]).join('; ');
  return {
    vi: `Biến môi trường không dùng được: ${all('vi')}.`,
    en: `The environment can't be used: ${all('en')}.`,
  };
}

/** The address of the database, for programs that start none themselves. Throws EnvironmentError without it. */
export function databaseUrl({ DATABASE_URL }: Pick<Environment, 'DATABASE_URL'>): string {
  if (DATABASE_URL === undefined) throw new EnvironmentError([missing('DATABASE_URL', TAKES.DATABASE_URL)]);
  return DATABASE_URL;
}

/** The address that people use for `path` ("/bao-cao/…"), for links in mails. */
export function publicAddress({ PUBLIC_URL, HOST, PORT }: Environment, path: string): string {
  return `${PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${HOST}:${PORT}`}${path}`;
}

/** The settings of this process. The only place that looks at `process.env`. */
export function readEnvironment(): Environment {
  return parseEnvironment(process.env);
}

/** Gives every module the checked settings, by the class `Environment`. */
@Module({})
export class ConfigModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Environment, useValue: environment }],
      exports: [Environment],
    };
  }
}
