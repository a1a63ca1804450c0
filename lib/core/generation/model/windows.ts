import type { Span, StructuredDocument } from '../../document/document'
import { countWords } from '../../shared/count-words'
import { estimateTokens } from '../../shared/estimate-tokens'
import { type NumberedSentence, sentencesToAsk, spansTooLong } from '../sentences-to-ask'

/** A part of a document that fits into one request together with the answer. */
export type Window = {
  /** From 1. */
  readonly number: number
  readonly sentences: readonly NumberedSentence[]
  /** The two sentences before it, and the line over a list that it begins in, so that what they name is understood. */
  readonly before: readonly NumberedSentence[]
  /** What stands between its sentences or after them and is too long for a sentence: nothing is asked about it. */
  readonly tooLong: readonly Span[]
}

const MOST_WORDS = 350
const MOST_TOKENS = 750
/** From here on a window ends before a heading. */
const ENOUGH_WORDS = 180
const BEFORE = 2
const MOST_TOKENS_BEFORE = 600
/** Of the headings above its sentences. */
const MOST_HEADING_TOKENS = 400

/**
 * A document in windows, cut before headings where it can be. A window without sentences has what is too long for one before
 * the first. Linear.
 */
export function windowsOf(document: Pick<StructuredDocument, 'text' | 'blocks'>): readonly Window[] {
  const all = sentencesToAsk(document)
  const runs: NumberedSentence[][] = []
  let [words, tokens, headings] = [0, 0, 0]
  for (const sentence of all) {
    const [more, cost] = [countWords(sentence.text), estimateTokens(sentence.text) + NUMBER_TOKENS]
    const last = runs.at(-1)
    const heading = isUnderSame(last?.at(-1), sentence) ? 0 : estimateTokens(headingOf(sentence)) + NUMBER_TOKENS
    const isFull = words + more > MOST_WORDS || tokens + cost > MOST_TOKENS || headings + heading > MOST_HEADING_TOKENS
    if (!last || mustCut(last, sentence, words, isFull)) {
      runs.push([sentence])
      ;[words, tokens, headings] = [more, cost, estimateTokens(headingOf(sentence)) + NUMBER_TOKENS]
    } else {
      last.push(sentence)
      words += more
      tokens += cost
      headings += heading
    }
  }
  return withTooLong(runs, spansTooLong(document)).map(({ sentences, tooLong }, at) => {
    return { number: at + 1, sentences, before: nearest(linesBefore(sentences[0], all)), tooLong }
  })
}

type Run = Pick<Window, 'sentences' | 'tooLong'>

/** Each of these spans goes with the last sentences that begin before it. */
function withTooLong(runs: readonly (readonly NumberedSentence[])[], spans: readonly Span[]): readonly Run[] {
  const starts = runs.map(([first]) => first?.span.start ?? 0)
  const leading = spans.filter(({ start }) => start < (starts[0] ?? Number.POSITIVE_INFINITY))
  let next = leading.length
  const placed = runs.map((sentences, at): Run => {
    const from = next
    while (next < spans.length && (spans[next]?.start ?? 0) < (starts[at + 1] ?? Number.POSITIVE_INFINITY)) next += 1
    return { sentences, tooLong: spans.slice(from, next) }
  })
  return leading.length > 0 ? [{ sentences: [], tooLong: leading }, ...placed] : placed
}

function linesBefore(
  first: NumberedSentence | undefined,
  all: readonly NumberedSentence[],
): readonly NumberedSentence[] {
  if (!first) return []
  const from = Math.max(0, first.number - 1 - BEFORE)
  const intro = first.intro !== null && first.intro <= from ? all.slice(first.intro - 1, first.intro) : []
  return [...intro, ...all.slice(from, first.number - 1)]
}

/** The nearest of them, as far as they are short enough to leave room for the sentences that are asked about. */
function nearest(sentences: readonly NumberedSentence[]): readonly NumberedSentence[] {
  const tokens = sentences.reduce((sum, { text }) => sum + estimateTokens(text) + NUMBER_TOKENS, 0)
  return tokens > MOST_TOKENS_BEFORE ? nearest(sentences.slice(1)) : sentences
}

const headingOf = ({ headingPath }: NumberedSentence): string => headingPath.join(' > ')

const isUnderSame = (last: NumberedSentence | undefined, next: NumberedSentence): boolean =>
  last !== undefined && headingOf(last) === headingOf(next)

// The number of a sentence, its mark and the line break.
const NUMBER_TOKENS = 4

function mustCut(run: readonly NumberedSentence[], next: NumberedSentence, words: number, isFull: boolean): boolean {
  return isFull || (!isUnderSame(run.at(-1), next) && words >= ENOUGH_WORDS)
}
