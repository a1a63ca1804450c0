import { contentWords, sharesRoot } from '../../../language/english/content-words'
import { isOpenNoun, isSpecificNoun, nounKind, rankOf } from '../../../language/english/lexicon'
import { countOf } from '../sentences/reader-context'
import { bucket, type FeatureContext, trueNames } from './feature-context'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
const SMALL = /^(?:the|a|an|of|and|in|to|for)$/i
const RARE = 7000

/** What an answer is like: its length, how common its words are, what kind of thing its last word names. */
export function answerFeatures(answer: string, stem: string, { titled, counts }: FeatureContext): string[] {
  const words = answer.match(WORD) ?? []
  const last = words.at(-1) ?? ''
  const ranks = words.filter((word) => !SMALL.test(word)).map((word) => rankOf(word.toLowerCase()))
  const rarest = Math.max(0, ...ranks)
  const commonest = Math.min(99_999, ...ranks)
  const said = contentWords(answer)
  const around = contentWords(stem)
  return [
    `answer-words=${bucket(words.length, 1, 2, 3, 6, 12)}`,
    `answer-rarest=${bucket(rarest, 1000, 2500, 5000, RARE)}`,
    `answer-commonest=${bucket(commonest, 600, 1500, 4000, RARE)}`,
    `answer-names=${kindOf(last)}`,
    `answer-article=${/^(?:the|an?)\b/i.exec(answer)?.[0].toLowerCase() ?? 'none'}`,
    `answer-recurs=${bucket(countOf(counts, answer), 0, 1, 2, 4, 8)}`,
    ...(NOUN_ALONE.test(answer) ? [`answer-alone=${bucket(rarest, 1500, 3000, 5000, RARE)}`] : []),
    ...trueNames({
      'answer-empty': isEmpty(last, rarest, words.length),
      'answer-specific': isLower(last) && isSpecificNoun(last),
      'answer-open': isLower(last) && isOpenNoun(last),
      'answer-the-noun': THE_NOUN.test(answer),
      'answer-capital': words.some((word) => /^\p{Lu}/u.test(word)),
      'answer-figure': /\d/.test(answer),
      'answer-year': /\b[12]\d{3}\b/.test(answer),
      'answer-and': /\band\b/.test(answer),
      'answer-comma': answer.includes(','),
      'answer-of': /\bof\b/.test(answer),
      'answer-preposition': /\b(?:for|to|with|in|from|by|at|on)\b/.test(answer),
      'answer-clause': /\b(?:which|that|who)\b/.test(answer),
      'answer-own': /\b(?:its|their|his|her)\b/.test(answer),
      'answer-titled': said.some((word) => titled.has(word)),
      'answer-rooted': said.some((word) => word.length > 4 && around.some((stemWord) => sharesRoot(word, stemWord))),
    }),
  ]
}

const NOUN_ALONE = /^\p{Ll}[\p{L}-]+$/u
const THE_NOUN = /^(?:the|an?) \p{Ll}[\p{L}-]+$/u

const isLower = (word: string): boolean => /^\p{Ll}/u.test(word)

/** The last word names something general, and no other word of the answer is rare. */
const isEmpty = (last: string, rarest: number, words: number): boolean =>
  isLower(last) && rankOf(last.toLowerCase()) <= RARE && !isSpecificNoun(last) && (words === 1 || rarest <= RARE)

const kindOf = (word: string): string =>
  /^\p{Lu}/u.test(word) ? 'name' : /^\d/.test(word) ? 'figure' : (nounKind(word.toLowerCase()) ?? 'none')
