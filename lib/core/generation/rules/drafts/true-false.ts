import type { Span } from '../../../document/document'
import { capital } from '../../../language/english/word-case'
import { seedOf } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Distractor, Pool } from '../distractors/distractor-pool'
import { distractorsFor, NAMED, namesOfSameClass, otherListMembers } from '../distractors/distractors'
import type { Draft } from './draft'

// With three statements in one sentence it is unclear which is judged; "Significant changes happened in 1816" says nothing.
const WORDS = { least: 7, most: 26 } as const
const MOST_COMMAS = 2

/** The document's statement, or the same with one change that makes it false; the seed decides which. */
export function trueFalse(claim: Claim, pool: Pool): Draft[] {
  const { statement } = claim.fact
  if (!canBeJudged(claim)) return []
  const seed = seedOf(claim.fact.id)
  const { replaced, wrong } = changeOf(claim, pool, seed)
  const change = wrong[seed % Math.max(1, Math.min(3, wrong.length))]
  const said = statement.includes(replaced) ? replaced : capital(replaced)
  if (!change || replaced === '' || statement.split(said).length !== 2 || isInside(statement, said, claim)) return []
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
    stem: statement.replace(said, () => put),
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
  return (
    words <= WORDS.most &&
    words >= WORDS.least &&
    (statement.match(/,/g) ?? []).length <= MOST_COMMAS &&
    !/\b(?:may|might|could|officially|formally|also known as|better known as)\b/.test(statement) &&
    (answerType !== 'number' || !/[:—]|\b(?:second|third|\p{Ll}+th) of\b/u.test(statement))
  )
}

/** "the daughter of Anne Boleyn, his second wife": an apposition is true of that name only; a quotation is not changed. */
const isInside = (statement: string, said: string, { answerType }: Claim): boolean =>
  (NAMED.test(answerType) && (statement.includes(`${said},`) || statement.includes(`, ${said}`))) ||
  (statement.slice(0, statement.indexOf(said)).match(/["“”]/g) ?? []).length % 2 === 1

/** For a member of a list the whole list; for a false member also the place where the document mentions it. */
function evidenceFor({ fact, list }: Claim, change: Distractor | null): readonly Span[] {
  if (!list) return fact.spans
  return change?.span ? [list.whole, change.span] : [list.whole]
}

/** The one part that can be changed so that the statement is surely false: a date, a count, a list's member, a full name. */
function changeOf(claim: Claim, pool: Pool, seed: number): { replaced: string; wrong: readonly Distractor[] } {
  const { fact, list, answerType, exact } = claim
  if (list) return { replaced: fact.answer, wrong: otherListMembers(claim, pool) }
  if (claim.multiple !== null && fact.members.length > 1 && answerType !== 'list')
    return { replaced: fact.members[seed % fact.members.length] ?? '', wrong: namesOfSameClass(claim, pool) }
  // What one did not do, others did not do either.
  const isFullName = NAMED.test(answerType) && fact.answer.includes(' ') && !/\b(?:not|never|no)\b/.test(fact.statement)
  const wrong = exact || isFullName ? distractorsFor(claim, pool) : []
  const isDated = /^(?:year|date|period)$/.test(answerType)
  return { replaced: fact.answer, wrong: isDated ? wrong.filter((change) => isSureOf(claim, change)) : wrong }
}

// What happens once; Saturn may be observed in many years, and 240 tonnes be made.
const ONCE =
  /\b(?:born|died|founded|established|invented|discovered|opened|closed|built|completed|signed|passed|ratified|elected|became|appointed|crowned|married|won|annexed|abolished|adopted|introduced|launched|began|ended|started|formed|created|published|destroyed|conquered|captured|joined|left|retired|resigned|erupted|renamed|merged|dissolved)\b/

/** A year that the text names may have seen something of the kind. */
const isSureOf = ({ fact }: Claim, { span }: Distractor): boolean =>
  span === undefined &&
  ONCE.test(fact.statement) &&
  !/\d/.test(fact.statement.replace(fact.answer, '').replace(/\b(?:1\d{3}|20\d{2})\b/g, ''))
