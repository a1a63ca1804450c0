import type { Span, StructuredDocument } from '../../document/document'
import { countWords } from '../../shared/count-words'
import { estimateTokens } from '../../shared/estimate-tokens'
import { type NumberedSentence, sentencesAt, sentencesToAsk, spansTooLong } from '../sentences-to-ask'

/** A part of a document that fits into one request together with the answer. */
export type Window = {
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
  return withTooLong(runs, spansTooLong(document)).map(({ sentences, tooLong }) => {
    return { sentences, before: linesBefore(sentences[0], all), tooLong }
  })
}

/** A window of the first sentence that a span touches; null where nothing is asked about what stands there. */
export function windowAt(document: Pick<StructuredDocument, 'text' | 'blocks'>, span: Span): Window | null {
  const all = sentencesToAsk(document)
  const [asked] = sentencesAt(all, span)
  return asked ? { sentences: [asked], before: linesBefore(asked, all), tooLong: [] } : null
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

/** As many of the lines before a sentence as leave room for what is asked about: the line over a list, then the nearest. */
function linesBefore(
  first: NumberedSentence | undefined,
  all: readonly NumberedSentence[],
): readonly NumberedSentence[] {
  if (!first) return []
  const over = first.intro === null ? [] : all.slice(first.intro - 1, first.intro)
  const intro = over.filter((line) => tokensOf([line]) <= MOST_TOKENS_BEFORE)
  const lines = all.slice(Math.max(0, first.number - 1 - BEFORE), first.number - 1)
  const others = lines.filter((line) => !over.includes(line))
  while (tokensOf([...intro, ...others]) > MOST_TOKENS_BEFORE && others.length > 0) others.shift()
  return [...intro, ...others].sort((a, b) => a.number - b.number)
}

const tokensOf = (sentences: readonly NumberedSentence[]): number =>
  sentences.reduce((sum, { text }) => sum + estimateTokens(text) + NUMBER_TOKENS, 0)

const headingOf = ({ headingPath }: NumberedSentence): string => headingPath.join(' > ')

const isUnderSame = (last: NumberedSentence | undefined, next: NumberedSentence): boolean =>
  last !== undefined && headingOf(last) === headingOf(next)

// The number of a sentence, its mark and the line break.
const NUMBER_TOKENS = 4

function mustCut(run: readonly NumberedSentence[], next: NumberedSentence, words: number, isFull: boolean): boolean {
  return isFull || (!isUnderSame(run.at(-1), next) && words >= ENOUGH_WORDS)
}
