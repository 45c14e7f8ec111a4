import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Link, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { fieldOf } from '../../domain/register-change/fields.ts';
import type { registerChangeContract } from '../../register-change.contract.ts';
import { registerChangeTexts } from '../../register-change.text.ts';
import { ChangesTable } from './changes-table.tsx';
import { changeHref, registerChangeClient, requestHref } from './client.ts';
import { registerChangeTitles } from './titles.text.ts';

type Register = ResultOf<typeof registerChangeContract.unitRegister>;

/** 登记信息 of a unit: what is registered, what waits, what was changed. */
export const UnitRegisterPage = () => {
  const { unitId } = usePathParams<'unitId'>();
  const read = useRead(registerChangeClient.unitRegister, { params: { unitId } });
  return <Answered read={read}>{(register) => <Page register={register} />}</Answered>;
};

const Page = ({ register }: { readonly register: Register }) => {
  const t = useText(registerChangeTexts);
  const titles = useText(registerChangeTitles);
  const enterprise = useHasRole(...enterpriseRoles);
  return (
    <div className="ui-page">
      <PageHead
        title={register.unitName}
        crumbs={[{ label: titles('list'), href: '/register-changes' }]}
        actions={
          register.mayRequest && (
            <LinkButton look="primary" href={requestHref(register.unitId)}>
              {t(enterprise ? 'registerChange.unit.request' : 'registerChange.unit.requestOfficer')}
            </LinkButton>
          )
        }
      />
      <section className="ui-panel">
        <h2>{t('registerChange.unit.title')}</h2>
        <Values register={register} />
      </section>
      <section className="ui-panel">
        <h2>{t('registerChange.unit.changes')}</h2>
        <ChangesTable changes={register.changes} />
      </section>
    </div>
  );
};

const Values = ({ register }: { readonly register: Register }) => {
  const t = useText(registerChangeTexts);
  return (
    <DataTable
      label={t('registerChange.unit.title')}
      columns={[
        {
          key: 'field',
          title: t('registerChange.unit.field'),
          render: (row) => t(`registerChange.field.${row.field}`),
        },
        {
          key: 'value',
          title: t('registerChange.unit.value'),
          render: (row) => (
            <>
              {row.text || t('registerChange.form.blank')}{' '}
              {row.pending && (
                <Link href={changeHref(row.pending.changeId)}>
                  {t('registerChange.unit.pending', { to: row.pending.toText })}
                </Link>
              )}
            </>
          ),
        },
        {
          key: 'needs',
          title: t('registerChange.unit.needs'),
          render: (row) => t(`registerChange.decides.${fieldOf(row.field).decides}`),
        },
        {
          key: 'proof',
          title: t('registerChange.unit.proof'),
          render: (row) => t(`registerChange.unit.proof.${fieldOf(row.field).proof}`),
        },
      ]}
      rows={register.values}
      rowKey={(row) => row.field}
    />
  );
};
