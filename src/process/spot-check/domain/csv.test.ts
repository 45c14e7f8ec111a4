import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '#lib/utf8.ts';
import { formatPoolCsv, formatStrataCsv, parsePoolCsv, parseStrataCsv, poolOf } from './index.ts';

const anyName = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(',', '"', ' ', 'é', '矿', '😀', '\u00a0'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 6,
  })
  .filter((name) => name.trim() === name && !/[\u0000-\u001f\u007f]/.test(name) && name !== '');

const faultsOf = (input: Uint8Array | string): string[] => {
  const result = parsePoolCsv(input);
  return result.ok ? [] : result.error.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('a pool file', () => {
  it('is read back as it was written, whatever the names, with LF or CRLF, from text or bytes', () => {
    const rows = fc.uniqueArray(fc.record({ id: anyName, stratum: anyName }), {
      minLength: 1,
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), (list, crlf, marked) => {
        const text = formatPoolCsv(list);
        const file = encodeUtf8(`${marked ? '\uFEFF' : ''}${crlf ? text.replaceAll('\n', '\r\n') : text}`);
        expect(parsePoolCsv(file)).toEqual(poolOf(list));
        expect(parsePoolCsv(text)).toEqual(poolOf(list));
        expect(new Set(poolOf(list).ok ? list : [])).toEqual(new Set(list));
      }),
    );
  });

  it('needs no final line end and may quote what need not be quoted', () => {
    expect(parsePoolCsv('"id",stratum\r\n"b""1","x, y"\na,z')).toEqual({
      ok: true,
      value: [
        { id: 'a', stratum: 'z' },
        { id: 'b"1', stratum: 'x, y' },
      ],
    });
  });

  it('is ordered by bytes, not by UTF-16 units', () => {
    const pool = parsePoolCsv('id,stratum\n😀,x\n！,x\n');
    expect(pool.ok && pool.value.map(({ id }) => id)).toEqual(['！', '😀']);
  });

  it.each<[string, string]>([
    ['', 'line 1 draw.csv.headerWrong'],
    ['id,stratum\n', 'line 1 draw.pool.empty'],
    ['\uFEFF\uFEFFid,stratum\na,x', 'line 1 draw.csv.headerWrong'],
    ['ID,stratum\na,x', 'line 1 draw.csv.headerWrong'],
    ['id, stratum\na,x', 'line 1 draw.csv.headerWrong'],
    ['id,stratum,county\na,x,y', 'line 1 draw.csv.headerWrong'],
    ['\nid,stratum\na,x', 'line 1 draw.csv.blankLine'],
    ['id,stratum\n\na,x', 'line 2 draw.csv.blankLine'],
    ['id,stratum\na,x\n\n', 'line 3 draw.csv.blankLine'],
    ['id,stratum\r\na,x\r\n\r\n', 'line 3 draw.csv.blankLine'],
    ['id,stratum\na', 'line 2 draw.csv.fieldCount'],
    ['id,stratum\n""', 'line 2 draw.csv.fieldCount'],
    ['id,stratum\na,x,', 'line 2 draw.csv.fieldCount'],
    ['id,stratum\na,x\rb,y', 'line 2 draw.csv.loneCarriageReturn'],
    ['id,stratum\na,x\r', 'line 2 draw.csv.loneCarriageReturn'],
    ['id,stratum\na,"x"\r', 'line 2 draw.csv.loneCarriageReturn'],
    ['id,stratum\na"b,x', 'line 2 draw.csv.strayQuote'],
    ['id,stratum\n"a"b,x', 'line 2 draw.csv.strayQuote'],
    ['id,stratum\na, "x"', 'line 2 draw.csv.strayQuote'],
    ['id,stratum\na,"x\nb,y', 'line 2 draw.csv.openQuote'],
    ['id,stratum\n,x', 'line 2 draw.csv.valueEmpty'],
    ['id,stratum\na,""', 'line 2 draw.csv.valueEmpty'],
    ['id,stratum\na ,x', 'line 2 draw.csv.valuePadded'],
    ['id,stratum\na,　x', 'line 2 draw.csv.valuePadded'],
    ['id,stratum\na,x\tz', 'line 2 draw.csv.valueControl'],
    ['id,stratum\na,"x\nz"\nb,y', 'line 2 draw.csv.valueControl'],
    ['id,stratum\na,x\u007f', 'line 2 draw.csv.valueControl'],
    ['id,stratum\na,x\nb,y\na,y', 'line 4 draw.pool.idRepeated'],
    ['id,stratum\na,x\nb,\ud800', 'line 3 draw.csv.notUtf8'],
  ])('%j is refused with its line', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it('with bytes that are not UTF-8 is refused with its line', () => {
    const bytes = Uint8Array.from([...encodeUtf8('id,stratum\na,x\nb,'), 0xff]);
    expect(faultsOf(bytes)).toEqual(['line 3 draw.csv.notUtf8']);
  });

  it('tells equal-looking names of different bytes apart', () => {
    expect(parsePoolCsv('id,stratum\n\u00e9,x\ne\u0301,x')).toMatchObject({ ok: true });
  });
});

describe('rows that never were a file', () => {
  it('are refused as the file that they would make', () => {
    expect(
      poolOf([
        { id: 'a', stratum: 'x' },
        { id: ' b', stratum: '' },
      ]),
    ).toMatchObject({
      ok: false,
      error: {
        issues: [
          { path: 'line 3', code: 'draw.csv.valuePadded', params: { column: 'id' } },
          { path: 'line 3', code: 'draw.csv.valueEmpty', params: { column: 'stratum' } },
        ],
      },
    });
    expect(poolOf([])).toMatchObject({ ok: false, error: { issues: [{ code: 'draw.pool.empty' }] } });
    expect(poolOf([{ id: 'a', stratum: '\udc00' }]).ok).toBe(false);
  });
});

describe('a strata file', () => {
  it('is read back as it was written', () => {
    const row = fc.record({
      stratum: anyName,
      ratio: fc.constantFrom('0', '1.000', '0.15'),
      min: fc.constantFrom('0', '12'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ stratum }) => stratum }), (rows) => {
        expect(parseStrataCsv(formatStrataCsv(rows))).toEqual({ ok: true, value: rows });
      }),
    );
  });

  it.each<[string, ...string[]]>([
    ['id,stratum\n', 'line 1 draw.csv.headerWrong'],
    ['stratum,ratio,min\nx,0.5,1\nx,0.5,1', 'line 3 draw.strata.stratumRepeated'],
    ['stratum,ratio,min\nx,1.5,1', 'line 2 draw.strata.ratioMalformed'],
    ['stratum,ratio,min\nx,.5,01', 'line 2 draw.strata.ratioMalformed', 'line 2 draw.strata.minMalformed'],
    ['stratum,ratio,min\nx,0.5', 'line 2 draw.csv.fieldCount'],
  ])('%j is refused with its line', (text, ...faults) => {
    const result = parseStrataCsv(text);
    expect(result.ok ? [] : result.error.issues.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });
});
