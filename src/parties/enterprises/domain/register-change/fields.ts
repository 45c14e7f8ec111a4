/** Who decides on a change: an officer of the body that supervises the unit, or the city office, after the bodies concerned have remarked. */
export const deciders = ['supervising-body', 'city-office'] as const;
export type Decider = (typeof deciders)[number];

export interface RegisterField {
  readonly name: string;
  /** What has the field: the enterprise, with all its units, or the unit alone. */
  readonly of: 'enterprise' | 'unit';
  readonly decides: Decider;
  /** Whether a file must prove it: a licence, an approval, a document of the body. */
  readonly proof: 'required' | 'optional';
  /** Whether it decides where declarations go, or by which standard. */
  readonly moves: boolean;
  /** A code of the scheme, chosen from a list; else a text of at most so many characters. */
  readonly kind: 'choice' | number;
  /** May be emptied. */
  readonly blank?: true;
}

/**
 * What of the register can be changed, and what each needs. What is printed on a licence needs proof; what decides the receiving body or the
 * standard concerns more than one body, so the city office decides (攀安监〔2009〕166号 三、第二阶段（一）: 隶属关系、属地、行业).
 */
export const registerFields = [
  { name: 'enterpriseName', of: 'enterprise', decides: 'supervising-body', proof: 'required', moves: false, kind: 100 },
  { name: 'creditCode', of: 'enterprise', decides: 'supervising-body', proof: 'required', moves: false, kind: 40 },
  { name: 'address', of: 'enterprise', decides: 'supervising-body', proof: 'required', moves: false, kind: 200 },
  {
    name: 'legalRepresentative',
    of: 'enterprise',
    decides: 'supervising-body',
    proof: 'required',
    moves: false,
    kind: 50,
  },
  {
    name: 'contactName',
    of: 'enterprise',
    decides: 'supervising-body',
    proof: 'optional',
    moves: false,
    kind: 50,
    blank: true,
  },
  {
    name: 'contactPhone',
    of: 'enterprise',
    decides: 'supervising-body',
    proof: 'optional',
    moves: false,
    kind: 30,
    blank: true,
  },
  { name: 'affiliation', of: 'enterprise', decides: 'city-office', proof: 'required', moves: true, kind: 'choice' },
  { name: 'unitName', of: 'unit', decides: 'supervising-body', proof: 'required', moves: false, kind: 100 },
  { name: 'divisionCode', of: 'unit', decides: 'city-office', proof: 'required', moves: true, kind: 'choice' },
  { name: 'supervisingBodyId', of: 'unit', decides: 'city-office', proof: 'required', moves: true, kind: 'choice' },
  { name: 'industry', of: 'unit', decides: 'city-office', proof: 'required', moves: true, kind: 'choice' },
] as const satisfies readonly RegisterField[];

export type RegisterFieldName = (typeof registerFields)[number]['name'];
export const registerFieldNames = registerFields.map(({ name }) => name) as [RegisterFieldName, ...RegisterFieldName[]];

/** The values of a unit's record, codes as in the scheme. */
export type RegisterValues = Readonly<Record<RegisterFieldName, string>>;

export const fieldOf = (name: RegisterFieldName): RegisterField => registerFields.find((field) => field.name === name)!;

/** Who decides on a request that changes these fields: the city office as soon as one of them is its own. */
export const deciderOf = (names: readonly RegisterFieldName[]): Decider =>
  names.some((name) => fieldOf(name).decides === 'city-office') ? 'city-office' : 'supervising-body';

export const needsProof = (names: readonly RegisterFieldName[]): boolean =>
  names.some((name) => fieldOf(name).proof === 'required');

/** Whether any of these fields decides where declarations go or by which standard. */
export const movesDeclarations = (names: readonly RegisterFieldName[]): boolean =>
  names.some((name) => fieldOf(name).moves);
