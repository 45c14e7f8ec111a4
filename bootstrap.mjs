// Installs what is missing before anything else runs. The only code here that older Node releases can run, and without
// dependencies for that reason; afterwards npm scripts find Node 24 in node_modules/.bin.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.anping-install.json');
const lockFile = join(root, '.build', 'install.lock');
// No package needs its install script: what they do is done at start (symbolic links of PostgreSQL) or not needed.
const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--ignore-scripts'];
const heartbeat = 2_000;

// On the error stream: the output of a command stays clean.
const say = (chinese, english) => process.stderr.write(`${chinese} ${english}\n`);
const stop = (chinese, english, output = '') => {
  process.stderr.write(`${output.trim() === '' ? '' : `${output.trim()}\n\n`}${chinese}\n${english}\n`);
  release();
  process.exit(1);
};

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // missing, or cut off half way: both mean that there is nothing to rely on
  }
};

const major = (version) => Number(String(version).replace('v', '').split('.')[0]);

// --- what should be there

const packageJson = readJson(join(root, 'package.json')) ?? {};
const bundledName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const bundledNode = join(modules, bundledName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const isMusl = () =>
  process.platform === 'linux' && existsSync('/lib') && readdirSync('/lib').some((name) => name.startsWith('ld-musl-'));

const wanted = () => ({
  lock: createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify([packageJson.dependencies, packageJson.devDependencies, packageJson.optionalDependencies]))
    .digest('hex'),
  platform: `${process.platform}-${process.arch}${isMusl() ? '-musl' : ''}`,
  flags: flags.join(' '),
});

const matches = (list, own) => list === undefined || [list].flat().includes(own);
const isForHere = (entry) =>
  matches(entry.os, process.platform) &&
  matches(entry.cpu, process.arch) &&
  matches(entry.libc, isMusl() ? 'musl' : 'glibc');

/** Folders of the packages that the lock file wants on this platform. */
const wantedPackages = () =>
  Object.entries(readJson(join(root, 'package-lock.json'))?.packages ?? {}).filter(
    // Optional packages without a platform belong to others that may be left out.
    ([path, entry]) => path !== '' && (entry.optional ? (entry.os || entry.cpu) && isForHere(entry) : true),
  );

const isInstalled = (path) => existsSync(join(root, path, 'package.json'));

/** True if somebody ran npm by hand, to the end, and the result is what the lock file says. */
const installedByHand = () => {
  const installed = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!installed) return false;
  return wantedPackages().every(([path, { version }]) => installed[path]?.version === version && isInstalled(path));
};

/** Where Node 24 comes from: `bundled` with the install, or `system`. Null: nowhere. */
const runtime = () => {
  if (existsSync(bundledNode)) {
    const answer = spawnSync(bundledNode, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && major(answer.stdout) >= 24) return 'bundled';
    // It would come first in the PATH of npm scripts and fail there (another C library, for instance).
    for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(join(modules, '.bin', name), { force: true });
  }
  return major(process.versions.node) >= 24 ? 'system' : null;
};

const isStamped = () => {
  const stamp = readJson(stampFile);
  const now = wanted();
  if (!stamp || Object.keys(now).some((key) => stamp[key] !== now[key])) return false;
  return stamp.runtime === 'bundled' ? existsSync(bundledNode) : major(process.versions.node) >= 24;
};

const stamp = () => {
  const source = runtime();
  if (source === null) {
    stop(
      `安评需要 Node.js 24；本平台（${process.platform}-${process.arch}）没有自带的版本，已安装的是 ${process.version}。请安装 Node.js 24 或更高版本。`,
      `Anping needs Node.js 24; none comes along for this platform (${process.platform}-${process.arch}), and the installed one is ${process.version}. Install Node.js 24 or newer.`,
    );
  }
  writeFileSync(`${stampFile}.new`, JSON.stringify({ ...wanted(), runtime: source }));
  renameSync(`${stampFile}.new`, stampFile);
};

// --- one installation at a time

let holding = false;
let beat;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Held: its process or the npm that it started is alive (or runs on another host) and has shown signs of life lately. */
const isHeld = (holder) => {
  const age = Date.now() - (statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (holder.host !== hostname()) return age < 15 * heartbeat;
  // npm goes on when its starter is killed, and two of them in one folder would spoil it.
  if (holder.npm && isAlive(holder.npm)) return age < 600_000;
  return isAlive(holder.pid) && age < 15 * heartbeat;
};

const writeLock = (npm) => {
  const own = `${lockFile}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, host: hostname(), npm }));
  return own;
};

const tryLock = () => {
  mkdirSync(dirname(lockFile), { recursive: true });
  const own = writeLock(null);
  try {
    linkSync(own, lockFile);
    holding = true;
    beat = setInterval(
      () => holding && existsSync(lockFile) && utimesSync(lockFile, new Date(), new Date()),
      heartbeat,
    );
    return null;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const holder = readJson(lockFile) ?? { pid: 0 };
  if (holder.pid > 0 && isHeld(holder)) return holder;
  const aside = `${lockFile}.stale.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
  return { pid: 0 };
};

function release() {
  if (!holding) return;
  holding = false;
  clearInterval(beat);
  rmSync(lockFile, { force: true });
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const lock = async () => {
  let announced = false;
  for (;;) {
    const holder = tryLock();
    if (holder === null) return;
    if (holder.pid > 0 && !announced) {
      say(
        `另一个安装正在进行（进程 ${holder.pid}），等它完成。`,
        `Another installation is under way (process ${holder.pid}); waiting.`,
      );
      announced = true;
    }
    await pause(holder.pid > 0 ? 500 : 20);
  }
};

// --- npm

/** npm as the person started it; its own Node, because the one in node_modules is about to be replaced. */
const npmCommand = () => {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return [process.env.npm_node_execpath ?? process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
};

const withoutModules = (path = '') =>
  path
    .split(delimiter)
    .filter((folder) => !folder.includes(`node_modules${sep}.bin`))
    .join(delimiter);

const npm = (command) =>
  new Promise((resolve) => {
    const [program, first] = npmCommand();
    const child = spawn(program, [...first, command, ...flags, ...(command === 'install' ? ['--no-save'] : [])], {
      cwd: root,
      env: { ...process.env, PATH: withoutModules(process.env.PATH) },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    renameSync(writeLock(child.pid ?? null), lockFile);
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    const packages = wantedPackages();
    const started = Date.now();
    const progress = setInterval(() => {
      const done = packages.filter(([path]) => isInstalled(path)).length;
      const seconds = Math.round((Date.now() - started) / 1000);
      say(
        `  ${seconds} 秒：${done} / ${packages.length} 个软件包`,
        `(${seconds} s: ${done} of ${packages.length} packages)`,
      );
    }, 5_000);
    const end = (code, detail) => {
      clearInterval(progress);
      resolve({ ok: code === 0, output: output + detail });
    };
    child.once('error', (error) => end(1, String(error)));
    child.once('close', (code) => end(code, ''));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        child.kill(signal);
        child.once('close', () => {
          release();
          process.exit(130);
        });
      });
    }
  });

const install = async () => {
  say('正在安装依赖，首次约需一分钟。', 'Installing packages; the first time takes about a minute.');
  rmSync(stampFile, { force: true }); // interrupted from here on, the next start begins again
  const started = Date.now();
  let result = await npm('ci');
  // A registry may lack packages of foreign platforms, and `npm ci` then finds the lock file incomplete.
  if (!result.ok && /EUSAGE|Missing: .* from lock file/.test(result.output)) {
    say(
      '锁文件与软件源不完全一致，改用 npm install。',
      'The registry does not have all of the lock file; using npm install.',
    );
    result = await npm('install');
  }
  if (!result.ok) {
    stop(
      '安装依赖失败，原因见上。请检查网络、npm 的软件源设置和磁盘空间，然后重新运行同一命令。',
      'The packages could not be installed; npm says why above. Check the network, the registry that npm uses and the disk, then run the same command again.',
      result.output,
    );
  }
  stamp();
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`依赖已就绪（${seconds} 秒）。`, `Packages are ready (${seconds} s).`);
};

const main = async () => {
  if (major(process.versions.node) < 20) {
    stop(
      `需要 Node.js 20.19 或更高版本才能启动，当前为 ${process.version}。请安装较新的 Node.js。`,
      `Node.js 20.19 or newer is needed to start, this is ${process.version}. Install a newer Node.js.`,
    );
  }
  if (isStamped()) return;
  if (process.platform === 'win32' && process.execPath.startsWith(modules) && process.env.npm_node_execpath) {
    // Windows does not replace a program that runs: hand over to the Node that runs npm.
    const again = spawnSync(process.env.npm_node_execpath, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
    process.exit(again.status ?? 1);
  }
  try {
    await lock();
    if (!isStamped()) {
      if (installedByHand()) stamp();
      else await install();
    }
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    stop(
      `不能写入 ${error.path ?? root}。请以拥有程序文件夹的用户运行一次，或改正其权限。`,
      `${error.path ?? root} cannot be written. Run the command once as the owner of the program folder, or correct its permissions.`,
    );
  } finally {
    release();
  }
};

await main();
