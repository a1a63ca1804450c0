import { figuresIn } from '../check/check-against-text'
import { isEnglish } from '../check/check-result'
import { languageWords, meaningfulWords } from '../check/words-of-languages'
import type { StructuredDocument } from '../document/document'
import { acceptedAnswers } from '../item/accepted-answers'
import { wordsOf } from '../language/english/content-words'
import { nounKind, rankOf } from '../language/english/lexicon'
import { numberValue } from '../language/english/numbers'
import { memoizeRecent } from '../shared/memoize'
import { isInQuote, isSameWord } from './key-in-quote'
import type { Proposal } from './read-reply'
import { rootOf } from './sentence-words'

/**
 * Other forms of an answer that count as right: English spellings, the abbreviation that the text gives, a person's last name where the text
 * says it alone, and in English also where nobody else of the text has it.
 */
export function acceptedForms(
  entry: string,
  stem: string,
  { language, text }: Pick<StructuredDocument, 'language' | 'text'>,
): readonly string[] {
  const isPerson = asksPerson(stem, language)
  const spelled = isEnglish(language) ? acceptedAnswers(entry, isPerson ? 'person' : null) : []
  const last = isPerson ? /^\p{Lu}\S+(?: \p{Lu}\S+)? (\p{Lu}\S+)$/u.exec(entry)?.[1] : undefined
  return [
    ...spelled.filter((form) => form !== last || !isSharedName(last, entry, text)),
    ...abbreviation(entry, text),
    ...(last !== undefined && isSaidAlone(last, text) ? [last] : []),
  ]
}

/** "(UN)" after the name. */
function abbreviation(entry: string, text: string): readonly string[] {
  const bare = entry.replace(/^the /i, '')
  const at = text.indexOf(`${bare} (`)
  return at < 0 ? [] : (/^\((\p{Lu}{2,7})\)/u.exec(text.slice(at + bare.length + 1))?.slice(1) ?? [])
}

const asksPerson = (stem: string, language: string | undefined): boolean =>
  languageWords(language)?.who.test(stem) === true ||
  (isEnglish(language) && wordsOf(stem).some((word) => nounKind(word) === 'person'))

const asPattern = (name: string): string => name.replace(/[^\p{L}\p{N}-]/gu, '.')

const isSaidAlone = (last: string, text: string): boolean =>
  new RegExp(`(?<!\\p{Lu}\\S* )(?<!\\p{L})${asPattern(last)}(?!\\p{L})`, 'u').test(text)

/** Whether the text gives a last name to somebody else, too. */
function isSharedName(last: string, entry: string, text: string): boolean {
  const before = new RegExp(`(?<!\\p{L})(\\p{Lu}[\\p{L}-]+) ${asPattern(last)}(?!\\p{L})`, 'gu')
  return [...text.matchAll(before)].some(([, first = '']) => !entry.includes(first) && isFirstName(first.toLowerCase()))
}

/** Not the "When" that begins a sentence, nor "Professor". */
const isFirstName = (word: string): boolean => rankOf(word) > COMMONEST && nounKind(word) !== 'person'
/** No first name is as common as a word. */
const COMMONEST = 500

/**
 * Of the other forms of its only answer that a proposal names, those that say no other thing of the document: a part of the answer, more of
 * what its proof says, or words that the document does not have.
 */
export function soundForms(
  { also, stem, key: [key = ''] }: Proposal,
  quotes: string,
  document: StructuredDocument,
): readonly string[] {
  const wanted = meaningfulWords(key)
  const asked = meaningfulWords(stem)
  const isAmong = (word: string, words: readonly string[]) => words.some((twin) => isSameWord(word, twin))
  return also.filter((form) => {
    if (form === initials(key)) return true
    const said = meaningfulWords(form)
    if (said.every((word) => isAmong(word, asked)) || figuresIn(form).join() !== figuresIn(key).join()) return false
    const added = said.filter((word) => !isAmong(word, wanted))
    const isLonger = wanted.every((word) => isAmong(word, said)) && isInQuote(form, quotes)
    return isLonger || added.every((word) => !isSaid(word, document))
  })
}

/** Whether the document has a word, in any form; a number may be said in words. */
function isSaid(word: string, document: StructuredDocument): boolean {
  const { byRoot, numbers } = wordsOfDocument(document)
  const value = numberValue(word)
  return (
    (value !== null && numbers.has(value)) || (byRoot.get(rootOf(word)) ?? []).some((twin) => isSameWord(word, twin))
  )
}

/** A long document has thousands of words, and each word of a form is compared only with those of its root. */
const wordsOfDocument = memoizeRecent(({ text }: StructuredDocument) => {
  const words = [...new Set(meaningfulWords(text))]
  const byRoot = new Map<string, string[]>()
  for (const word of words) {
    const alike = byRoot.get(rootOf(word))
    if (alike) alike.push(word)
    else byRoot.set(rootOf(word), [word])
  }
  return { byRoot, numbers: new Set(words.flatMap((word) => numberValue(word) ?? [])) }
})

/** "UN" of "United Nations". */
const initials = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')
