import { type Config, readConfig } from '#platform/config.ts';
import { type StartCode, startText } from '#platform/start.text.ts';
import { startSentences } from '#platform/start-fault.ts';
import type { CommandIo } from './command.ts';

/** The configuration, or undefined after every fault of it was written to stderr. */
export const configured = (io: CommandIo): Config | undefined => {
  const config = readConfig();
  if (config.ok) return config.value;
  for (const { code, params } of config.error.issues) {
    io.stderr.write(`${code in startText['zh-CN'] ? startSentences(code as StartCode, params) : code}\n`);
  }
  return undefined;
};
