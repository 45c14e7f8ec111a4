import '#platform/node-version.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** One command of the command line; `run` answers with the exit code and never ends the process itself. */
interface CommandModule {
  readonly help: string;
  run(args: string[], io: Io): Promise<number>;
}

/** Every command in the order of the help text; loaded when called, so that `draw` needs no database. */
const commands: Readonly<Record<string, { readonly summary: string; load(): Promise<CommandModule> }>> = {
  serve: { summary: '启动服务 Start the server', load: () => import('./cli/serve.ts') },
  migrate: { summary: '升级数据库 Bring the database up to date', load: () => import('./cli/migrate.ts') },
  'create-admin': { summary: '新建管理员 Create an administrator', load: () => import('./cli/create-admin.ts') },
  demo: { summary: '生成演示城市 Make the demonstration city', load: () => import('./cli/demo.ts') },
  backup: { summary: '备份 Write a backup', load: () => import('./cli/backup.ts') },
  restore: { summary: '恢复 Restore a backup into an empty instance', load: () => import('./cli/restore.ts') },
  'verify-audit': { summary: '核验操作日志 Verify the audit log', load: () => import('./cli/verify-audit.ts') },
  draw: { summary: '复算抽签 Recompute a draw', load: () => import('./cli/draw.ts') },
  edition: { summary: '检查、比较评估标准 Check and compare editions', load: () => import('./cli/edition.ts') },
  score: { summary: '复算得分和类别 Recompute score and class', load: () => import('./cli/score.ts') },
  rescore: { summary: '试算标准 Try an edition out on a campaign', load: () => import('./cli/rescore.ts') },
};

const usage = (): string =>
  `用法 Usage: npm run -s anping -- <command> [options]\n\n${Object.entries(commands)
    .map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`)
    .join('\n')}\n  ${'help'.padEnd(14)}本说明 This text\n\n各命令的说明 Help of a command: <command> --help\n`;

const main = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(usage());
    return 0;
  }
  const command = commands[name];
  if (!command) {
    process.stderr.write(`没有命令 ${name}。No such command: ${name}.\n\n${usage()}`);
    return 2;
  }
  const { help, run } = await command.load();
  if (rest.includes('--help')) {
    process.stdout.write(help.endsWith('\n') ? help : `${help}\n`);
    return 0;
  }
  return run(rest, { stdout: process.stdout, stderr: process.stderr });
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // An operator gets the sentence; everything else is a bug and shows where it happened.
  process.stderr.write(
    `${error instanceof StartFault ? error.message : ((error as Error).stack ?? messageOf(error))}\n`,
  );
  process.exitCode = 1;
}
