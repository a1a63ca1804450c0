import type { Span } from '../../../document/document'
import { seedOf } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Pool } from '../distractors/distractor-pool'
import { distractorsFor } from '../distractors/distractors'
import { type Distractor, NAMED, namesOfSameClass, otherListMembers } from '../distractors/text-distractors'
import type { Draft } from './draft'

// With three statements in one sentence it is unclear which is judged.
const LONGEST = 26
const MOST_COMMAS = 2
// "Significant changes happened in 1816" says nothing.
const SHORTEST = 7

/** The document's statement, or the same with one change that makes it false; the seed decides which. */
export function trueFalse(claim: Claim, pool: Pool): Draft[] {
  if (!canBeJudged(claim)) return []
  const seed = seedOf(claim.fact.id)
  const { replaced, wrong } = changeOf(claim, pool, seed)
  const change = wrong[seed % Math.max(1, Math.min(3, wrong.length))]
  const { statement } = claim.fact
  const said = statement.includes(replaced) ? replaced : capital(replaced)
  if (
    !change ||
    statement.split(said).length !== 2 ||
    isBesideComma(statement, said, claim) ||
    isQuoted(statement, statement.indexOf(said))
  )
    return []
  const put = said === replaced ? change.text : capital(change.text)
  const common = { type: 'true-false' as const, claim, options: ['True', 'False'] }
  const truth: Draft = {
    ...common,
    stem: statement,
    key: ['True'],
    explanation: statement,
    spans: evidenceFor(claim, null),
  }
  const lie: Draft = {
    ...common,
    stem: withArticle(
      statement.replace(said, () => put),
      put,
    ),
    key: ['False'],
    explanation: `${change.reason} ${statement}`,
    spans: evidenceFor(claim, change),
  }
  // Not the bit of the key that picks the change.
  return (seed >>> 4) % 2 === 1 ? [{ ...lie, opposite: truth }] : [{ ...truth, opposite: lie }]
}

/** One thing, said for certain. "Three types: A and B" or "the fifth of three" would give itself away. */
function canBeJudged({ fact: { statement }, answerType }: Claim): boolean {
  const words = statement.split(' ').length
  if (words > LONGEST || words < SHORTEST || (statement.match(/,/g) ?? []).length > MOST_COMMAS) return false
  if (/\b(?:may|might|could)\b/.test(statement)) return false
  // "Estonia, officially the Republic of Estonia": another name would be implausible.
  if (/\b(?:officially|formally|also known as|better known as)\b/.test(statement)) return false
  return answerType !== 'number' || !/[:—]|\b(?:second|third|\p{Ll}+th) of\b/u.test(statement)
}

/** "the daughter of Anne Boleyn, his second wife": an apposition is true of that name only. */
const isBesideComma = (statement: string, said: string, { answerType }: Claim): boolean =>
  NAMED.test(answerType) && (statement.includes(`${said},`) || statement.includes(`, ${said}`))

/** In quotation marks: a quotation is not changed. */
const isQuoted = (statement: string, at: number): boolean =>
  (statement.slice(0, at).match(/["“”]/g) ?? []).length % 2 === 1

/** For a member of a list the whole list; for a false member also the place where the document mentions it. */
function evidenceFor({ fact, list }: Claim, change: Distractor | null): readonly Span[] {
  if (!list) return fact.spans
  return change?.span ? [list.whole, change.span] : [list.whole]
}

type Change = { readonly replaced: string; readonly wrong: readonly Distractor[] }

/** The one part that can be changed so that the statement is surely false: a date, a count, a list's member, the term defined. */
function changeOf(claim: Claim, pool: Pool, seed: number): Change {
  const { fact, list, answerType, exact } = claim
  if (list) return { replaced: fact.answer, wrong: otherListMembers(claim, pool) }
  // Of a term that is like another one the definition may be true as well.
  if (answerType === 'definition') return { replaced: '', wrong: [] }
  if (claim.multiple !== null && fact.members.length > 1 && answerType !== 'list') {
    return { replaced: fact.members[seed % fact.members.length] ?? '', wrong: namesOfSameClass(claim, pool) }
  }
  const wrong = exact || (isFullName(claim) && !NEGATIVE.test(fact.statement)) ? distractorsFor(claim, pool) : []
  return { replaced: fact.answer, wrong: DATED.test(answerType) ? wrong.filter(isSureOf(claim)) : wrong }
}
// What one did not do, others did not do either.
const NEGATIVE = /\b(?:not|never|no)\b/
const DATED = /^(?:year|date|period)$/

/**
 * In another year than the text's 240 tonnes may have been made as well; and a year that the text names may have seen
 * something of the kind.
 */
// What happens once; Saturn may be observed in many years.
const ONCE =
  /\b(?:born|died|founded|established|invented|discovered|opened|closed|built|completed|signed|passed|ratified|elected|became|appointed|crowned|ascended|married|won|annexed|abolished|adopted|introduced|launched|began|ended|started|formed|created|published|destroyed|killed|assassinated|conquered|captured|independence|moved|joined|left|graduated|retired|resigned|occurred|erupted|renamed|merged|dissolved|incorporated)\b/
const isSureOf =
  ({ fact }: Claim) =>
  ({ span }: Distractor): boolean =>
    span === undefined &&
    ONCE.test(fact.statement) &&
    !/\d/.test(fact.statement.replace(fact.answer, '').replace(/\b(?:1\d{3}|20\d{2})\b/g, ''))

/** Of a bare "God" or "East" another name may mean the same, or be seen through. */
const isFullName = ({ answerType, fact }: Claim): boolean => NAMED.test(answerType) && fact.answer.includes(' ')

/** "A" before a vowel letter, "An" before a consonant: the article follows the term that was put in. */
const withArticle = (statement: string, put: string): string =>
  statement.replace(
    new RegExp(`\\b([Aa])n?(?= ${put.slice(0, 12).replace(/[^\p{L}\p{N} ]/gu, '.')})`, 'u'),
    (_, a: string) => (/^[aeio]/i.test(put) ? `${a}n` : a),
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
