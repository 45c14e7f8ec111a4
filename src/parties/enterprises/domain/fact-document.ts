/** A document by its issuer and its number. */
export interface IssuedDocument {
  readonly issuingBody: string;
  readonly documentNumber: string;
}

/** The document that a recorded fact of that day (`YYYY-MM-DD`) rests on. Either text may be empty where the kind of fact does not demand a document. */
export interface FactDocument extends IssuedDocument {
  readonly fact: string;
  readonly date: string;
}

/** Issuer and number as one text, for lists; empty if neither is known. */
export const documentName = ({ issuingBody, documentNumber }: IssuedDocument): string =>
  [issuingBody, documentNumber].filter((part) => part !== '').join(' ');

/** The documents of facts that name one. */
export const documented = <Fact extends FactDocument>(facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => documentName(fact) !== '');
