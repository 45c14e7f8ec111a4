import { describe, expect, it } from 'vitest';
import { compile, score } from './domain/index.ts';
import { fixedBy, gateDocuments } from './gate-documents.ts';
import { smallAnswers, smallEdition, smallGate, smallItem } from './testing/small-edition.ts';

const edition = smallEdition({
  items: [smallItem('a')],
  gates: [
    smallGate('s', { fact: 'production-suspended', effects: [{ status: '停产' }] }),
    smallGate('f', { fact: 'class-fixed-elsewhere', effects: [{ status: '停产' }] }),
    smallGate('c', { fact: 'class-capped-elsewhere-c', effects: [{ cap: 'C' }] }),
  ],
});
const traceOf = (...facts: [string, string][]) => {
  const scored = score(compile(edition), smallAnswers(edition, { a: 10 }, facts), { trace: true });
  if (!scored.ok) throw new Error(JSON.stringify(scored.error));
  return scored.value.trace;
};
const document = (fact: string, date: string, documentNumber: string) => ({
  fact,
  date,
  documentNumber,
  issuingBody: '省厅',
});
const old = document('class-fixed-elsewhere', '2026-01-10', '1号');
const newer = document('class-fixed-elsewhere', '2026-01-20', '2号');
const capping = document('class-capped-elsewhere-c', '2026-01-15', '3号');
const stop = document('production-suspended', '2026-01-12', '4号');
const all = [old, newer, capping, stop];

describe('the documents behind a gate', () => {
  it('are those of the facts that it counted, by kind and day', () => {
    const trace = traceOf(['class-fixed-elsewhere', '2026-01-10'], ['class-capped-elsewhere-c', '2026-01-15']);
    expect([...gateDocuments(trace, all)]).toEqual([
      ['f', [old]],
      ['c', [capping]],
    ]);
    expect(gateDocuments(trace, [newer, stop]).size).toBe(0);
  });
});

describe('who fixed a class', () => {
  it('is the issuer of the latest document that was counted', () => {
    const trace = traceOf(['class-fixed-elsewhere', '2026-01-10'], ['class-fixed-elsewhere', '2026-01-20']);
    expect(fixedBy(trace, all)).toEqual({ issuingBody: '省厅', documentNumber: '2号' });
    expect(fixedBy(trace, [old, capping])).toEqual({ issuingBody: '省厅', documentNumber: '1号' });
  });

  it('is nobody where the class is capped only, the status is another one, or no document is on record', () => {
    expect(fixedBy(traceOf(['class-capped-elsewhere-c', '2026-01-15']), all)).toBeNull();
    expect(
      fixedBy(traceOf(['production-suspended', '2026-01-12'], ['class-fixed-elsewhere', '2026-01-10']), all),
    ).toBeNull();
    expect(fixedBy(traceOf(['class-fixed-elsewhere', '2026-01-10']), [])).toBeNull();
    expect(fixedBy(traceOf(), all)).toBeNull();
  });
});
