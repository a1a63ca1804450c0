import { GAP } from '../../../shared/gap-placeholder'
import type { Claim } from '../claims/claim'

/** Answers by what is asked, a question or a statement with a gap, over the sections read so far. */
export type Answers = Map<string, Set<string>>

const askedOf = ({ question, gapped }: Claim): string[] => [question, gapped].flatMap((asked) => asked ?? [])

/** What the document answers in two ways has no single key: it is not asked. */
export function withOneAnswer(claims: readonly Claim[], answers: Answers): Claim[] {
  for (const claim of claims)
    for (const asked of askedOf(claim)) answers.set(asked, (answers.get(asked) ?? new Set()).add(claim.fact.answer))
  const kept = (asked: string | null) => (asked !== null && (answers.get(asked)?.size ?? 0) <= 1 ? asked : null)
  return claims.map((claim) => ({ ...claim, question: kept(claim.question), gapped: kept(claim.gapped) }))
}

/**
 * What sections before asked or stated, and to which these claims give another answer: "opened in _____" with 1891, and so
 * "opened in 1891" as well, once it is 1903.
 */
export const contradictedBy = (claims: readonly Claim[], answers: Answers): string[] =>
  claims.flatMap((claim) =>
    askedOf(claim).flatMap((asked) => {
      const known = answers.get(asked)
      if (known === undefined || known.has(claim.fact.answer)) return []
      return [asked, ...Array.from(known, (answer) => asked.replace(GAP, () => answer))]
    }),
  )

type Definitions = ReadonlyMap<string, ReadonlySet<string>>

const DEFINITION = /^(?:The |An? )?(\p{L}[\p{L} -]{1,40}?) (?:is|are) ((?:an?|the|one|\p{Ll}+s)\b.{0,40})/u

/** Definitions in sentences by the term that they define: "Aluminium is a metal that …", without what is in brackets. */
export function definitionsIn(sentences: Iterable<string>): Definitions {
  const found = new Map<string, Set<string>>()
  for (const sentence of sentences) {
    const [, term = '', said = ''] = DEFINITION.exec(sentence.replace(/ ?\([^)]*\)/g, '')) ?? []
    if (term !== '') found.set(term.toLowerCase(), (found.get(term.toLowerCase()) ?? new Set()).add(said))
  }
  return found
}

/** A term with two definitions is not asked by either. */
export function isDefinedTwice(stem: string, definitions: Definitions): boolean {
  const [, term = ''] = /does the text define “(.+?)”\?$/.exec(stem) ?? []
  return (definitions.get(term.toLowerCase())?.size ?? 0) > 1
}
