import type { Span } from '../../document/document'
import type { Claim } from '../../fact/claim'
import { type Distractor, distractorsFor, namesLike, rivals, termsLike } from '../distractors'
import type { Draft } from '../make-item'
import type { Pool } from '../pool'
import { seedOf } from '../seed'

/** A statement that is the document's, or differs from it by one sure change; which one, the seed says. */
export function trueFalse(claim: Claim, pool: Pool): Draft[] {
  const seed = seedOf(claim.fact.id)
  const { replaced, wrong } = changeOf(claim, pool, seed)
  const change = wrong[seed % Math.max(1, Math.min(3, wrong.length))]
  const { statement } = claim.fact
  const said = statement.includes(replaced) ? replaced : capital(replaced)
  if (!change || statement.split(said).length !== 2) return []
  const put = said === replaced ? change.text : capital(change.text)
  const common = { type: 'true-false' as const, claim, options: ['True', 'False'] }
  const truth: Draft = {
    ...common,
    stem: statement,
    key: ['True'],
    explanation: statement,
    spans: proofOf(claim, null),
  }
  const lie: Draft = {
    ...common,
    stem: withArticle(statement.replace(said, () => put)),
    key: ['False'],
    explanation: `${change.reason} The text says: ${statement}`,
    spans: proofOf(claim, change),
  }
  // Another bit of the key than the one that picks the change.
  return (seed >>> 4) % 2 === 1 ? [{ ...lie, opposite: truth }] : [{ ...truth, opposite: lie }]
}

/** Of a list's member the whole list, and of a false one where it stands instead. */
function proofOf({ fact, list }: Claim, change: Distractor | null): readonly Span[] {
  if (!list) return fact.spans
  return change?.span ? [list.whole, change.span] : [list.whole]
}

type Change = { readonly replaced: string; readonly wrong: readonly Distractor[] }

/** The one part that can be changed so that the statement is surely false: a date, a count, a list's member, the term defined. */
function changeOf(claim: Claim, pool: Pool, seed: number): Change {
  const { fact, list, answerType, exact } = claim
  if (list) return { replaced: fact.answer, wrong: rivals(claim, pool) }
  if (answerType === 'definition') return { replaced: fact.subject, wrong: termsLike(claim, pool) }
  if (claim.multiple !== null && fact.members.length > 1 && answerType !== 'list') {
    return { replaced: fact.members[seed % fact.members.length] ?? '', wrong: namesLike(claim, pool) }
  }
  return { replaced: fact.answer, wrong: exact ? distractorsFor(claim, pool) : [] }
}

/** "A" before a vowel letter, "An" before a consonant: the article follows the term that was put in. */
const withArticle = (statement: string): string =>
  statement.replace(
    /^(An?) (\p{L})/u,
    (_, _article, letter: string) => `${/[aeio]/i.test(letter) ? 'An' : 'A'} ${letter}`,
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
