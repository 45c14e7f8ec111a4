import type { FactDocument, IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';
import { isFromOtherAuthority } from '#parties/enterprises/domain/fact-kinds.ts';
import type { TraceStep } from './domain/index.ts';

/** The documents of the facts that each gate of an account counted, by gate; gates whose facts name none are left out. */
export const gateDocuments = <Document extends FactDocument>(
  trace: readonly TraceStep[],
  documents: readonly Document[],
): ReadonlyMap<string, readonly Document[]> =>
  new Map(
    trace.flatMap((step): [string, readonly Document[]][] => {
      if (step.rule !== 'gate.counted') return [];
      const { gate, fact, dates } = step.inputs;
      const found = documents.filter((one) => one.fact === fact && dates.some((date) => date === one.date));
      return found.length === 0 ? [] : [[gate, found]];
    }),
  );

/** Of an account that ends with a status because another authority fixed the class: the latest document that says so; else null. */
export const fixedBy = (trace: readonly TraceStep[], documents: readonly FactDocument[]): IssuedDocument | null => {
  const status = trace.find(({ rule }) => rule === 'status');
  if (status?.rule !== 'status' || !('gate' in status.inputs.cause)) return null;
  const behind = (gateDocuments(trace, documents).get(status.inputs.cause.gate) ?? []).filter(({ fact }) =>
    isFromOtherAuthority(fact),
  );
  const [latest] = behind.toSorted((one, other) => other.date.localeCompare(one.date));
  return latest ? { issuingBody: latest.issuingBody, documentNumber: latest.documentNumber } : null;
};
