import type { FastifyReply } from 'fastify';
import type { PlainDate } from '#lib/plain-date.ts';
import { ok } from '#lib/result.ts';
import { accountsTexts } from '../../accounts.text.ts';

/** Slips as a download; nothing on the way keeps the codes. */
export const slipFile = (
  { pdf, day }: { readonly pdf: Uint8Array; readonly day: PlainDate },
  reply: FastifyReply,
): { readonly ok: true; readonly value: Buffer } => {
  const name = `${accountsTexts['zh-CN']['slips.paper.title']}-${day}.pdf`;
  void reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store');
  return ok(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
};
