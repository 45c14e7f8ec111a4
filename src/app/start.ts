import '#platform/node-version.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';
import { help, run } from './cli/serve.ts';

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(`${help}\n`);
else {
  try {
    process.exitCode = await run(args, process);
  } catch (error) {
    // An operator gets the sentence; everything else is a bug and shows where it happened.
    process.stderr.write(
      `${error instanceof StartFault ? error.message : ((error as Error).stack ?? messageOf(error))}\n`,
    );
    process.exitCode = 1;
  }
}
