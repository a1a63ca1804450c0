import type { Claim } from '../fact/claim'

/** Answers by question, over the sections read so far. */
export type Answers = Map<string, Set<string>>

/** A question that the document answers in two ways has no single key: it is not asked. */
export function withOneAnswer(claims: readonly Claim[], answers: Answers): Claim[] {
  for (const { question, fact } of claims) {
    if (question !== null) answers.set(question, (answers.get(question) ?? new Set()).add(fact.answer))
  }
  return claims.map((claim) => (hasOneAnswer(claim.question, answers) ? claim : { ...claim, question: null }))
}

const hasOneAnswer = (question: string | null, answers: Answers): boolean =>
  question === null || (answers.get(question)?.size ?? 0) <= 1

/** Questions that sections before asked, and to which these claims give another answer. */
export const doubtedBy = (claims: readonly Claim[], answers: Answers): string[] =>
  claims.flatMap(({ question, fact }) => {
    const known = question === null ? undefined : answers.get(question)
    return question !== null && known && !known.has(fact.answer) ? [question] : []
  })
