import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkoutFolder } from '#platform/config.ts';
import { statesDocument } from './states-document.ts';

await writeFile(join(checkoutFolder, 'docs/states.md'), statesDocument());
