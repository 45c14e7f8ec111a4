import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../button.tsx';
import { useKeys } from '../keys.ts';
import { Notice } from '../marks.tsx';
import { type Crumb, PageHead } from '../page-head.tsx';
import { useFaultText, useUiText } from '../text/use-text.tsx';
import { type Form, FormProvider, fieldId, useFormStatus } from './store.ts';
import './form.css';

interface BodyProps {
  readonly form: Form;
  /** The verb of the one primary action: 保存, 报送. */
  readonly submitLabel: string;
  /** Beside it: a way back, a dangerous action apart. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** The form itself, for pages and dialogs: list of faults on top, fields, actions. */
export const FormBody = ({ form, submitLabel, beside, children }: BodyProps) => {
  const status = useFormStatus(form);
  const handleSubmit = (event: FormEvent) => {
    // A form in a dialog of this one bubbles up to here.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    void form.submit();
  };
  return (
    <FormProvider value={form}>
      <form className="ui-form" onSubmit={handleSubmit} noValidate>
        <Faults form={form} />
        {children}
        <div className="ui-form-actions ui-row">
          <Button look="primary" type="submit" pending={status.pending}>
            {submitLabel}
          </Button>
          {beside}
        </div>
      </form>
    </FormProvider>
  );
};

/** All faults, each leading to its field; takes the focus when it appears. */
const Faults = ({ form }: { readonly form: Form }) => {
  const t = useUiText();
  const faults = useFaultText();
  const status = useFormStatus(form);
  const ref = useRef<HTMLDivElement>(null);
  const { pending, error } = status;
  const count = status.issues.length;
  const had = useRef(0);
  useEffect(() => {
    if (!pending && (count > had.current || error !== undefined)) ref.current?.focus();
    had.current = count;
  }, [pending, count, error]);
  if (count === 0 && error === undefined) return null;
  const go = (path: string) => (event: React.MouseEvent) => {
    event.preventDefault();
    const control = document.getElementById(fieldId(path));
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  };
  return (
    <div ref={ref} tabIndex={-1}>
      <Notice wrong>
        {error !== undefined && <p>{faults.fault(error)}</p>}
        {count > 0 && <b>{t('form.faults', { count })}</b>}
        {count > 0 && (
          <ul>
            {status.issues.map((issue) => (
              <li key={`${issue.path} ${issue.code}`}>
                <a href={`#${fieldId(issue.path)}`} onClick={go(issue.path)}>
                  {t('text.pair', {
                    // A sentence that is agreed to ends like one.
                    label: (issue.label ?? issue.path).replace(/[。.]$/, ''),
                    value: faults.issue(issue),
                  })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
};

interface PageProps extends BodyProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly intro?: ReactNode;
  /** What is sent can be changed again: Ctrl+S sends it too. */
  readonly saves?: boolean;
}

const SaveKey = ({ form }: { readonly form: Form }) => {
  const t = useUiText();
  useKeys([{ key: 's', ctrl: true, help: t('keys.save-form'), run: () => void form.submit() }]);
  return null;
};

/** A form as a page. Leaving with unsaved entries is asked about. */
export const FormPage = ({ title, crumbs, intro, saves, ...body }: PageProps) => {
  const t = useUiText();
  const { form } = body;
  useBlocker({
    shouldBlockFn: () => form.status().dirty && !form.status().pending && !window.confirm(t('form.leave')),
    enableBeforeUnload: () => form.status().dirty,
  });
  return (
    <div className="ui-page ui-form-page">
      <PageHead title={title} crumbs={crumbs} />
      {intro}
      {saves && <SaveKey form={form} />}
      <FormBody {...body} />
    </div>
  );
};

/** A part of a form under a heading, in the order of the paper form. */
export const FormSection = (props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) => (
  <fieldset className="ui-form-section ui-panel">
    <legend>{props.title}</legend>
    {props.note && <p className="ui-soft">{props.note}</p>}
    <div className="ui-form-fields">{props.children}</div>
  </fieldset>
);
