import '#platform/node-version.ts';
import { readConfig } from '#platform/config.ts';
import type { StartCode } from '#platform/start.text.ts';
import { startText } from '#platform/start.text.ts';
import { StartFault, startSentences } from '#platform/start-fault.ts';
import { serve } from './serve.ts';

const config = readConfig();
if (!config.ok) {
  const sentences = config.error.issues.map(({ code, params }) =>
    code in startText['zh-CN'] ? startSentences(code as StartCode, params) : code,
  );
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exitCode = 1;
} else {
  try {
    await serve(config.value, process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof StartFault ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}
