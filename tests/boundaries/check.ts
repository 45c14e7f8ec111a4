import { checkoutFolder } from '#platform/config.ts';
import { classComputers } from './class-rule.ts';
import { inspect } from './cruise.ts';
import { environmentReaders } from './environment.ts';

const { violations, unseen, seen } = await inspect(checkoutFolder);
const readers = environmentReaders(checkoutFolder);
const computers = classComputers(checkoutFolder);

for (const { rule, from, to } of violations) console.log(`${rule}: ${from} → ${to}`);
for (const file of unseen) console.log(`not looked at: ${file}`);
for (const file of readers) console.log(`reads the environment, which only src/platform/config.ts does: ${file}`);
for (const line of computers) console.log(`works a class out, which only src/process/standards/domain does: ${line}`);
console.log(`${seen} modules, ${violations.length} forbidden imports, ${unseen.length} not looked at`);
process.exitCode = violations.length + unseen.length + readers.length + computers.length > 0 || seen === 0 ? 1 : 0;
