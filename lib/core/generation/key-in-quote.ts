import { isSameRoot, meaningfulWords } from '../check/words-of-languages'
import { wordsOf } from '../language/english/content-words'
import { numberValue } from '../language/english/numbers'

/** Whether a text, its words in lower case with a space before and after each, has these words one after the other. */
export function hasWords(plain: string, quote: string): boolean {
  const words = wordsOf(quote).join(' ')
  return words !== '' && plain.includes(` ${words} `)
}

/** The words of a key are those of its proof, in any form; a number may be said in words. A pair has both sides there. */
export function isInQuote(key: string, quote: string): boolean {
  const said = wordsOf(quote)
  const wanted = meaningfulWords(key.replace(' → ', ' '))
  if (wanted.length === 0) return hasWords(` ${said.join(' ')} `, key)
  if (hasFigureTwice(key, quote)) return false
  return wanted.every((word) => said.some((twin) => isSameWord(word, twin)) || isCount(word, quote))
}

/** "1999–1999", of a sentence that says it once. */
function hasFigureTwice(key: string, quote: string): boolean {
  const times = (figure: string, text: string) => (text.match(/\d+/g) ?? []).filter((said) => said === figure).length
  return (key.match(/\d+/g) ?? []).some((figure) => times(figure, key) > Math.max(1, times(figure, quote)))
}

export function isSameWord(word: string, twin: string): boolean {
  const [stripped = ''] = meaningfulWords(twin)
  if (/\d/.test(word) || /\d/.test(twin)) return word === twin || word === stripped || sameValue(word, twin)
  return isSameRoot(word, twin) || isSameRoot(word, stripped) || sameValue(word, twin)
}

const sameValue = (word: string, twin: string): boolean => {
  const value = numberValue(word)
  return value !== null && value === numberValue(twin)
}

/** "three", of a sentence or list that has three members and names no number itself. */
function isCount(word: string, quote: string): boolean {
  if (wordsOf(quote).some((said) => /^\d+$/.test(said) || COUNTED.test(said))) return false
  const members = quote.split(/,\s*(?:and\s|or\s)?|\s(?:and|or|и|или|жана)\s/).length
  return numberValue(word) !== null && numberValue(word) === members
}

const COUNTED =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|эки|үч|төрт|беш|алты|жети|сегиз|тогуз|он)$/u
