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

/** What sections before asked, and to which these claims give another answer: "opened in _____" with 1891 once it is 1903. */
export const contradictedBy = (claims: readonly Claim[], answers: Answers): string[] =>
  claims.flatMap((claim) =>
    askedOf(claim).flatMap((asked) => {
      const known = answers.get(asked)
      return known === undefined || known.has(claim.fact.answer) ? [] : [asked]
    }),
  )
