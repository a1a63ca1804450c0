import type { StructuredDocument } from '../../document/document'
import { countWords } from '../../shared/count-words'
import type { Depth } from '../depth'
import { itemsToAsk, proposeInstructions, writePassage } from '../model/prompts'
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

/** Prompts for a person's own assistant, with the text inside: one for a short document, one for about every 3,000 words of a long one. */
export function promptParts(document: StructuredDocument, depth: Depth): readonly PromptPart[] {
  return partsOf(sentencesToAsk(document)).map((sentences, at, all) => {
    const words = sentences.reduce((sum, { text }) => sum + countWords(text), 0)
    const wish = { depth, language: document.language }
    const instructions = proposeInstructions(Math.min(MOST_ITEMS, itemsToAsk(words, depth)), wish)
    const part = all.length > 1 ? `This is part ${at + 1} of ${all.length} of the document.\n\n` : ''
    const prompt = `Write questions that check whether somebody knows the text below. Use only what its numbered sentences say. Reply with one JSON object in a code block, as in the example.

${instructions}

${part}${writePassage({ title: document.title, sentences, before: [] })}`
    return { prompt, sentences: { from: sentences[0]?.number ?? 1, to: sentences.at(-1)?.number ?? 1 } }
  })
}

function partsOf(sentences: readonly NumberedSentence[]): readonly (readonly NumberedSentence[])[] {
  const all = sentences.reduce((sum, { text }) => sum + countWords(text), 0)
  const usual = all / Math.max(1, Math.round(all / PART_WORDS))
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
