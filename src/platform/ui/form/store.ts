import { createContext, use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { Issue } from '#lib/result.ts';
import { issuesOfSchema } from '../../validation.ts';
import { issuesOf } from '../api/faults.ts';
import { valueAt, withValueAt } from './path.ts';

interface Options<Values> {
  readonly initial: Values;
  /** The schema of the endpoint's body: checked here first, so that most faults need no journey. */
  readonly schema?: z.ZodType;
  /** Sends; its ApiFault becomes issues at the fields or a sentence on top. */
  readonly submit: (values: Values) => Promise<unknown>;
}

/** The state of one form. Fields subscribe to their own path, so a keystroke renders one field. */
export interface Form<Values = unknown> {
  readonly values: () => Values;
  readonly get: (path: string) => unknown;
  readonly set: (path: string, value: unknown) => void;
  readonly submit: () => Promise<void>;
  /** Adds a label for the list of faults; returns what removes it. */
  readonly register: (path: string, label: string) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly status: () => FormStatus;
}

export interface FormStatus {
  readonly issues: readonly (Issue & { readonly label?: string })[];
  /** What was thrown, if it was not about fields. */
  readonly error: unknown;
  readonly pending: boolean;
  readonly dirty: boolean;
}

const createForm = <Values>(options: { current: Options<Values> }): Form<Values> => {
  let values = options.current.initial;
  let status: FormStatus = { issues: [], error: undefined, pending: false, dirty: false };
  const labels = new Map<string, string>();
  const listeners = new Set<() => void>();
  const change = (next: Partial<FormStatus>) => {
    status = { ...status, ...next };
    for (const listener of listeners) listener();
  };
  const labelled = (issues: readonly Issue[]) => issues.map((issue) => ({ ...issue, label: labels.get(issue.path) }));

  const check = (): readonly Issue[] => {
    const { schema } = options.current;
    if (schema === undefined) return [];
    const parsed = schema.safeParse(values);
    return parsed.success ? [] : issuesOfSchema(parsed.error, values);
  };

  return {
    values: () => values,
    get: (path) => valueAt(values, path),
    set: (path, value) => {
      values = withValueAt(values, path, value);
      const issues = status.issues.filter((issue) => issue.path !== path);
      change({ dirty: true, issues: issues.length === status.issues.length ? status.issues : issues });
    },
    submit: async () => {
      if (status.pending) return;
      const found = check();
      if (found.length > 0) return change({ issues: labelled(found), error: undefined });
      change({ pending: true, issues: [], error: undefined });
      try {
        await options.current.submit(values);
        change({ pending: false, dirty: false });
      } catch (error) {
        const issues = issuesOf(error);
        change({ pending: false, issues: labelled(issues), error: issues.length > 0 ? undefined : error });
      }
    },
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

/** A form that starts with `initial` and ends with `submit`. A new `initial` does not overwrite what was typed. */
export const useForm = <Values>(options: Options<Values>): Form<Values> => {
  const latest = useRef(options);
  latest.current = options;
  return useState(() => createForm(latest))[0];
};

export const useFormStatus = (form: Form): FormStatus => useSyncExternalStore(form.subscribe, form.status);

const Current = createContext<Form | null>(null);
export const FormProvider = Current;

export const useCurrentForm = (): Form => {
  const form = use(Current);
  if (form === null) throw new Error('a field stands outside a form');
  return form;
};

/** Value and faults of one field, with its label made known for the list on top. */
export const useField = (path: string, label: string) => {
  const form = useCurrentForm();
  const value = useSyncExternalStore(form.subscribe, () => form.get(path));
  const status = useSyncExternalStore(form.subscribe, form.status);
  useEffect(() => form.register(path, label), [form, path, label]);
  return {
    value,
    set: (next: unknown) => form.set(path, next),
    issues: status.issues.filter((issue) => issue.path === path),
  };
};

/** The id of the control of a field, for links to it. */
export const fieldId = (path: string): string => `field-${path.replace(/\W+/g, '-')}`;
