import type { AnswerKind } from '../../../language/english/names'
import { fullPhraseEnd } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { verbGroupAt } from '../../../language/english/verbs'
import { textOf } from '../../../language/english/word-case'
import { GAP } from '../../../shared/gap-placeholder'
import { answerClassOf } from '../claims/answer-kind'
import { type Claim, close, makeClaim } from '../claims/claim'
import type { ReaderContext } from '../sentences/document-context'
import type { Sentence } from '../sentences/sentence'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { type GapCandidate, gapCandidates } from './gap-candidates'

const WORDS = { least: 6, most: 34 } as const
const MOST_FIGURES = 3

/** A whole sentence that needs no context, with a name, number or term left out that occurs in it once. Each gap is a fact. */
export function gapClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens } = sentence
  const words = tokens.filter(({ tag }) => tag !== 'PUNCT').length
  if (words < WORDS.least || words > WORDS.most || isUnclear(sentence)) return []
  if (unresolvedReference(tokens, { from: 0, to: tokens.length }) !== null) return []
  return gapCandidates(sentence, context).map((gap) => gapClaim(sentence, gap))
}

/** Of one of several, hedged by "would", with too many figures to tell them apart, or of two statements. */
const isUnclear = ({ tokens, text }: Sentence): boolean =>
  /^(?:(?:an )?examples?|others?|some|many|one|another)\b/i.test(text) ||
  tokens.some(({ lower }) => lower === 'would') ||
  tokens.filter(({ text: word }) => /^\d/.test(word)).length > MOST_FIGURES ||
  refersToLead(tokens) ||
  isCompound(tokens)

/** "Before his arrival, its people …": what a lead names is not what the pronoun means. */
function refersToLead(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(
    ({ text }, n) => text === ',' && /^(?:its|their|his|her|it|they|he|she)$/.test(lowerAt(tokens, n + 1)),
  )
  return at > 0 && (/^(?:ADP|VERB|ADJ)$/.test(tagAt(tokens, 0)) || !tokens.slice(0, at).some(isVerb))
}

const isVerb = ({ tag }: Token): boolean => tag === 'VERB' || tag === 'AUX'

/** "…, and the other half fled": two statements, of which a gap would ask only one. */
const isCompound = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text, lower }, at) => {
    if (text === ';') return true
    if (!/^(?:and|but|while|whereas|yet|so)$/.test(lower) || at < 3) return false
    const end = fullPhraseEnd(tokens, at + 1, () => true)
    return end > at + 1 && verbGroupAt(tokens, end) !== null && lowerAt(tokens, at - 1) === ','
  })

/** The fact that a gap asks. */
function gapClaim(sentence: Sentence, gap: GapCandidate): Claim {
  const { text, tokens } = sentence
  const [start, end] = [tokens[gap.from]?.start ?? 0, tokens[gap.to - 1]?.end ?? 0]
  const answerClass = gapClassOf(sentence, gap)
  return makeClaim({
    kind: gap.kind === 'term' ? 'property' : gap.kind,
    sentence,
    statement: close(text),
    subject: '',
    relation: gap.kind,
    answer: text.slice(start, end),
    at: gap,
    ...answerClass,
    gapped: close(text.slice(0, start) + GAP + text.slice(end)),
    exact: /^(?:number|year|date)$/.test(answerClass.answerType),
  })
}

function gapClassOf({ tokens, text }: Sentence, gap: GapCandidate): { answerType: AnswerKind; answerClass: string } {
  if (!gap.exact) return { answerType: 'phrase', answerClass: 'bound' }
  if (gap.kind === 'number') return { answerType: 'number', answerClass: 'number' }
  if (gap.kind === 'date') {
    const answerType = /^\d{4}$/.test(textOf(text, tokens, gap)) ? 'year' : 'date'
    return { answerType, answerClass: answerType }
  }
  if (gap.type === 'name') return { answerType: 'name', answerClass: 'name' }
  const { kind, answerClass } = answerClassOf(tokens, gap)
  return { answerType: kind, answerClass }
}
