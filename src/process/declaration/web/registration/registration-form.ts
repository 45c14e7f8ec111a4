import type { Issue } from '#lib/result.ts';
import type { Form, FormStatus } from '#platform/ui/form/store.ts';
import { changedIn, valueIn } from './form-values.ts';

const ROOT = 'registration';

/** The fields of the form as the person sees them; no submit: what changes is saved field by field. */
export interface RegistrationForm extends Form<{ readonly registration: Readonly<Record<string, unknown>> }> {
  readonly value: (field: string) => unknown;
  /** Puts a value in that the person did not type. */
  readonly put: (field: string, value: unknown) => void;
  /** What is wrong with the value of a field, at paths below it. */
  readonly setIssues: (field: string, issues: readonly Issue[]) => void;
}

interface Parts {
  readonly initial: Readonly<Record<string, unknown>>;
  /** As the page shows a value: tables whose rows are printed have all of them. */
  readonly shown: (field: string, value: unknown) => unknown;
  /** Called with the field that a person changed. */
  readonly onChange: (field: string) => void;
}

export const createRegistrationForm = ({ initial, shown, onChange }: Parts): RegistrationForm => {
  let values = { registration: initial };
  let status: FormStatus = { issues: [], error: undefined, pending: false, dirty: false };
  const listeners = new Set<() => void>();
  const labels = new Map<string, string>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const isOf = (field: string) => (issue: Issue) =>
    issue.path === `${ROOT}.${field}` || issue.path.startsWith(`${ROOT}.${field}.`);
  const write = (path: string, value: unknown) => {
    values = changedIn(values, path.split('.'), value) as typeof values;
  };
  return {
    values: () => values,
    get: (path) => valueIn(values, path),
    value: (field) => values.registration[field],
    set: (path, value) => {
      write(path, value);
      const field = path.split('.')[1] ?? '';
      status = { ...status, issues: status.issues.filter((issue) => issue.path !== path) };
      onChange(field);
      notify();
    },
    put: (field, value) => {
      write(`${ROOT}.${field}`, shown(field, value));
      status = { ...status, issues: status.issues.filter((issue) => !isOf(field)(issue)) };
      notify();
    },
    setIssues: (field, issues) => {
      const others = status.issues.filter((issue) => !isOf(field)(issue));
      const own = issues.map((issue) => ({
        ...issue,
        path: `${ROOT}.${issue.path}`,
        label: labels.get(`${ROOT}.${issue.path}`),
      }));
      status = { ...status, issues: [...others, ...own] };
      notify();
    },
    submit: async () => undefined,
    register: (path, label) => {
      labels.set(path, label);
      return () => labels.delete(path);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: () => status,
  };
};
