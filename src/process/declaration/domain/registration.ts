import { z } from 'zod';
import type { PlainDate } from '#lib/plain-date.ts';
import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import {
  certificateKinds,
  MOST_CERTIFICATES,
  type Registration,
  type RegistrationField,
  registrationFields,
} from './registration-fields.ts';
import { choice, choices, count, day, email, money, phone, text, yesNo } from './registration-values.ts';

const schemaOf = (field: RegistrationField): z.ZodType => {
  switch (field.kind) {
    case 'text':
      return text(field.max);
    case 'phone':
      return phone();
    case 'email':
      return email();
    case 'day':
      return day();
    case 'yesNo':
      return yesNo();
    case 'count':
      return count(field.max);
    case 'money':
      return money(field.max);
    case 'choice':
      return choice(field.options);
    case 'choices':
      return choices(field.options);
  }
};

const certificate = z.strictObject({
  kind: choice(certificateKinds).optional(),
  number: text(60).optional(),
  issuer: text(100).optional(),
  from: day().optional(),
  to: day().optional(),
});

/** What may be sent of the form: any part of it; a field that is there is well-formed. Used by the server and, before it, by the page. */
export const registrationSchema = z
  .strictObject({
    ...Object.fromEntries(registrationFields.map((field) => [field.name, schemaOf(field).optional()])),
    certificates: z.array(certificate).max(MOST_CERTIFICATES).optional(),
  })
  .transform((given) => given as Registration)
  .superRefine((form, ctx) => {
    for (const { path, code, params } of contradictions(form)) {
      ctx.addIssue({ code: 'custom', message: code, params: { ...params }, path: path.split('.'), input: form });
    }
  });

/** Fields that are each well-formed and cannot be true together. */
const contradictions = (form: Registration): readonly Issue[] => {
  const found: Issue[] = [];
  const { staffCount } = form;
  if (staffCount !== undefined) {
    for (const part of ['fullTimeSafetyStaff', 'partTimeSafetyStaff', 'specialOperators', 'safetyEngineers'] as const) {
      const value = form[part];
      if (value !== undefined && value > staffCount)
        found.push({ path: part, code: 'registration.moreThanStaff', params: { staffCount } });
    }
  }
  if (form.assessedFrom && form.assessedTo && form.assessedTo < form.assessedFrom)
    found.push({ path: 'assessedTo', code: 'registration.endsBeforeItStarts', params: { from: form.assessedFrom } });
  form.certificates?.forEach(({ from, to }, at) => {
    if (from && to && to < from)
      found.push({ path: `certificates.${at}.to`, code: 'registration.endsBeforeItStarts', params: { from } });
  });
  return found;
};

/** Reads what a person typed; every fault at once, at the field's name. */
export const readRegistration = (given: unknown): Result<Registration, Issues> => {
  const parsed = registrationSchema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  return issues(
    parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      code: issue.message.startsWith('registration.') ? issue.message : 'registration.wrongKind',
      ...('params' in issue && issue.params ? { params: issue.params as Issue['params'] } : {}),
    })),
  );
};

/** What the form still lacks before it can be submitted on `today`, at the field's name. */
export const registrationGaps = (form: Registration, today: PlainDate): readonly Issue[] => {
  const found: Issue[] = registrationFields.flatMap((field: RegistrationField & { name: string }) => {
    const value = form[field.name as keyof Registration];
    return field.required && (value === undefined || value === '')
      ? [{ path: field.name, code: 'registration.missing' }]
      : [];
  });
  const certificates = form.certificates ?? [];
  if (!certificates.some(({ kind }) => kind === 'business-licence'))
    found.push({ path: 'certificates', code: 'registration.businessLicenceMissing' });
  certificates.forEach((one, at) => {
    for (const part of ['kind', 'number', 'issuer', 'from'] as const)
      if (!one[part]) found.push({ path: `certificates.${at}.${part}`, code: 'registration.missing' });
  });
  if (form.assessedTo && form.assessedTo > today)
    found.push({ path: 'assessedTo', code: 'registration.notYet', params: { today } });
  return found;
};
