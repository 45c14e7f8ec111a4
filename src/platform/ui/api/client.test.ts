import { describe, expect, it } from 'vitest';
import { filenameOf, readAnswer } from './answer.ts';
import { addressOf } from './client.ts';
import { ApiFault, issuesOf, refusalCode } from './faults.ts';

const answer = (status: number, body: string, headers: Record<string, string> = {}) => ({
  status,
  header: (name: string) => headers[name] ?? null,
  body: new Blob([body]),
});

describe('the address of a call', () => {
  it('fills the parts of the path, encoded', () => {
    expect(addressOf('/api/units/{unitId}/files/{name}', { params: { unitId: 'u1', name: 'a/b 甲' } })).toBe(
      '/api/units/u1/files/a%2Fb%20%E7%94%B2',
    );
  });

  it('leaves absent values out of the query and repeats lists', () => {
    expect(addressOf('/api/units', { query: { q: '', page: 2, state: ['a', 'b'], from: undefined } })).toBe(
      '/api/units?page=2&state=a&state=b',
    );
  });
});

describe('the answer of the server', () => {
  it('is its JSON, or nothing when the body is empty', async () => {
    expect(await readAnswer(answer(200, '{"a":1}'), 'json')).toEqual({ a: 1 });
    expect(await readAnswer(answer(200, ''), 'json')).toBeUndefined();
  });

  it('is a file with the name it was given', async () => {
    const file = await readAnswer(
      answer(200, 'x', { 'content-disposition': "attachment; filename*=UTF-8''%E5%90%8D%E5%86%8C.xlsx" }),
      'file',
    );
    expect(file).toMatchObject({ filename: '名册.xlsx' });
    expect(filenameOf('attachment; filename="a b.pdf"')).toBe('a b.pdf');
    expect(filenameOf(null)).toBe('download');
  });

  it('throws a refusal with its code and the number of the request', async () => {
    const fault = { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' };
    const thrown = await readAnswer(answer(409, JSON.stringify({ fault, requestId: 'r1' })), 'json').catch((e) => e);
    expect(thrown).toBeInstanceOf(ApiFault);
    expect(refusalCode(thrown)).toBe('platform.stale');
    expect(thrown).toMatchObject({ requestId: 'r1' });
  });

  it('throws all issues of an input', async () => {
    const fault = { kind: 'issues', issues: [{ path: 'name', code: 'input.required' }] };
    const thrown = await readAnswer(answer(422, JSON.stringify({ fault })), 'json').catch((e) => e);
    expect(issuesOf(thrown)).toEqual(fault.issues);
  });

  it('is a failure of the server when a proxy answers with a page of its own', async () => {
    const thrown = await readAnswer(answer(502, '<html>Bad gateway</html>'), 'json').catch((e) => e);
    expect(refusalCode(thrown)).toBe('platform.failed');
    expect(thrown).toMatchObject({ status: 502 });
  });
});
