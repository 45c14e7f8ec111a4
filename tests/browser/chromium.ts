import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { readConfig } from '#platform/config.ts';

/** A browser program and what its environment needs. */
export interface Chromium {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installed = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixedPlaces].find(existsSync);
};

/** The one that npm brings; where the system lacks libraries that it needs, with those that come along. */
const bundled = async (): Promise<Chromium> => {
  const { default: pack, inflate } = await import('@sparticuz/chromium');
  const program = await pack.executablePath();
  try {
    await run(program, ['--version', '--no-sandbox']);
    return { program, env: {} };
  } catch {
    const archive = join(
      dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
      '../bin/al2023.tar.br',
    );
    return { program, env: { LD_LIBRARY_PATH: join(await inflate(archive), 'lib') } };
  }
};

/** The browser that ANPING_CHROMIUM names, else one installed, else the one that npm brings. Nothing is downloaded. */
export const findChromium = async (): Promise<Chromium> => {
  const config = readConfig();
  const named = config.ok ? config.value.chromium : undefined;
  if (named !== undefined && !existsSync(named))
    throw new Error(`ANPING_CHROMIUM names ${named}, which does not exist.`);
  const program = named ?? installed();
  return program === undefined ? await bundled() : { program, env: {} };
};

const fontFolder = (name: string, weight: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`)), weight);

/** Fonts of the product only: every machine shows the same pages, Chinese included. */
const fontConfiguration = async (): Promise<string> => {
  const folder = join(tmpdir(), `anping-fonts-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const sans = ['400Regular', '500Medium', '700Bold'].map((weight) => fontFolder('noto-sans-sc', weight));
  const serif = ['400Regular', '700Bold'].map((weight) => fontFolder('noto-serif-sc', weight));
  const prefer = (generic: string, family: string): string =>
    `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?>
<fontconfig>
${[...sans, ...serif].map((each) => `<dir>${each}</dir>`).join('\n')}
<cachedir>${join(folder, 'cache')}</cachedir>
${prefer('sans-serif', 'Noto Sans SC')}${prefer('serif', 'Noto Serif SC')}${prefer('monospace', 'Noto Sans SC')}
</fontconfig>
`,
  );
  return file;
};

// Only pages of ours are shown, so the sandbox, which root and many containers do not allow, is not missed.
const switches = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  // Debian's starter asks for it, and without a graphics card it is drawn by the processor.
  '--disable-gpu-rasterization',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const settings = async () => {
  const { program, env } = await findChromium();
  return {
    executablePath: program,
    args: switches,
    // Without a UTF-8 locale it gives a download with a Chinese name another one.
    env: { LANG: 'C.UTF-8', ...process.env, ...env, HOME: tmpdir(), FONTCONFIG_FILE: await fontConfiguration() },
  };
};

/** Starts a browser without a window; the caller closes it. @param further switches */
export const launchBrowser = async (further: readonly string[] = []): Promise<Browser> => {
  const own = await settings();
  return chromium.launch({ ...own, args: [...own.args, ...further] });
};

/** The same for one person whose browser keeps what it stores in a folder, over being closed. */
export const launchKeeping = async (
  folder: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1],
): Promise<BrowserContext> => chromium.launchPersistentContext(folder, { ...(await settings()), ...options });
