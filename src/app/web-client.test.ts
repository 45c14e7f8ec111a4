import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWebClient } from './web-client.ts';

const page = '<!doctype html><title>安评</title>';
const script = 'export const answer = 42;';
let folder: string;
let http: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anping-client-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of [
    ['index.html', page],
    ['assets/main-1a2b.js', script],
  ] as const) {
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${name}.gz`), gzipSync(text));
  }
  await writeFile(join(folder, 'assets/plain-1a2b.txt'), 'as it is');
  http = Fastify();
  await serveWebClient(http, folder);
});
afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  http.inject({ method, url, headers });

describe('the built client', () => {
  it('is sent compressed to a browser that takes it, and plain to one that does not', async () => {
    const compressed = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, deflate' });
    expect(compressed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringMatching(/javascript/),
    });
    expect(compressed.rawPayload).toEqual(gzipSync(script));
    const plain = await get('/assets/main-1a2b.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(script);
    expect((await get('/assets/plain-1a2b.txt', { 'accept-encoding': 'gzip' })).body).toBe('as it is');
  });

  it('keeps hashed files for ever and asks for the page every time', async () => {
    expect((await get('/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip' })).headers['cache-control']).toContain(
      'immutable',
    );
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });

  it('answers every address that is its own with the page, compressed too', async () => {
    for (const url of ['/', '/reviews/42', '/campaigns?state=open']) {
      expect((await get(url)).body).toBe(page);
      const compressed = await get(url, { 'accept-encoding': 'gzip' });
      expect(compressed.headers).toMatchObject({
        'content-encoding': 'gzip',
        'content-type': expect.stringMatching(/html/),
      });
    }
  });

  it('says of a file of an earlier version that it is gone, instead of sending the page as a script', async () => {
    expect((await get('/assets/main-0000.js')).statusCode).toBe(404);
    expect((await get('/assets')).body).toBe(page);
  });

  it('answers HEAD as GET, without the page itself', async () => {
    const head = await get('/', {}, 'HEAD');
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers['content-type']).toMatch(/html/);
  });

  it('has a code, and no page, for an address of the server that does not exist', async () => {
    for (const answer of [await get('/api/nothing'), await get('/nothing', {}, 'POST')]) {
      expect([answer.statusCode, answer.json().fault.code]).toEqual([404, 'input.noSuchAddress']);
    }
  });
});
