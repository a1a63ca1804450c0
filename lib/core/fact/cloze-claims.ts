import type { AnswerKind } from '../language/english/answer-kind'
import type { Range } from '../language/english/phrases'
import type { Token } from '../language/english/tagger'
import { likenessOf } from './answer-like'
import { type Claim, GAP } from './claim'
import { danglingIn } from './dangling'
import { type Candidate, candidates, textIn } from './gap-candidates'
import type { Known } from './known'
import { close, makeClaim } from './make-claim'
import type { Sentence } from './sentence'
import { ONCE } from './term-candidates'

type Marks = { readonly answerType: AnswerKind; readonly like: string }

const WORDS = { least: 8, most: 34 } as const
const WORDS_FOR_TWO_GAPS = 16

/**
 * A whole sentence that stands alone, with a name, a number or a term left out that occurs in it once. Each of them is a
 * fact; the first one tells the sentence with one gap or two.
 */
export function clozeClaims(sentence: Sentence, known: Known, taken: readonly string[]): Claim[] {
  if (!asksWhole(sentence, known)) return []
  const least = taken.length > 0 ? ONCE : 0
  const free = candidates(sentence, known).filter(
    (candidate) => candidate.score > least && !isTaken(textIn(sentence, candidate), taken),
  )
  const first = best(free)
  if (!first || !hasVerb(sentence.tokens, first)) return []
  const second =
    wordsIn(sentence) >= WORDS_FOR_TWO_GAPS
      ? best(free.filter((other) => other.score > ONCE && apart(first, other)))
      : undefined
  const gaps = second ? [first, second].sort((a, b) => a.from - b.from) : [first]
  const others = ['number', 'date', 'name'].flatMap((kind) => {
    const found = best(free.filter((one) => one.kind === kind && one.exact !== false && hasVerb(sentence.tokens, one)))
    return found && !gaps.includes(found) ? [found] : []
  })
  return [...told(sentence, gaps), ...others.map((other) => ({ ...gapClaim(sentence, other), cloze: null }))]
}

/** The claims of the gaps; the first carries the sentence with all of them. */
function told(sentence: Sentence, gaps: readonly Candidate[]): Claim[] {
  const claims = gaps.map((gap) => gapClaim(sentence, gap))
  const answers = gaps.map((gap) => textIn(sentence, gap))
  const cloze = { gapped: leftOut(sentence, gaps), gaps: answers, factIds: claims.map(({ fact }) => fact.id) }
  return claims.map((claim, n) => ({ ...claim, cloze: n === 0 ? cloze : null }))
}

const wordsIn = ({ tokens }: Sentence): number => tokens.filter(({ tag }) => tag !== 'PUNCT').length

function asksWhole(sentence: Sentence, known: Known): boolean {
  const words = wordsIn(sentence)
  const { tokens } = sentence
  if (words < WORDS.least || words > WORDS.most) return false
  if (/^(?:examples?|others?|some|many)$/.test(tokens[0]?.lower ?? '') || tokens.some(({ lower }) => lower === 'would'))
    return false
  if (leansOnLead(tokens)) return false
  return danglingIn(tokens, { from: 0, to: tokens.length }, known) === null
}

/** "Before his arrival, its people …": what a phrase of time or place names is not what the pronoun means. */
function leansOnLead(tokens: readonly Token[]): boolean {
  const comma = tokens.findIndex(({ text }) => text === ',')
  return (
    comma > 0 &&
    tokens[0]?.tag === 'ADP' &&
    /^(?:its|their|his|her|it|they|he|she)$/.test(tokens[comma + 1]?.lower ?? '')
  )
}

/** An answer already asked, give or take an article. */
const isTaken = (text: string, taken: readonly string[]): boolean =>
  taken.some((answer) => answer.includes(text) && answer.length < text.length + 5)

/** Without a verb outside the gap the tagger took a verb for a noun. */
const hasVerb = (tokens: readonly Token[], gap: Range): boolean =>
  tokens.some(
    ({ tag, lower }, n) =>
      (n < gap.from || n >= gap.to) && (tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing'))),
  )

const best = (found: readonly Candidate[]): Candidate | undefined =>
  [...found].sort((a, b) => b.score - a.score || b.from - a.from)[0]

const apart = (left: Range, right: Range): boolean => right.from > left.to + 2 || right.to < left.from - 2

/** What stands in a gap as a fact of its own. */
function gapClaim(sentence: Sentence, gap: Candidate): Claim {
  const marks = marksOf(sentence, gap)
  return makeClaim({
    kind: gap.kind === 'term' ? 'property' : gap.kind,
    sentence,
    statement: close(sentence.text),
    subject: '',
    relation: gap.kind,
    answer: textIn(sentence, gap),
    at: gap,
    ...marks,
    gapped: leftOut(sentence, [gap]),
    exact: /^(?:number|year|date)$/.test(marks.answerType),
  })
}

/** A number that another could not stand for is a number; "over 60" is only a phrase. */
function marksOf(sentence: Sentence, gap: Candidate): Marks {
  if (gap.exact === false) return { answerType: 'phrase', like: 'bound' }
  if (gap.kind === 'date') {
    const dated = /^\d{4}$/.test(textIn(sentence, gap)) ? 'year' : 'date'
    return { answerType: dated, like: dated }
  }
  const { kind, like } = likenessOf(sentence.tokens, gap)
  if (gap.type === 'name') return { answerType: 'name', like: 'name' }
  if (gap.kind !== 'number' && kind !== 'number') return { answerType: kind, like }
  return isBound(sentence.tokens, gap.from)
    ? { answerType: 'phrase', like: 'bound' }
    : { answerType: 'number', like: 'number' }
}

/** "over 60%", "about four": another number may be as true. */
const isBound = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) =>
      /^(?:over|under|than|least|most|about|around|approximately|nearly|almost|some|up|roughly|estimated|perhaps|just|below|above|every|exceed\w*|between|from|minimum|maximum)$/.test(
        lower,
      ),
    )

function leftOut(sentence: Sentence, gaps: readonly Range[]): string {
  let gapped = ''
  let from = 0
  for (const gap of gaps) {
    gapped += sentence.text.slice(from, sentence.tokens[gap.from]?.start ?? 0) + GAP
    from = sentence.tokens[gap.to - 1]?.end ?? 0
  }
  return close(gapped + sentence.text.slice(from))
}
