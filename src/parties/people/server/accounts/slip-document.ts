import type { PlainDate } from '#lib/plain-date.ts';
import type { SlipDocument } from '#support/documents/pdf/documents.ts';
import { accountsTexts } from '../../accounts.text.ts';

export interface SlipLine {
  readonly name: string;
  readonly creditCode: string;
  readonly unitCount: number;
  readonly login: string;
  readonly code: string;
}

const words = accountsTexts['zh-CN'];

/** What the slips say: an official paper, in Chinese. */
export const slipDocument = (
  lines: readonly SlipLine[],
  about: { readonly issuer: string | undefined; readonly address: string; readonly until: PlainDate },
): SlipDocument => ({
  title: words['slips.paper.title'],
  issuer: about.issuer,
  slips: lines.map((line) => ({
    heading: line.name,
    fields: [
      { label: words['slips.paper.creditCode'], value: line.creditCode },
      { label: words['slips.paper.units'], value: String(line.unitCount) },
      { label: words['slips.paper.address'], value: about.address },
      { label: words['slips.paper.login'], value: line.login },
      { label: words['slips.paper.code'], value: line.code, isCode: true },
      { label: words['slips.paper.until'], value: about.until },
    ],
  })),
  howTo: [words['slips.paper.step1'], words['slips.paper.step2'], words['slips.paper.step3']],
});
