import type { StructuredDocument } from '../../document/document'
import { countWords } from '../../shared/count-words'
import { type Depth, mostShown } from '../depth'
import { proposeInstructions, writePassage } from '../model/prompts'
import { type NumberedSentence, sentencesToAsk } from '../sentences-to-ask'

/** What an author copies into an assistant, and the numbers of the first and last sentence in it. */
export type PromptPart = {
  readonly prompt: string
  readonly sentences: { readonly from: number; readonly to: number }
}

/** As much as an assistant in a browser reads and answers well. */
const PART_WORDS = 3_000
/** More items in one reply get careless, or are cut off. */
const MOST_ITEMS = 40
const LEAST_ITEMS = 6
/** What the depth shows, and some more, because some are refused. */
const MORE = 1.4
/** Where the depth has no limit. */
const PER_THOUSAND_WORDS = 60
/** A part is not divided for so little more. */
const LITTLE = 0.2

/** Prompts for a person's own assistant, with the text inside: one for a short document, one for each part of a long one that can be asked at once. */
export function promptParts(document: StructuredDocument, depth: Depth): readonly PromptPart[] {
  const most = Math.min(PART_WORDS, (1_000 * MOST_ITEMS) / wanted(1_000, depth))
  return partsOf(sentencesToAsk(document), most).map((sentences, at, all) => {
    const wish = { depth, language: document.language }
    const instructions = proposeInstructions(itemsToWrite(sentences, depth), wish)
    const part = all.length > 1 ? `This is part ${at + 1} of ${all.length} of the document.\n\n` : ''
    const prompt = `Write questions that check whether somebody knows the text below. Use only what its numbered sentences say. Reply with one JSON object in a code block, as in the example.

${instructions}

${part}${writePassage({ title: document.title, sentences, before: [] })}`
    return { prompt, sentences: { from: sentences[0]?.number ?? 1, to: sentences.at(-1)?.number ?? 1 } }
  })
}

/** Of a short text no more than two for each sentence: each fact is asked twice. */
const itemsToWrite = (sentences: readonly NumberedSentence[], depth: Depth): number =>
  Math.min(MOST_ITEMS, Math.max(LEAST_ITEMS, Math.min(wanted(wordsIn(sentences), depth), 2 * sentences.length)))

function wanted(words: number, depth: Depth): number {
  if (depth === 'everything')
    return Math.max(wanted(words, 'balanced'), Math.round((PER_THOUSAND_WORDS * words) / 1_000))
  return Math.round(MORE * mostShown(depth, words))
}

const wordsIn = (sentences: readonly NumberedSentence[]): number =>
  sentences.reduce((sum, { text }) => sum + countWords(text), 0)

function partsOf(sentences: readonly NumberedSentence[], most: number): readonly (readonly NumberedSentence[])[] {
  const all = wordsIn(sentences)
  const usual = all / Math.max(1, Math.ceil(all / most - LITTLE))
  const parts: NumberedSentence[][] = []
  let words = 0
  for (const sentence of sentences) {
    const last = parts.at(-1)
    if (!last || (words >= usual && sentence.kind === 'sentence')) {
      parts.push([sentence])
      words = 0
    } else last.push(sentence)
    words += countWords(sentence.text)
  }
  return parts
}
