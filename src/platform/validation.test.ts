import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issuesOfSchema } from './validation.ts';

const schema = z.object({
  name: z.string().trim().min(1).max(5),
  staff: z.int().min(0).max(100),
  area: z.number().positive().optional(),
  kind: z.enum(['a', 'b']),
  day: z.iso.date(),
  code: z.string().regex(/^\d+$/, 'credit-code.form'),
  agreed: z.literal(true),
  list: z.array(z.string()).min(1).max(2),
});
const good = { name: '甲', staff: 3, kind: 'a', day: '2026-02-28', code: '12', list: ['x'], agreed: true };

const faults = (change: Record<string, unknown>) => {
  const input = { ...good, ...change };
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : issuesOfSchema(parsed.error, input);
};

describe('the faults of an input', () => {
  it('are none for a good one', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    [{ name: '' }, 'name', 'input.required', undefined],
    [{ name: '  ' }, 'name', 'input.required', undefined],
    [{ name: undefined }, 'name', 'input.required', undefined],
    [{ name: '六个字的名称' }, 'name', 'input.tooLong', { limit: 5 }],
    [{ staff: -1 }, 'staff', 'input.negative', undefined],
    [{ staff: 101 }, 'staff', 'input.tooLarge', { limit: 100 }],
    [{ staff: '１２' }, 'staff', 'input.fullWidth', undefined],
    [{ staff: 'twelve' }, 'staff', 'input.notANumber', undefined],
    [{ staff: 1.5 }, 'staff', 'input.notWhole', undefined],
    [{ staff: null }, 'staff', 'input.required', undefined],
    [{ area: 0 }, 'area', 'input.notPositive', undefined],
    [{ kind: 'c' }, 'kind', 'input.notAChoice', undefined],
    [{ day: '2026-02-30' }, 'day', 'input.notADay', undefined],
    [{ code: 'x' }, 'code', 'credit-code.form', undefined],
    [{ agreed: false }, 'agreed', 'input.mustAgree', undefined],
    [{ list: [] }, 'list', 'input.tooFew', { limit: 1 }],
    [{ list: ['a', 'b', 'c'] }, 'list', 'input.tooMany', { limit: 2 }],
    [{ list: [1] }, 'list.0', 'input.wrongKind', undefined],
  ])('for %j name the field %s and the code %s', (change, path, code, params) => {
    expect(faults(change)).toEqual([params === undefined ? { path, code } : { path, code, params }]);
  });

  it('come all at once', () => {
    expect(faults({ name: '', staff: -1, kind: 'c' }).map((fault) => fault.path)).toEqual(['name', 'staff', 'kind']);
  });

  it('that a check of its own found keep code and parameters, also where the field is missing', () => {
    const own = z.object({ reason: z.string().optional() }).superRefine((form, ctx) => {
      if (!form.reason)
        ctx.addIssue({
          code: 'custom',
          message: 'phase.reasonDue',
          path: ['reason'],
          params: { days: 5 },
          input: form,
        });
    });
    const parsed = own.safeParse({});
    expect(parsed.success ? [] : issuesOfSchema(parsed.error, {})).toEqual([
      { path: 'reason', code: 'phase.reasonDue', params: { days: 5 } },
    ]);
  });
});
