import type { WrittenItem } from '../item/item'
import { wordsOf } from '../language/english/content-words'
import { numberValue } from '../language/english/numbers'
import { isArrangement, isStatement } from '../question-types/registry'
import { type CheckFunction, finding } from './check-result'
import {
  isInOtherLanguage,
  isSameRoot,
  languageWords,
  meaningfulWords,
  shareIn,
  splitSentences,
} from './words-of-languages'

/** A stem is in the language of its document. */
export const checkLanguage: CheckFunction = (item, context) => {
  return isInOtherLanguage(item.stem, context.language ?? 'eng', context.text) ? [finding('other-language')] : []
}

// A question may name what a reader of the passage knows. UTF-16 code units.
const NEAR = 2_500
const NEAR_FIGURES = 400

/** Every name and figure of a stem stands near its proof, in a heading or in the title. A false statement has one that does not. */
export const checkNames: CheckFunction = (item, context) => {
  if (item.evidence.length === 0 || (item.key[0] === 'False' && isStatement(item.type))) return []
  // In German every noun begins with a capital.
  const names = context.language === 'deu' ? [] : namesIn(item.stem)
  const around = [context.title, ...context.headings, textAround(item, context.text, NEAR)].join(' ')
  const near = [context.title, ...context.headings, textAround(item, context.text, NEAR_FIGURES)].join(' ')
  const words = wordsOf(around)
  const unknown =
    figuresIn(item.stem).find((figure) => !hasFigure(near, figure) && !isItsYear(figure, context.text)) ??
    names.find((name) => !wordsOf(name).every((word) => words.some((twin) => isSameName(word, twin))))
  return unknown === undefined ? [] : [finding('name-not-in-text', { name: unknown })]
}

function textAround({ evidence }: WrittenItem, text: string, characters: number): string {
  return evidence.map(({ start, end }) => text.slice(Math.max(0, start - characters), end + characters)).join(' ')
}

/** Words with a capital that do not begin a sentence. */
export const namesIn = (stem: string): string[] =>
  stem
    .match(/(?<=[\p{L}\p{N},;–—-] ?["“«(‘]?)(?<![.?!:] ?["“«(‘]?)(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu)
    ?.flatMap((word) => word.split('-').filter((part) => /^\p{Lu}/u.test(part))) ?? []

/** "Kyrgyz" and "Kyrgyzstan", "Александра" and "Александр": the same name with another ending. */
export function isSameName(word: string, twin: string): boolean {
  if (word === twin || isSameRoot(word, twin)) return true
  const least = Math.min(word.length, twin.length)
  return least >= 3 && word.slice(0, Math.max(3, least - 1)) === twin.slice(0, Math.max(3, least - 1))
}

/** Figures of a text without the marks between their digits. */
export const figuresIn = (text: string): string[] =>
  (text.match(/\d+(?:[.,  ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/gu) ?? []).map((figure) =>
    figure.replace(/(?<=\d)[,  ](?=\d{3})/gu, ''),
  )

function hasFigure(text: string, figure: string): boolean {
  return figuresIn(text).includes(figure) || wordsOf(text).some((word) => numberValue(word) === Number(figure))
}

const OFTEN = 3

/** The year that a document is about may be named with any of its facts. */
const isItsYear = (figure: string, text: string): boolean =>
  /^\d{4}$/.test(figure) && figuresIn(text).filter((said) => said === figure).length >= OFTEN

/** A stem is about its proof, and no other sentence of the document fits it far better. */
export const checkProof: CheckFunction = (item, context) => {
  if (isStatement(item.type) || isArrangement(item.type) || item.evidence.length === 0) return []
  const asked = meaningfulWords(item.stem)
  if (asked.length < 2) return []
  const place = [context.title, ...context.headings].join(' ')
  const quotes = item.evidence.map(({ quote }) => quote).join(' ')
  const share = shareIn(asked, meaningfulWords(`${quotes} ${place}`))
  const own = shareIn(asked, meaningfulWords(quotes))
  if (share === 0) return [finding('proof-of-other')]
  if (own >= LITTLE) return []
  const key = meaningfulWords(item.key.join(' '))
  const better = sentencesNear(item, context.text).some((sentence) => {
    const said = meaningfulWords(sentence)
    return shareIn(key, said) === 1 && shareIn(asked, said) >= own + CLEARLY
  })
  return better ? [finding('proof-of-other')] : []
}
const LITTLE = 0.34
const CLEARLY = 0.34

const sentencesNear = (item: WrittenItem, text: string): string[] => splitSentences(textAround(item, text, NEAR))

/** No figures of an example that somebody made up. */
export const checkImagined: CheckFunction = (item, context) => {
  const known = languageWords(context.language)
  if (!known) return []
  const [first] = item.evidence
  const paragraph = first ? context.text.slice(context.text.lastIndexOf('\n', first.start) + 1, first.end) : ''
  const isImagined =
    [item.stem, paragraph].some((said) => known.imagined.test(said)) ||
    [item.stem, first?.quote ?? ''].some((said) => known.example.test(said))
  return isImagined && figuresIn(withoutNumberedNames(`${item.stem} ${item.key.join(' ')}`)).length > 0
    ? [finding('made-up-example')]
    : []
}

/** "COVID-19", "Apollo 11". */
const withoutNumberedNames = (text: string): string => text.replace(/\p{Lu}[\p{L}]*[- ]\d+(?!\d)/gu, '')

/** "Who" is not asked of a number, nor "when" of a thing. */
export const checkQuestionWord: CheckFunction = (item, context) => {
  const known = languageWords(context.language)
  const [key] = item.key
  if (!known || key === undefined || isStatement(item.type) || isArrangement(item.type)) return []
  const wrong = ANSWERED_OTHERWISE.find(({ asks, isAnswer }) => known[asks].test(item.stem.trim()) && !isAnswer(key))
  const [word = ''] = wrong ? (known[wrong.asks].exec(item.stem.trim()) ?? []) : []
  return wrong ? [finding('wrong-question-word', { word, key })] : []
}

type Asks = 'who' | 'where' | 'when' | 'howMany'

/** A figure that its sentence does not have stands where the sentence has another one. */
export const checkFigures: CheckFunction = (item, context) => {
  if (item.evidence.length === 0 || (item.key[0] === 'False' && isStatement(item.type))) return []
  const quote = item.evidence.map((evidence) => evidence.quote).join(' ')
  const place = [quote, context.title, ...context.headings].join(' ')
  const asked = `${item.stem} ${item.key.join(' ')}`
  const moved = figuresIn(item.stem).find((figure) => !hasFigure(place, figure))
  if (moved === undefined) return []
  const left = figuresIn(quote).find((figure) => figure.length === moved.length && !hasFigure(asked, figure))
  return left === undefined ? [] : [finding('figure-changed', { figure: moved, said: left })]
}

const ASKED_COUNT =
  /\b(?:which|what|whose|name|list|give)(?: (?:main|other|key|major|chief|different|further))? (two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b/iu

/** "Which three …?" has three answers. */
export const checkCount: CheckFunction = ({ stem, key, type }) => {
  if (isStatement(type) || isArrangement(type)) return []
  const [, said = ''] = ASKED_COUNT.exec(stem) ?? []
  const asked = /\d/.test(said) ? Number(said) : numberValue(said.toLowerCase())
  const members = key.length > 1 ? key : (key[0] ?? '').split(/;\s*|,\s*(?:and\s)?|\s(?:and|or|to)\s/u)
  if (asked === null || said === '' || members.length < 2 || asked === members.length) return []
  return [finding('count-differs', { asked, given: members.length })]
}

const hasNumber = (key: string): boolean =>
  figuresIn(key).length > 0 || wordsOf(key).some((word) => numberValue(word) !== null)
const isOnlyNumber = (key: string): boolean => /^[\p{P}\p{S}\s\d]+$/u.test(key)
/** "four", and nothing that it counts. */
const isCount = (key: string): boolean => !/\d/.test(key) && wordsOf(key).every((word) => numberValue(word) !== null)
const isName = (key: string): boolean => /^\p{Lu}/u.test(key)

/** What cannot answer a question word; what is unsure may. */
const ANSWERED_OTHERWISE: readonly { readonly asks: Asks; readonly isAnswer: (key: string) => boolean }[] = [
  { asks: 'who', isAnswer: (key) => !isOnlyNumber(key) },
  { asks: 'where', isAnswer: (key) => !isOnlyNumber(key) },
  { asks: 'when', isAnswer: (key) => !isCount(key) && (hasNumber(key) || !isName(key) || isTime(key)) },
  { asks: 'howMany', isAnswer: (key) => hasNumber(key) || !isName(key) || isAmount(key) },
]

const TIME =
  /January|February|March|April|May|June|July|August|September|October|November|December|century|age|era|period|war|spring|summer|autumn|winter|day|night|morning|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|век|эпох|период|войн|весн|лет|осен|зим|кылым|доор|жаз|жай|күз|кыш/i
const isTime = (key: string): boolean =>
  TIME.test(key) || /^(?:After|Before|During|When|In|At|On|После|До|Во время|Когда)/u.test(key)
const isAmount = (key: string): boolean =>
  /^(?:Half|Most|Several|Few|Many|All|None|No|Dozens|Hundreds|Thousands|Millions|Полов|Больш|Неск|Мног|Все|Сотн|Тысяч)/u.test(
    key,
  )

/** A stem points at nothing that it does not name. English has its own check; see check-references.ts. */
export const checkPointers: CheckFunction = ({ stem, type }, context) => {
  if (isArrangement(type)) return []
  const found = languageWords(context.language)?.pointer.exec(stem.slice(0, FIRST_WORDS))
  return found ? [finding('unresolved-reference', { word: found[0] })] : []
}
// Later in a stem the same words mostly refer to what it has named.
const FIRST_WORDS = 24
