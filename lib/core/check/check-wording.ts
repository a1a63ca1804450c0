import { STEM_WORDS } from '../item/item-label'
import { wordsOf } from '../language/english/content-words'
import { isArrangement, isStatement } from '../question-types/registry'
import { type CheckFunction, type Finding, finding, isEnglish } from './check-result'

const SHAPES: readonly { readonly name: string; readonly fits: (option: string) => boolean }[] = [
  { name: 'year', fits: (option) => /^\d{3,4}(?:\s?[–-]\s?\d{2,4})?$/.test(option) },
  { name: 'number', fits: (option) => /^[\d$€£]/.test(option) },
  { name: 'ing', fits: (option) => /^\p{L}+ing\b/iu.test(option) && / /.test(option) },
  { name: 'article', fits: (option) => /^(?:the|an?)\s/i.test(option) },
  { name: 'name', fits: (option) => /^(?:the )?\p{Lu}/u.test(option) },
]

/** R5: options share their form. An author's list may mix articles or names only if the key is not alone in it. */
export const checkForm: CheckFunction = (item) => {
  if (item.options.length < 3 || isStatement(item.type) || isArrangement(item.type)) return []
  return SHAPES.flatMap(({ name, fits }) => {
    const key = item.options.filter((option) => item.key.includes(option)).map(fits)
    const others = item.options.filter((option) => !item.key.includes(option)).map(fits)
    const alone = key.every((fit) => fit !== others[0]) && others.every((fit) => fit === others[0])
    return alone ? [finding(key[0] ? 'key-alone-in-form' : 'distractors-alike-in-form', { form: name })] : []
  })
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
]

/** R8: written as a sentence: capital, one final mark, balanced quotes and brackets, nothing doubled. */
export const checkGrammar: CheckFunction = (item) => {
  const stem = item.stem.trim()
  const found: Finding[] = []
  if (!/^["“«‘'(]?[¿¡]?[\p{Lu}\p{N}_]/u.test(stem)) found.push(finding('no-capital'))
  if (!/[.?!:]["”»’)]?$/.test(stem)) found.push(finding('no-final-mark'))
  if (/[.?!,;:]{2,}["”’]?$/.test(stem.replace(/\.\.\.$|…$/, '.'))) found.push(finding('several-final-marks'))
  if (unbalanced(stem) || item.options.some(unbalanced) || item.key.some(unbalanced))
    found.push(finding('unbalanced-marks'))
  if (/(?<!\p{L})(\p{L}+) \1(?!\p{L})/iu.test(stem.replace(/\b(?:that that|had had)\b/gi, '')))
    found.push(finding('repeated-word'))
  // "_____, was the first …": the comma that closed an aside stands between subject and verb.
  if (/\s[,.;:?!]|,,|\s{2}|^x+, (?:is|was|are|were|has|had|have)\b/.test(stem.replaceAll('_', 'x')))
    found.push(finding('wrong-spacing'))
  if (
    /^(?:What|Who|Whom|Which|When|Where|Why|How)\b/.test(stem) &&
    !isStatement(item.type) &&
    !/\?["”’)]?$/.test(stem) &&
    !stem.includes('_____')
  ) {
    found.push(finding('no-question-mark'))
  }
  return found
}

function unbalanced(text: string): boolean {
  if (!/["“”«»()[\]]/.test(text)) return false
  const count = (mark: string) => text.split(mark).length - 1
  return count('"') % 2 === 1 || PAIRS.some(([open, close]) => count(open) !== count(close))
}

const OPTION_WORDS = 15
const LIST_OPTION_WORDS = 25

// "Что такое крепостное право?": languages without articles and auxiliaries say it in fewer words.
const LEAST_WITHOUT_ARTICLES = 3

/** R12: one short idea, worded positively. */
export const checkConcision: CheckFunction = (item, { language }) => {
  const words = item.stem.split(/\s+/).length
  const found: Finding[] = []
  if (words < (isEnglish(language) ? STEM_WORDS.least : LEAST_WITHOUT_ARTICLES)) found.push(finding('too-short'))
  if (words > STEM_WORDS.most) found.push(finding('too-long', { words, most: STEM_WORDS.most }))
  const listed = item.type === 'multiple' || isArrangement(item.type) || /^Which of these\b/.test(item.stem)
  const limit = listed ? LIST_OPTION_WORDS : OPTION_WORDS
  const long = item.options.find((option) => wordsOf(option).length > limit)
  if (long) found.push(finding('option-too-long', { most: limit }))
  if (/^(?:Which|What|Who)\b.*\b(?:not|except|never)\b/i.test(item.stem) && item.options.length > 0)
    found.push(finding('negative'))
  return found
}
