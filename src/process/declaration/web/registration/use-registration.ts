import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import type { SaveState } from '#platform/ui/sheet/save-queue.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { accidentYears } from '../../domain/registration/accident-years.ts';
import { readFields } from '../../domain/registration.ts';
import { attachmentKinds } from '../../domain/registration-fields.ts';
import { declarationClient } from '../declaration-client.ts';
import { filledRows, settled } from './form-values.ts';
import { createRegistrationForm, type RegistrationForm } from './registration-form.ts';
import { registrationQueueName, theirFields, useRegistrationQueue } from './registration-queue.ts';
import { typedFields } from './typed-fields.ts';

const PAUSE_MS = 600;

export interface RegistrationEditing {
  readonly form: RegistrationForm;
  readonly state: SaveState;
  /** Sends at once what waits for a pause in typing, and tries again what could not be sent. */
  readonly flush: () => void;
  /** Fields of the last visit that had not been sent when the page was opened. */
  readonly restored: number;
  /** Fields that were saved from here since the page was opened, each with the version of the form that it came to. */
  readonly saved: ReadonlyMap<string, number>;
  /** Of a field that somebody else changed: their value. */
  readonly theirs: (field: string) => { readonly value: unknown } | undefined;
  readonly settle: (field: string, take: 'mine' | 'theirs') => void;
}

/** Tables whose rows are printed: by the column that says which one it is. */
const PRINTED: Readonly<Record<string, string>> = { accidents: 'year', attachments: 'kind' };

export const hasPrintedRows = (field: string): boolean => field in PRINTED;

const printedRows = ({ formSetting }: Declaration, field: string): readonly unknown[] =>
  field === 'accidents' ? accidentYears(formSetting.campaign.startsOn) : attachmentKinds;

const shownRows = (declaration: Declaration, field: string, value: unknown): unknown => {
  const column = PRINTED[field];
  if (column === undefined) return value;
  const given = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
  return printedRows(declaration, field).map((one) => given.find((row) => row[column] === one) ?? { [column]: one });
};

const shownForm = (declaration: Declaration): Readonly<Record<string, unknown>> => ({
  ...declaration.registration,
  ...Object.fromEntries(
    Object.keys(PRINTED).map((field) => [field, shownRows(declaration, field, declaration.registration[field])]),
  ),
});

const toSend = (field: string, value: unknown): unknown => settled(filledRows(value, PRINTED[field]));

/** The form with its saving: field by field, through the queue that survives reloads, lost networks and expired sessions. */
export const useRegistration = (declaration: Declaration): RegistrationEditing => {
  const { person } = useSignedIn();
  const refresh = useRefresh();
  const { declarationId } = declaration;
  const [typed] = useState(() => typedFields(localStorage, registrationQueueName(person.login, declarationId)));
  const timers = useRef(new Map<string, number>());
  const latest = useRef(declaration);
  const sendField = useRef<(field: string) => void>(() => undefined);
  const [form] = useState(() =>
    createRegistrationForm({
      initial: shownForm(declaration),
      shown: (field, value) => shownRows(declaration, field, value),
      onChange: (field) => {
        typed.keep(field, form.value(field));
        window.clearTimeout(timers.current.get(field));
        timers.current.set(
          field,
          window.setTimeout(() => sendField.current(field), PAUSE_MS),
        );
      },
    }),
  );
  const { queue, state } = useRegistrationQueue(declarationId, (left) => {
    for (const { id, value } of left) form.put(id, value.value);
  });

  const [saved, setSaved] = useState<ReadonlyMap<string, number>>(() => new Map());
  // Versions at which the person saw a field when it was begun to be changed.
  const seen = useRef(new Map<string, number>());
  sendField.current = (field) => {
    window.clearTimeout(timers.current.get(field));
    timers.current.delete(field);
    const value = toSend(field, form.value(field));
    const read = readFields(value === null ? {} : { [field]: value });
    form.setIssues(field, read.ok ? [] : read.error.issues);
    if (!read.ok) return;
    typed.forget(field);
    queue.put(field, { value, base: Math.max(latest.current.registrationVersion, seen.current.get(field) ?? 0) });
  };

  const [restored] = useState(() => {
    const waiting = new Map([...queue.held()].map(([field, { value }]) => [field, value]));
    const left = new Map([...waiting, ...typed.all()]);
    for (const [field, value] of left) form.put(field, value);
    return left;
  });
  useEffect(() => {
    for (const field of typed.all().keys()) sendField.current(field);
  }, [typed]);

  useEffect(
    () =>
      queue.onSaved((field, { registrationVersion }) => {
        const behind = registrationVersion > Math.max(latest.current.registrationVersion, ...seen.current.values()) + 1;
        seen.current.set(field, registrationVersion);
        setSaved((before) => new Map([...before, [field, registrationVersion]]));
        if (behind || latest.current.registrationSources[field]?.open) void refresh(declarationClient.declaration);
      }),
    [queue, refresh],
  );

  // What the server says of fields that nobody is changing here.
  useEffect(() => {
    latest.current = declaration;
    const held = queue.held();
    const open = typed.all();
    const names = new Set([...Object.keys(form.values().registration), ...Object.keys(declaration.registration)]);
    for (const field of names) {
      if (held.has(field) || open.has(field) || (seen.current.get(field) ?? 0) > declaration.registrationVersion)
        continue;
      const theirs = declaration.registration[field];
      const known = toSend(field, shownRows(declaration, field, theirs));
      if (JSON.stringify(toSend(field, form.value(field))) !== JSON.stringify(known)) form.put(field, theirs);
    }
  }, [declaration, form, queue, typed]);

  const flush = useCallback(() => {
    for (const field of [...timers.current.keys()]) sendField.current(field);
    queue.retry();
  }, [queue]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
      void refresh(declarationClient.declaration);
    };
  }, [flush, refresh]);

  const theirs = useCallback((field: string) => theirFields(queue.state().refused.get(field))[field], [queue]);
  const settle = useCallback(
    (field: string, take: 'mine' | 'theirs') => {
      const now = theirFields(queue.state().refused.get(field))[field];
      if (now === undefined) return;
      if (take === 'theirs') {
        queue.giveUp(field);
        form.put(field, now.value);
        void refresh(declarationClient.declaration);
      } else queue.put(field, { value: toSend(field, form.value(field)), base: now.v });
    },
    [queue, form, refresh],
  );
  return { form, state, flush, restored: restored.size, saved, theirs, settle };
};
