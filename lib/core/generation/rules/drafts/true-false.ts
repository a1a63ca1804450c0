import type { Span } from '../../../document/document'
import { capital } from '../../../language/english/word-case'
import { seedOf } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Distractor, Pool } from '../distractors/distractor-pool'
import { distractorsFor, otherListMembers } from '../distractors/distractors'
import type { Draft } from './draft'

// With three statements in one sentence it is unclear which is judged; "Significant changes happened in 1816" says nothing.
const WORDS = { least: 7, most: 26 } as const
const MOST_COMMAS = 2

/** The document's statement, or the same with one change that makes it false; the seed decides which. */
export function trueFalse(claim: Claim, pool: Pool): Draft[] {
  const { statement } = claim.fact
  if (!canBeJudged(claim)) return []
  const seed = seedOf(claim.fact.id)
  const wrong = changesOf(claim, pool)
  const change = wrong[seed % Math.max(1, Math.min(3, wrong.length))]
  const { answer } = claim.fact
  const said = statement.includes(answer) ? answer : capital(answer)
  if (!change || statement.split(said).length !== 2 || isQuoted(statement, said)) return []
  const common = { type: 'true-false' as const, claim, options: ['True', 'False'] }
  // Not the bit of the key that picks the change.
  if ((seed >>> 4) % 2 === 0)
    return [{ ...common, stem: statement, key: ['True'], explanation: statement, spans: evidenceFor(claim, null) }]
  const put = said === answer ? change.text : capital(change.text)
  return [
    {
      ...common,
      stem: statement.replace(said, () => put),
      key: ['False'],
      explanation: `${change.reason} ${statement}`,
      spans: evidenceFor(claim, change),
    },
  ]
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

/** A quotation is not changed. */
const isQuoted = (statement: string, said: string): boolean =>
  (statement.slice(0, statement.indexOf(said)).match(/["“”]/g) ?? []).length % 2 === 1

/** For a member of a list the whole list; for a false member also the place where the document mentions it. */
function evidenceFor({ fact, list }: Claim, change: Distractor | null): readonly Span[] {
  if (!list) return fact.spans
  return change?.span ? [list.whole, change.span] : [list.whole]
}

/** What may stand in the answer's place so that the statement is surely false: another date, figure, or member of a list. */
function changesOf(claim: Claim, pool: Pool): readonly Distractor[] {
  if (claim.list) return otherListMembers(claim, pool)
  if (claim.exact && claim.answerType === 'number') return distractorsFor(claim, pool)
  const isDated = claim.exact && /^(?:year|date|period)$/.test(claim.answerType)
  return isDated && isSure(claim) ? distractorsFor(claim, pool) : []
}

// What happens once; Saturn may be observed in many years, and 240 tonnes be made.
const ONCE =
  /\b(?:born|died|founded|established|invented|discovered|opened|closed|built|completed|signed|passed|ratified|elected|became|appointed|crowned|married|won|annexed|abolished|adopted|introduced|launched|began|ended|started|formed|created|published|destroyed|conquered|captured|joined|left|retired|resigned|erupted|renamed|merged|dissolved)\b/

/** A year that the text names may have seen something of the kind. */
const isSure = ({ fact }: Claim): boolean =>
  ONCE.test(fact.statement) &&
  !/\d/.test(fact.statement.replace(fact.answer, '').replace(/\b(?:1\d{3}|20\d{2})\b/g, ''))
