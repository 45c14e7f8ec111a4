import type { Edition } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import type { FormDocument, FormSection } from '#support/documents/pdf/pack-document.ts';
import { shownFields, shownGroups } from '../../domain/registration/shown-fields.ts';
import type { Kind, Registration, RegistrationField } from '../../domain/registration-fields.ts';
import { registrationTexts } from '../../registration.text.ts';
import type { RegisterEntry } from '../read-submission.ts';
import { fieldLabel, fieldText, scalarText } from '../report/form-words.ts';

const words: Readonly<Record<string, string>> = registrationTexts['zh-CN'];

export interface PrintedForm {
  readonly register: RegisterEntry;
  readonly form: Registration;
  readonly edition: Edition;
  readonly campaignName: string;
  readonly receivingBodyName: string;
  /** Of a submission: score, class, who signed, number of the receipt, day; null for a draft. */
  readonly submitted: {
    readonly receiptNumber: string;
    readonly submittedOn: string;
    readonly printed: string;
    readonly className: string;
    readonly signer: string;
  } | null;
}

type Rows = Extract<RegistrationField, { readonly kind: 'rows' }>;

const cellText = (column: Kind, path: string, value: unknown, edition: Edition): string => {
  if (value === undefined || value === null || value === '') return '';
  return column.kind === 'class' ? className(edition, String(value)) : scalarText(column, path, value);
};

const tableOf = (field: Rows, form: Registration, edition: Edition): FormSection => {
  const rows = (form[field.name as keyof Registration] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const columns = field.columns.filter(({ name }) => name !== 'file');
  return {
    heading: fieldLabel(field.name as never),
    table: {
      columns: columns.map(({ name, kind }) => ({
        header: words[`registration.column.${field.name}.${name}`] ?? name,
        width: kind === 'text' ? 2 : kind === 'day' || kind === 'phone' ? 1.8 : 1.2,
      })),
      rows: rows.map((row) =>
        columns.map((column) => cellText(column, `${field.name}.${column.name}`, row[column.name], edition)),
      ),
    },
    empty: '无',
  };
};

const isWide = (field: RegistrationField): boolean =>
  field.kind === 'choices' || (field.kind === 'text' && field.max > 100);

const sectionsOf = ({ form, register, edition }: PrintedForm): readonly FormSection[] => {
  const setting = { industry: register.industry, townshipOpinion: form.townshipOpinion !== undefined };
  const fields: readonly RegistrationField[] = shownFields(form, setting);
  return shownGroups(form, setting)
    .filter((group) => group !== 'township')
    .flatMap((group) => {
      const own = fields.filter((field) => field.group === group);
      const scalars = own.filter((field) => field.kind !== 'rows');
      const tables = own.filter((field): field is Rows => field.kind === 'rows');
      const values = scalars.map((field) => ({
        label: fieldLabel(field.name as never),
        value:
          field.kind === 'class'
            ? cellText(field, field.name, form[field.name as keyof Registration], edition)
            : fieldText(form, field.name as never),
        ...(isWide(field) && { wide: true }),
      }));
      const heading = words[`registration.group.${group}`] ?? group;
      return [
        ...(values.length > 0 ? [{ heading, fields: values }] : []),
        ...tables.map((field) => tableOf(field, form, edition)),
      ];
    });
};

const DATE = '　　　　年　　月　　日';

const townshipBox = ({ form }: PrintedForm): FormDocument['boxes'][number] => ({
  label: '乡镇（街道、开发区）意见',
  ...(form.townshipOpinion && { text: form.townshipOpinion }),
  lines: ['负责人（签字）：　　　　　　　　　', '（公章）　　　　', DATE],
  height: 36,
});

/** 企业安全生产评估登记表 as it stands on paper, signature and seal boxes included. */
export const formDocument = (printed: PrintedForm): FormDocument => {
  const { register, submitted, campaignName, receivingBodyName } = printed;
  const registered: FormSection = {
    heading: words['registration.register'] ?? '',
    fields: [
      { label: '企业名称', value: register.enterpriseName, wide: true },
      { label: '评估单元', value: register.unitName, wide: true },
      { label: '信用代码', value: register.creditCode },
      { label: '行业', value: register.industryName },
      { label: '隶属关系', value: register.affiliationName },
      { label: '行政区划', value: register.divisionName },
      { label: '监管机构', value: register.supervisingBodyName },
      { label: '受理单位', value: receivingBodyName },
    ],
  };
  const result: readonly FormSection[] = submitted
    ? [
        {
          heading: '自评结果',
          fields: [
            { label: '自评得分', value: submitted.printed },
            { label: '自评类别', value: submitted.className },
            { label: '报送编号', value: submitted.receiptNumber },
            { label: '报送日期', value: submitted.submittedOn },
            { label: '签发人', value: submitted.signer },
          ],
        },
      ]
    : [];
  return {
    title: words['registration.title'] ?? '',
    subtitles: [campaignName],
    sections: [registered, ...sectionsOf(printed), ...result],
    boxes: [
      {
        label: '企业承诺',
        text: '本单位同意遵守评估要求，所填内容和所附材料真实、完整，并对其真实性负责。',
        lines: ['法定代表人（签字）：　　　　　　　　　', '（单位公章）　　　　', DATE],
        height: 42,
      },
      townshipBox(printed),
      {
        label: `${receivingBodyName}意见`,
        lines: ['负责人（签字）：　　　　　　　　　', '（公章）　　　　', DATE],
        height: 36,
      },
    ],
  };
};
