import { figuresIn } from '../check/check-against-text'
import { isEnglish } from '../check/check-result'
import { languageWords, meaningfulWords } from '../check/words-of-languages'
import type { StructuredDocument } from '../document/document'
import { acceptedAnswers } from '../item/accepted-answers'
import { wordsOf } from '../language/english/content-words'
import { nounKind } from '../language/english/lexicon'
import { numberValue } from '../language/english/numbers'
import { memoizeRecent } from '../shared/memoize'
import { isInQuote, isSameWord } from './key-in-quote'
import type { Proposal } from './read-reply'
import { rootOf } from './sentence-words'

/** Other forms of an answer that count as right: English spellings, the abbreviation that the text gives, a person's last name where the text says it alone. */
export function acceptedForms(
  entry: string,
  stem: string,
  { language, text }: Pick<StructuredDocument, 'language' | 'text'>,
): readonly string[] {
  const spelled = isEnglish(language) ? acceptedAnswers(entry) : []
  return [...spelled, ...abbreviation(entry, text), ...lastName(entry, stem, { language, text })]
}

/** "(UN)" after the name. */
function abbreviation(entry: string, text: string): readonly string[] {
  const bare = entry.replace(/^the /i, '')
  const at = text.indexOf(`${bare} (`)
  return at < 0 ? [] : (/^\((\p{Lu}{2,7})\)/u.exec(text.slice(at + bare.length + 1))?.slice(1) ?? [])
}

function lastName(
  entry: string,
  stem: string,
  { language, text }: Pick<StructuredDocument, 'language' | 'text'>,
): readonly string[] {
  const asksPerson =
    languageWords(language)?.who.test(stem) ||
    (isEnglish(language) && wordsOf(stem).some((word) => nounKind(word) === 'person'))
  const last = asksPerson ? /^\p{Lu}\S+(?: \p{Lu}\S+)? (\p{Lu}\S+)$/u.exec(entry)?.[1] : undefined
  if (last === undefined) return []
  const alone = `(?<!\\p{Lu}\\S* )(?<!\\p{L})${last.replace(/[^\p{L}\p{N}-]/gu, '.')}(?!\\p{L})`
  return new RegExp(alone, 'u').test(text) ? [last] : []
}

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
