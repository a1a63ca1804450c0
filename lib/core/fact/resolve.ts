import { fullPhraseEnd, nounPhraseEnd, type Range } from '../language/english/phrases'
import { textOf } from '../language/english/surface'
import { type Token, tagSentence } from '../language/english/tagger'
import type { Sentence } from './sentence'

const REACH = 3

/**
 * "these bandit formations" → the noun phrase of the same paragraph that it repeats: same head, same number, the same
 * or fewer modifiers, one candidate within three sentences. Anything less sure stays as it is, and is refused later.
 */
export function resolveThese(sentences: readonly Sentence[]): Sentence[] {
  return sentences.map((sentence, n) => resolved(sentence, sentences.slice(Math.max(0, n - REACH), n)))
}

function resolved(sentence: Sentence, before: readonly Sentence[]): Sentence {
  const { tokens } = sentence
  const at = tokens.findIndex(({ lower }) => lower === 'these' || lower === 'this')
  if (at < 0) return sentence
  const phrase = { from: at, to: nounPhraseEnd(tokens, at) }
  const words = tokens.slice(at + 1, phrase.to).map(({ lower }) => lower)
  if (words.length < 2 || phrase.to <= at) return sentence
  const found = new Set(before.flatMap((earlier) => phrasesEnding(earlier, words)))
  const [antecedent] = found
  return found.size === 1 && antecedent !== undefined ? replaced(sentence, phrase, antecedent) : sentence
}

/** Noun phrases of a sentence that end in these words, each with its "of …". */
function phrasesEnding({ tokens, text }: Sentence, words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    const tail = tokens.slice(end - words.length, end).map(({ lower }) => lower)
    if (end - at >= words.length && tail.join(' ') === words.join(' ')) {
      const from = /^(?:DET|NUM)$/.test(tokens[at]?.tag ?? '') ? at + 1 : at
      found.push(textOf(text, tokens, { from, to: fullPhraseEnd(tokens, at, (word) => word === 'of') }))
    }
    at = end - 1
  }
  return found
}

function replaced(sentence: Sentence, phrase: Range, antecedent: string): Sentence {
  const { passage, text, tokens } = sentence
  const start = tokens[phrase.from]?.start ?? 0
  const end = endOf(tokens, phrase)
  const put = `the ${antecedent}`
  const written = start === 0 ? `T${put.slice(1)}` : put
  const rewritten = text.slice(0, start) + written + text.slice(end)
  const last = passage.at[end - 1] ?? 0
  const at = [
    ...passage.at.slice(0, start),
    ...Array.from(written, (_, n) => Math.min(last, (passage.at[start] ?? 0) + n)),
    ...passage.at.slice(end),
  ]
  return { ...sentence, text: rewritten, tokens: tagSentence(rewritten), passage: { text: rewritten, at } }
}

const endOf = (tokens: readonly Token[], range: Range): number => tokens[range.to - 1]?.end ?? 0
