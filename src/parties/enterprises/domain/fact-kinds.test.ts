import { describe, expect, it } from 'vitest';
import { documented, documentName } from './fact-document.ts';
import { documentRule, isFromOtherAuthority, noteKinds } from './fact-kinds.ts';

const fact = {
  fact: 'administrative-penalty',
  date: '2026-03-05',
  documentNumber: '攀应急罚〔2026〕3号',
  issuingBody: '',
};

describe('the document of a recorded fact', () => {
  it('is demanded where another authority decided, offered where a gate counts, and no part of a note', () => {
    for (const kind of ['class-fixed-elsewhere', 'class-capped-elsewhere-b', 'class-capped-elsewhere-II'])
      expect([kind, isFromOtherAuthority(kind), documentRule(kind)]).toEqual([kind, true, 'required']);
    for (const kind of ['administrative-penalty', 'permit-suspended', 'class-of-its-own'])
      expect([kind, isFromOtherAuthority(kind), documentRule(kind)]).toEqual([kind, false, 'offered']);
    for (const kind of noteKinds) expect([kind, documentRule(kind)]).toEqual([kind, 'none']);
  });

  it('is told by what is known of it, and left out where nothing is', () => {
    const whole = { ...fact, issuingBody: '攀枝花市应急管理局' };
    const bare = { ...fact, documentNumber: '' };
    expect([whole, fact, bare].map(documentName)).toEqual([
      '攀枝花市应急管理局 攀应急罚〔2026〕3号',
      '攀应急罚〔2026〕3号',
      '',
    ]);
    expect(documented([whole, fact, bare])).toEqual([whole, fact]);
  });
});
