import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { WorkbookImport } from '../../workbook.contract.ts';
import { workbookTexts } from '../../workbook.text.ts';

type Finding = WorkbookImport['findings'][number];

/** Errors of a workbook by sheet and cell, then what is only worth knowing. */
export const FindingsTable = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const t = useText(workbookTexts);
  const of = (level: Finding['level']) => findings.filter((one) => one.level === level);
  return (
    <>
      <Part title={t('workbook.import.errors.title')} findings={of('error')} />
      <Part title={t('workbook.import.notices.title')} findings={of('notice')} />
    </>
  );
};

const Part = ({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) => {
  const t = useText(workbookTexts);
  const faults = useFaultText();
  if (findings.length === 0) return null;
  return (
    <section className="ui-panel">
      <h2>
        {title}（{findings.length}）
      </h2>
      <DataTable<Finding>
        label={title}
        columns={[
          { key: 'cell', title: t('workbook.import.cell'), width: 140, render: (one) => one.path },
          { key: 'problem', title: t('workbook.import.problem'), render: (one) => faults.issue(one) },
        ]}
        rows={findings}
        rowKey={(one) => `${one.path} ${one.code} ${JSON.stringify(one.params ?? {})}`}
      />
    </section>
  );
};
