import { nounKind } from '../../../language/english/lexicon'
import type { AnswerKind } from '../../../language/english/names'
import { fullPhraseEnd, type Range } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tokens'
import { verbGroupAt } from '../../../language/english/verbs'
import { GAP } from '../../../shared/gap-placeholder'
import { answerClassOf } from '../claims/answer-kind'
import { type Claim, close, makeClaim } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import type { Sentence } from '../sentences/sentence'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { candidates, textIn } from './gap-candidates'
import type { GapCandidate } from './phrase-checks'
import { countAnchors, WIDE_SCORE } from './phrase-checks'
import { ONCE_SCORE } from './term-candidates'
import { polarClaims } from './yes-no-claims'

type GapClass = { readonly answerType: AnswerKind; readonly answerClass: string }

const FEWEST_ANCHORS = 2
const MOST_WIDE = 3
const WORDS = { least: 8, most: 34 } as const

/** A whole sentence that needs no context, with a name, number or term left out that occurs in it once. Each gap is a fact. */
export function sentenceGapClaims(sentence: Sentence, context: ReaderContext, taken: readonly string[]): Claim[] {
  if (!asksWhole(sentence, context)) return []
  return [...gapClaims(sentence, context, taken), ...polarClaims(sentence)]
}

function gapClaims(sentence: Sentence, context: ReaderContext, taken: readonly string[]): Claim[] {
  const least = taken.length > 0 ? ONCE_SCORE : WIDE_SCORE
  const open = candidates(sentence, context).filter(
    (candidate) => !isTaken(textIn(sentence, candidate), taken) && hasVerb(sentence.tokens, candidate),
  )
  const fewest = isIntroduction(sentence, context) ? 1 : FEWEST_ANCHORS
  const free = open.filter((candidate) => candidate.score > least && countAnchors(sentence.tokens, candidate) >= fewest)
  return [...bestOfEach(free), ...wideOf(open)].map((gap) => gapClaim(sentence, gap))
}

/** The one that asks best, and of the others the best of each kind. */
function bestOfEach(free: readonly GapCandidate[]): GapCandidate[] {
  const first = best(free)
  if (!first) return []
  const others = ['number', 'date', 'name', 'term'].flatMap((kind) => {
    const found = best(
      free.filter((candidate) => candidate !== first && candidate.kind === kind && candidate.exact !== false),
    )
    return found ? [found] : []
  })
  return [first, ...others]
}

/** Of the noun phrases that are asked only by their first letters, the last ones: new information comes late in a sentence. */
const wideOf = (open: readonly GapCandidate[]): GapCandidate[] =>
  open
    .filter(({ score }) => score === WIDE_SCORE)
    .sort((a, b) => b.from - a.from)
    .slice(0, MOST_WIDE)

/** "Peru is a country in …" under that title. */
const isIntroduction = ({ tokens }: Sentence, { title }: ReaderContext): boolean =>
  /^(?:is|was|are|were)$/.test(tokens[1]?.lower ?? '') && title.includes(tokens[0]?.text ?? '')

const wordsIn = ({ tokens }: Sentence): number => tokens.filter(({ tag }) => tag !== 'PUNCT').length

function asksWhole(sentence: Sentence, context: ReaderContext): boolean {
  const words = wordsIn(sentence)
  const { tokens } = sentence
  if (words < WORDS.least || words > WORDS.most) return false
  if (/^(?:examples?|others?|some|many)$/.test(tokens[0]?.lower ?? '') || tokens.some(({ lower }) => lower === 'would'))
    return false
  if (refersToLead(tokens) || isCrowded(tokens) || isOneOfSeveral(sentence.text) || isCompound(tokens)) return false
  return unresolvedReference(tokens, { from: 0, to: tokens.length }, context) === null
}

/** "…, and the other half fled": two statements, of which a gap would ask only one. */
const isCompound = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text, lower }, at) => {
    if (text === ';') return true
    if (!/^(?:and|but|while|whereas|yet|so)$/.test(lower) || at < 3) return false
    const end = fullPhraseEnd(tokens, at + 1, () => true)
    return (
      end > at + 1 &&
      verbGroupAt(tokens, end) !== null &&
      (tokens[at - 1]?.text === ',' || /^(?:while|whereas|but)$/.test(lower))
    )
  })

const MOST_FIGURES = 3

/** Four figures and more: it is unclear which is meant, and years in a row reveal each other. */
const isCrowded = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ text }) => /^\d/.test(text)).length > MOST_FIGURES

/** "One reason was …", "An alternative was …": others are true as well. */
const isOneOfSeveral = (text: string): boolean =>
  /^(?:one|another|an?|the|other|some) (?:of the )?(?:(?:second|third|fourth|final|last|other) )?(?:\p{Ll}+ )?(?:reasons?|results?|alternatives?|theor(?:y|ies)|examples?|ways?|problems?|effects?|advantages?|options?|approach(?:es)?|cases?|factors?|questions?)\b/iu.test(
    text,
  )

/** "Before his arrival, its people …", "Under the rule of …, he": what a lead names is not what the pronoun means. */
export function refersToLead(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(
    ({ text }, n) => text === ',' && /^(?:its|their|his|her|it|they|he|she)$/.test(tokens[n + 1]?.lower ?? ''),
  )
  const lead = tokens.slice(0, Math.max(0, at))
  const opens =
    /^(?:ADP|VERB|ADJ)$/.test(lead[0]?.tag ?? '') || /^(?:according|based|depending)$/.test(lead[0]?.lower ?? '')
  return at > 0 && (opens || !lead.some(({ tag }) => tag === 'VERB' || tag === 'AUX'))
}

/** An answer already asked, give or take an article. */
const isTaken = (text: string, taken: readonly string[]): boolean =>
  taken.some((answer) => answer.includes(text) && answer.length < text.length + 5)

/** Without a verb outside the gap the tagger took a verb for a noun. */
const hasVerb = (tokens: readonly Token[], gap: Range): boolean =>
  tokens.some(
    ({ tag, lower }, n) =>
      (n < gap.from || n >= gap.to) &&
      (tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing') && !isParticiple(tokens, n))),
  )

/** "a layer composed of cells": no verb of a sentence. */
const isParticiple = (tokens: readonly Token[], at: number): boolean =>
  /(?:ed|en|made|known|found|built)$/.test(tokens[at]?.lower ?? '') &&
  /^(?:of|by|in|on|as|from|with|at|to|for)$/.test(tokens[at + 1]?.lower ?? '') &&
  /^(?:compos|locat|call|known|made|found|bas|cover|us|fill|surround|produc|form|deriv|situat|nam)/.test(
    tokens[at]?.lower ?? '',
  )

const best = (found: readonly GapCandidate[]): GapCandidate | undefined =>
  [...found].sort((a, b) => b.score - a.score || b.from - a.from)[0]

/** The fact that a gap asks. */
function gapClaim(sentence: Sentence, gap: GapCandidate): Claim {
  const marks = gapClassOf(sentence, gap)
  return makeClaim({
    kind: gap.kind === 'term' ? 'property' : gap.kind,
    sentence,
    statement: close(sentence.text),
    subject: '',
    relation: gap.kind,
    answer: textIn(sentence, gap),
    at: gap,
    ...marks,
    gapped: leftOut(sentence, gap),
    exact: /^(?:number|year|date)$/.test(marks.answerType),
  })
}

/** An exact number has the type number; "over 60" is only a phrase. */
function gapClassOf(sentence: Sentence, gap: GapCandidate): GapClass {
  if (gap.exact === false) return { answerType: 'phrase', answerClass: 'bound' }
  if (gap.kind === 'date') {
    const dated = /^\d{4}$/.test(textIn(sentence, gap)) ? 'year' : 'date'
    return { answerType: dated, answerClass: dated }
  }
  const { kind, answerClass } = answerClassOf(sentence.tokens, gap)
  if (gap.type === 'name') return { answerType: 'name', answerClass: 'name' }
  if (gap.kind !== 'number' && kind !== 'number') return { answerType: kind, answerClass }
  return isBound(sentence.tokens, gap.from)
    ? { answerType: 'phrase', answerClass: 'bound' }
    : { answerType: 'number', answerClass: 'number' }
}

/** "for 50 years": what lasted so long lasted 30 years as well. */
const isSpan = (tokens: readonly Token[], at: number): boolean =>
  /^(?:for|within|in)$/.test(tokens[at - 1]?.lower ?? '') && nounKind(tokens[at + 1]?.lower ?? '') === 'time'

/** "over 60%", "as many as four": another number may be as true. "About four" is not six. */
const isBound = (tokens: readonly Token[], at: number): boolean =>
  isSpan(tokens, at) ||
  tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) =>
      /^(?:over|under|than|least|most|up|perhaps|just|below|above|every|exceed\w*|between|from|minimum|maximum|little|few|many|much)$/.test(
        lower,
      ),
    )

function leftOut({ text, tokens }: Sentence, { from, to }: Range): string {
  return close(text.slice(0, tokens[from]?.start ?? 0) + GAP + text.slice(tokens[to - 1]?.end ?? 0))
}
