import { z } from 'zod';
import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import { orderFaults } from './checks/dates-in-order.ts';
import { staffFaults } from './checks/staff-counts.ts';
import { type Kind, type Registration, type RegistrationField, registrationFields } from './registration-fields.ts';
import {
  choice,
  choices,
  count,
  day,
  decimal,
  email,
  industryClass,
  money,
  phone,
  text,
  yesNo,
} from './registration-values.ts';

export { registrationGaps } from './registration/gaps.ts';

const schemaOfKind = (kind: Kind): z.ZodType => {
  switch (kind.kind) {
    case 'text':
      return text(kind.max);
    case 'phone':
      return phone();
    case 'email':
      return email();
    case 'day':
      return day();
    case 'yesNo':
      return yesNo();
    case 'industryClass':
      return industryClass();
    case 'class':
      return text(20);
    case 'count':
      return count(kind.max);
    case 'money':
      return money(kind.max);
    case 'decimal':
      return decimal(kind.places, kind.max, kind.min);
    case 'choice':
      return choice(kind.options);
    case 'choices':
      return choices(kind.options);
  }
};

const schemaOf = (field: RegistrationField): z.ZodType =>
  field.kind === 'rows'
    ? z
        .array(
          z.strictObject(
            Object.fromEntries(field.columns.map((column) => [column.name, schemaOfKind(column).optional()])),
          ),
        )
        .max(field.most)
    : schemaOfKind(field);

const fields = z.strictObject(
  Object.fromEntries(registrationFields.map((field) => [field.name, schemaOf(field).optional()])),
);

/** What may be sent of the form: any part of it; a field that is there is well-formed. Used by the server and, before it, by the page. */
export const registrationSchema = fields
  .transform((given) => given as Registration)
  .superRefine((form, ctx) => {
    for (const { path, code, params } of contradictions(form)) {
      ctx.addIssue({ code: 'custom', message: code, params: { ...params }, path: path.split('.'), input: form });
    }
  });

/** Fields that are each well-formed and cannot be true together. */
const contradictions = (form: Registration): readonly Issue[] => [...staffFaults(form), ...orderFaults(form)];

const faultsOf = (error: z.ZodError): readonly Issue[] =>
  error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: issue.message.startsWith('registration.') ? issue.message : 'registration.wrongKind',
    ...('params' in issue && issue.params ? { params: issue.params as Issue['params'] } : {}),
  }));

/** Reads what a person typed; every fault at once, at the field's name. */
export const readRegistration = (given: unknown): Result<Registration, Issues> => {
  const parsed = registrationSchema.safeParse(given);
  return parsed.success ? ok(parsed.data) : issues(faultsOf(parsed.error));
};

/** The same of some fields, without asking whether they agree with the others: what is typed is saved before the rest follows. */
export const readFields = (given: unknown): Result<Registration, Issues> => {
  const parsed = fields.safeParse(given);
  return parsed.success ? ok(parsed.data as Registration) : issues(faultsOf(parsed.error));
};
