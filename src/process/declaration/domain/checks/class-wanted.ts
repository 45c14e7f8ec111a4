import { type CheckRule, inForm } from './check-input.ts';

/** The class applied for is the one that the answers come to. */
export const classWanted: CheckRule = {
  code: 'classWanted',
  level: 'warning',
  find: ({ form, edition, classCode }) => {
    const wanted = form.classWanted;
    if (wanted === undefined || classCode === undefined || wanted === classCode) return [];
    const nameOf = (code: string) => edition.classes.find((one) => one.code === code)?.name ?? code;
    return [
      {
        path: inForm('classWanted'),
        code: classCode === null ? 'checks.classNotAccepted' : 'checks.classDiffers',
        params: { wanted: nameOf(wanted), ...(classCode !== null && { computed: nameOf(classCode) }) },
      },
    ];
  },
};
