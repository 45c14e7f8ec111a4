import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import type { Language } from './text.ts';

/** The only file that reads the environment. Every variable is described in docs/operations.md. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Holds everything that the instance writes. */
  readonly dataFolder: string;
  /** Undefined: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Both or neither: one login for each role (docs/decisions/0003-database-roles.md). */
  readonly databaseOwnerUrl: string | undefined;
  readonly databasePublicUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** Minutes without a request after which a session ends, and the hours after which it ends in any case. */
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean;
  /** Where the built web client lies. */
  readonly webFolder: string;
  /** The browser that tests and screenshots drive; undefined: look for one. */
  readonly chromium: string | undefined;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder that holds package.json. */
export const checkoutFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const isRoot = (): boolean => process.getuid?.() === 0;

const defaultDataFolder = (): string =>
  isRoot()
    ? join('/var/lib/anping', createHash('sha256').update(checkoutFolder).digest('hex').slice(0, 12))
    : join(checkoutFolder, '.data');

const isHostName = (value: string): boolean => /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(value);

const isDatabaseUrl = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
};

/** Reads and checks the configuration; `path` of an issue is the variable's name, its code a key of `startText`. */
export const readConfig = (environment: Environment = process.env): Result<Config, Issues> => {
  const found: Issue[] = [];
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;

  const wholeNumber = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    found.push({ path: name, code: 'config.number', params: { name, value, min, max } });
    return fallback;
  };

  const address = (name: string, fallback: string): string => {
    const value = text(name) ?? fallback;
    if (isIP(value) === 0 && !isHostName(value))
      found.push({ path: name, code: 'config.address', params: { name, value } });
    return value;
  };

  const choice = <T extends string>(name: string, fallback: T, choices: readonly T[]): T => {
    const value = text(name);
    const chosen = choices.find((each) => each === (value ?? fallback));
    if (chosen !== undefined) return chosen;
    found.push({
      path: name,
      code: 'config.choice',
      params: { name, value: value ?? '', choices: choices.join(', ') },
    });
    return fallback;
  };

  const databaseUrl = (name: string): string | undefined => {
    const value = text(name);
    // The value is not repeated in the issue: it may hold a password.
    if (value !== undefined && !isDatabaseUrl(value))
      found.push({ path: name, code: 'config.databaseUrl', params: { name } });
    return value;
  };

  const config: Config = {
    port: wholeNumber('PORT', 8166, 0, 65_535),
    sessionIdleMinutes: wholeNumber('ANPING_SESSION_IDLE_MINUTES', 30, 1, 1_440),
    sessionHours: wholeNumber('ANPING_SESSION_HOURS', 12, 1, 168),
    trustProxy: choice('ANPING_TRUST_PROXY', 'no', ['no', 'yes']) === 'yes',
    host: address('HOST', '127.0.0.1'),
    dataFolder: resolve(text('ANPING_DATA_DIR') ?? defaultDataFolder()),
    databaseUrl: databaseUrl('DATABASE_URL'),
    databaseOwnerUrl: databaseUrl('DATABASE_OWNER_URL'),
    databasePublicUrl: databaseUrl('DATABASE_PUBLIC_URL'),
    logLevel: choice('ANPING_LOG_LEVEL', 'info', logLevels),
    webFolder: resolve(text('ANPING_WEB_DIST') ?? join(checkoutFolder, 'dist/web')),
    chromium: text('ANPING_CHROMIUM'),
  };

  const separate = [config.databaseOwnerUrl, config.databasePublicUrl].filter((url) => url !== undefined).length;
  if (separate === 1 || (separate === 2 && config.databaseUrl === undefined)) {
    const name = config.databaseOwnerUrl === undefined ? 'DATABASE_PUBLIC_URL' : 'DATABASE_OWNER_URL';
    found.push({ path: name, code: 'config.databaseUrls', params: { name } });
  }
  return found.length > 0 ? issues(found) : ok(config);
};

/** The language of a terminal's messages, by the usual variables; English unless they ask for Chinese. */
export const terminalLanguage = (environment: Environment = process.env): Language => {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('zh') ? 'zh-CN' : 'en';
};

/** What a child process needs of the environment and no more: nothing of ours steers PostgreSQL by accident. */
export const bareEnvironment = (environment: Environment = process.env): Record<string, string> => {
  const kept: Record<string, string> = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'SystemRoot', 'SYSTEMROOT', 'TEMP', 'TMP', 'COMSPEC', 'LD_LIBRARY_PATH']) {
    const value = environment[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
};
