import { useSignedIn } from '#parties/people/web/session.tsx';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { CheckField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { checksTexts } from '../../checks.text.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { signingTexts } from '../../signing.text.ts';
import { useChecks } from '../checks/use-checks.ts';
import { declarationClient, receiptHref } from '../declaration-client.ts';

/** The statement of truth, in whose name it is signed, and the button that signs and submits. */
export const SignatureForm = (props: { readonly declaration: Declaration; readonly submitLabel: string }) => {
  const t = useText(signingTexts);
  const words = useText(declarationTexts);
  const go = useGo();
  const { person } = useSignedIn();
  const command = useCommand(declarationClient.submit);
  const { declarationId, version } = props.declaration;
  const accept = useText(checksTexts);
  const warnings = useChecks(declarationId).data?.warnings.length ?? 0;
  const form = useForm<{ readonly truthful: boolean; readonly warningsAccepted: boolean }>({
    initial: { truthful: false, warningsAccepted: false },
    submit: async (body) => {
      const done = await command.run({ params: { declarationId }, body: { ...body, baseVersion: version } });
      announce(words('declaration.receipt.announce', { number: done.receiptNumber }));
      go(receiptHref(done.submissionId));
    },
  });
  return (
    <FormBody form={form as never} submitLabel={props.submitLabel}>
      {warnings > 0 && (
        <CheckField name="warningsAccepted" label={accept('checks.accept', { count: warnings })} required />
      )}
      <CheckField name="truthful" label={t('signing.statement.text')} />
      <p>
        <b>{t('signing.sign.as', { name: person.name })}</b> <span className="ui-soft">{t('signing.sign.name')}</span>
      </p>
    </FormBody>
  );
};
