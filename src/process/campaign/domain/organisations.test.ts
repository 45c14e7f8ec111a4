import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Body, bodyConflicts, parseOrganisations } from './organisations.ts';
import { parseScheme } from './scheme.ts';

const source = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../../schemes/panzhihua-2009/${name}`, import.meta.url), 'utf8'));

const shipped = (): readonly Body[] => {
  const read = parseOrganisations(source('organisations.yaml'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const faults = (bodies: readonly unknown[]): readonly string[] => {
  const read = parseOrganisations({ format: 'anping-organisations-v1', bodies });
  return read.ok ? [] : read.error.issues.map((issue) => `${issue.path} ${issue.code}`);
};

const scheme = () => {
  const read = parseScheme(source('scheme.yaml'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const bureau = {
  id: 'bureau',
  name: '某市应急管理局',
  short: '市局',
  aliases: ['某市安监局'],
  kind: 'city-bureau',
  parent: null,
  territory: null,
  duties: '示范',
};

describe('the shipped bodies', () => {
  it('are five county bureaux, one park, four divisions, the office and a leading group each for city, counties and park', () => {
    const count = (kind: string) => shipped().filter((body) => body.kind === kind).length;
    expect(['city-bureau', 'city-office', 'division', 'county-bureau', 'park'].map(count)).toEqual([1, 1, 4, 5, 1]);
    expect(['leading-group', 'leading-group-office'].map(count)).toEqual([7, 1]);
  });

  it('are known by the names of 2009', () => {
    const known = (alias: string) => shipped().find((body) => body.aliases.includes(alias))?.id;
    expect(known('攀枝花市安全生产监督管理局')).toBe('city-bureau');
    expect(known('钒钛产业园区')).toBe('vt-park');
  });

  it('are all that the scheme sends a declaration to', () => {
    expect(bodyConflicts(scheme(), shipped())).toEqual([]);
  });
});

describe('bodies are refused', () => {
  it('if two share an id or a name, or a parent is missing', () => {
    expect(faults([bureau, { ...bureau, name: '乙', short: '丙', aliases: [] }])).toEqual([
      'bodies[1].id organisations.doubled',
    ]);
    expect(faults([bureau, { ...bureau, id: 'other', name: '乙', short: '丙' }])).toEqual([
      'bodies[1] organisations.nameDoubled',
    ]);
    expect(faults([{ ...bureau, parent: 'nobody' }])).toEqual(['bodies[0].parent organisations.unknownBody']);
  });

  it('if a kind is unknown', () => {
    expect(faults([{ ...bureau, kind: 'ministry' }])).toEqual(['bodies[0].kind organisations.form.invalid_value']);
  });

  it('by the scheme if a receiver is missing or of another kind', () => {
    const bodies = shipped()
      .filter((body) => body.id !== 'bureau-dongqu')
      .map((body) => (body.id === 'bureau-xiqu' ? { ...body, territory: '510411' } : body));
    expect(bodyConflicts(scheme(), bodies).map((issue) => `${issue.path} ${issue.code}`)).toEqual([
      'divisions[0].bureau scheme.unknownBody',
      'divisions[1].bureau scheme.bodyOfOtherKind',
    ]);
  });
});
