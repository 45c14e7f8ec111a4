import { startSentences } from '#platform/start-fault.ts';

/** Imported first by every entry point: below Node 24 the program says so in a sentence and ends. */
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`${startSentences('node.tooOld', { version: process.versions.node })}\n`);
  process.exit(1);
}
