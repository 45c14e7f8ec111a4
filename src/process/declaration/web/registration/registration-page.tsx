import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { FormProvider, fieldId } from '#platform/ui/form/store.ts';
import { useKeys } from '#platform/ui/keys.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { SectionNav, SheetFrame } from '#platform/ui/sheet/sheet-frame.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { className } from '#process/standards/edition-words.ts';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { registrationGaps } from '../../domain/registration/gaps.ts';
import { groupProgress } from '../../domain/registration/progress.ts';
import { hiddenValues, shownFields, shownGroups } from '../../domain/registration/shown-fields.ts';
import { unconfirmed } from '../../domain/registration/sources.ts';
import { type FieldName, fieldOf, type Registration } from '../../domain/registration-fields.ts';
import { registrationTexts } from '../../registration.text.ts';
import { declarationHref, useDeclaration } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { FormGroup } from './form-group.tsx';
import { OffersPanel } from './offers-panel.tsx';
import { RegisterFacts } from './register-facts.tsx';
import { registrationClient } from './registration-queue.ts';
import { SamplePanel } from './sample-panel.tsx';
import { type RegistrationEditing, useRegistration } from './use-registration.ts';
import '../declaration.css';
import './registration.css';

/** 企业安全生产评估登记表. */
export const RegistrationPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useDeclaration(declarationId)}>
      {(declaration) => <WithEdition declaration={declaration} />}
    </Answered>
  );
};

const WithEdition = ({ declaration }: { readonly declaration: Declaration }) => {
  const { loaded } = useEdition(declaration.editionHash);
  return loaded ? <FormOf key={declaration.declarationId} declaration={declaration} loaded={loaded} /> : <Loading />;
};

interface Props {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
}

/** The form as it is typed, read as far as it can be read: what decides which groups there are, and how far each is. */
const useTypedForm = (editing: RegistrationEditing): Registration =>
  useSyncExternalStore(editing.form.subscribe, () => editing.form.values().registration) as Registration;

const showField = (path: string) => {
  // A cell that is not there yet leads to its table.
  const control =
    document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.split('.').slice(0, 2).join('.')));
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
};

const showGroup = (group: string) => document.getElementById(`group-${group}`)?.scrollIntoView({ block: 'start' });

const FormOf = ({ declaration, loaded }: Props) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const titles = useText(declarationTitles);
  const faults = useFaultText();
  const editing = useRegistration(declaration);
  const form = useTypedForm(editing);
  const confirm = useCommand(registrationClient.confirmFields);
  const [panel, setPanel] = useState<'offers' | 'sample' | null>(null);
  const [current, setCurrent] = useState('identity');
  const { declarationId, formSetting } = declaration;
  const href = declarationHref(declarationId);
  const editable = declaration.actions.includes('save');
  const groups = shownGroups(form, formSetting);
  const fields = shownFields(form, formSetting);
  const progress = groupProgress(form, formSetting);
  const gaps = registrationGaps(form, formSetting);
  const hidden = hiddenValues(form, formSetting);
  const open = new Set(unconfirmed(form, declaration.registrationSources));
  const classes = useMemo(
    () => formSetting.classes.map((value) => ({ value, label: className(loaded.edition, value) })),
    [formSetting.classes, loaded.edition],
  );
  const { field: wanted } = useSearch({ strict: false }) as { readonly field?: string };
  useEffect(() => {
    if (wanted !== undefined) requestAnimationFrame(() => showField(wanted));
  }, [wanted]);
  useKeys([{ key: 's', ctrl: true, help: ui('keys.save'), run: editing.flush }]);
  const handleConfirm = (names: readonly string[]) =>
    confirm.run({ params: { declarationId }, body: { fields: [...names] } }).then(
      () => announce(t('registration.confirmed', { count: names.length })),
      (error: unknown) => announce(faults.fault(error), { wrong: true }),
    );
  const faultsIn = (group: string) =>
    [...editing.state.refused.keys()].filter((name) => fieldOf(name)?.group === group).length;
  const firstGap = gaps[0];
  return (
    <div className={panel === 'sample' ? 'registration-beside' : undefined}>
      <div className="ui-page registration-page">
        <PageHead
          title={t('registration.title')}
          crumbs={[
            { label: titles('list'), href: '/declarations' },
            { label: declaration.register.unitName, href: href.record },
          ]}
          actions={
            <>
              <Button aria-pressed={panel === 'sample'} onClick={() => setPanel(panel === 'sample' ? null : 'sample')}>
                {t('registration.sample')}
              </Button>
              {editable && <Button onClick={() => setPanel('offers')}>{t('registration.offers')}</Button>}
            </>
          }
        />
        <p className="ui-soft">{t('registration.intro')}</p>
        {!editable && <Notice>{t('registration.read-only')}</Notice>}
        {editing.restored > 0 && <Notice>{t('registration.restored', { count: editing.restored })}</Notice>}
        {hidden.length > 0 && (
          <Notice>
            {t('registration.hidden', {
              fields: hidden.map((name) => t(`registration.field.${name as FieldName}`)).join(ui('text.comma')),
            })}
          </Notice>
        )}
        <FormProvider value={editing.form as never}>
          <SheetFrame
            nav={
              <SectionNav
                current={current}
                onSelect={(group) => {
                  setCurrent(group);
                  showGroup(group);
                }}
                sections={progress.map(({ group, done, total }) => ({
                  id: group,
                  title: t(`registration.group.${group}`),
                  done,
                  total,
                  faults: faultsIn(group),
                }))}
              />
            }
            bar={
              <>
                <SavedMark state={editing.state} onRetry={editing.flush} />
                <span className="ui-spread" />
                {editable && firstGap && (
                  <Button onClick={() => showField(`registration.${firstGap.path}`)}>
                    {t('registration.next-gap', { count: gaps.length })}
                  </Button>
                )}
                <LinkButton look={firstGap ? undefined : 'primary'} href={href.record}>
                  {t(firstGap ? 'registration.back' : 'registration.done')}
                </LinkButton>
              </>
            }
          >
            <RegisterFacts declaration={declaration} />
            {groups.map((group) => (
              <FormGroup
                key={group}
                group={group}
                declaration={declaration}
                fields={fields.filter((field) => field.group === group)}
                editing={editing}
                editable={editable}
                open={open}
                classes={classes}
                onConfirm={handleConfirm}
                onEnter={setCurrent}
              />
            ))}
          </SheetFrame>
        </FormProvider>
        {panel === 'offers' && <OffersPanel declaration={declaration} onClose={() => setPanel(null)} />}
      </div>
      {panel === 'sample' && <SamplePanel declaration={declaration} loaded={loaded} onClose={() => setPanel(null)} />}
    </div>
  );
};
