import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { checkoutFolder } from '#platform/config.ts';

/** Lies beside a built client. */
export const STAMP = '.built-from';

/** What a client is built from; the stamp beside a built one holds it. Reads in one go: a thousand awaited small files take five times as long. */
export const hashOfSources = (): string => {
  const hash = createHash('sha256');
  const entries = readdirSync(join(checkoutFolder, 'src'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(tsx?|js|css|html|svg)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, join(checkoutFolder, 'package-lock.json'), join(checkoutFolder, 'vite.config.ts')]) {
    hash.update(file.slice(checkoutFolder.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
};

/** Builds the web client into `folder` unless it was built from these very sources. @throws with the builder's words. */
export const buildWebClient = async (folder: string): Promise<'built' | 'unchanged'> => {
  const wanted = hashOfSources();
  const stamp = join(folder, STAMP);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return 'unchanged';
  await mkdir(folder, { recursive: true });
  const vite = join(checkoutFolder, 'node_modules/vite/bin/vite.js');
  const builder = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'], {
    cwd: checkoutFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  builder.stdout.on('data', (chunk) => {
    said += chunk;
  });
  builder.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    builder.on('error', reject);
    builder.on('close', resolve);
  });
  if (code !== 0) throw new Error(`the web client could not be built:\n${said}`);
  await writeFile(stamp, wanted);
  return 'built';
};

/** Serves the built client: hashed files for ever, and the one page for every address that is the client's own. */
export const serveWebClient = async (http: FastifyInstance, folder: string): Promise<void> => {
  await http.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.setNotFoundHandler((request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) {
      return reply.code(404).send({
        fault: { kind: 'refusal', code: 'input.noSuchAddress', status: 404, again: 'final' },
        requestId: request.id,
      });
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
};
