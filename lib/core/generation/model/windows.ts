import type { StructuredDocument } from '../../document/document'
import { countWords } from '../../shared/count-words'
import { type NumberedSentence, sentencesToAsk } from '../sentences-to-ask'

/** A part of a document that fits into one request together with the answer. */
export type Window = {
  /** From 1. */
  readonly number: number
  readonly sentences: readonly NumberedSentence[]
  /** The two sentences before it, so that what they name is understood. */
  readonly before: readonly NumberedSentence[]
}

const MOST_WORDS = 350
const MOST_TOKENS = 750
/** From here on a window ends before a heading. */
const ENOUGH_WORDS = 180
const BEFORE = 2

/** A document in windows, cut before headings where it can be, and never between a list and its intro. Linear. */
export function windowsOf(document: Pick<StructuredDocument, 'text' | 'blocks'>): readonly Window[] {
  const all = sentencesToAsk(document)
  const runs: NumberedSentence[][] = []
  let [words, tokens] = [0, 0]
  for (const sentence of all) {
    const [more, cost] = [countWords(sentence.text), estimateTokens(sentence.text) + NUMBER_TOKENS]
    const last = runs.at(-1)
    if (!last || mustCut(last, sentence, words, words + more > MOST_WORDS || tokens + cost > MOST_TOKENS)) {
      runs.push([sentence])
      ;[words, tokens] = [more, cost]
    } else {
      last.push(sentence)
      words += more
      tokens += cost
    }
  }
  return runs.map((sentences, at) => {
    const first = sentences[0]?.number ?? 1
    return { number: at + 1, sentences, before: all.slice(Math.max(0, first - 1 - BEFORE), first - 1) }
  })
}

// The number of a sentence, its mark and the line break.
const NUMBER_TOKENS = 4

function mustCut(run: readonly NumberedSentence[], next: NumberedSentence, words: number, isFull: boolean): boolean {
  const last = run.at(-1)
  const isNewHeading = last !== undefined && last.headingPath.join('\n') !== next.headingPath.join('\n')
  return isFull || (isNewHeading && words >= ENOUGH_WORDS)
}

/** About how many tokens a text is: tokenizers cut Latin letters into pieces of four, others into pieces of two. */
export function estimateTokens(text: string): number {
  const plain = text.match(/[\p{ASCII}\p{Script=Latin}]/gu)?.length ?? 0
  return Math.ceil(plain / 4 + (text.length - plain) / 2)
}
