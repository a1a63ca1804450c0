import { contentWords, isFormOf, wordsOf } from '../language/english/content-words'
import { numberValue } from '../language/english/numbers'
import { isArrangement, isStatement } from '../question-types/registry'

import { type CheckFunction, type Finding, finding } from './check-result'

const LIGHT = new Set(
  'part role way ways thing things kind kinds type types form forms number numbers example examples case cases event events method methods area areas aspect aspects amount amounts lot process result results people time times place places fact facts other others one ones some many most several various different same first second last new such year years day days'.split(
    ' ',
  ),
)

const LIGHT_HEAD =
  /^(?:molecules?|atoms?|organisms?|continents?|habitats?|explanations?|events?|methods?|parts?|roles?|ways?|things?|examples?|areas?|numbers?|amounts?|kinds?|types?|forms?|aspects?|cases?|people|lot|variety|extent|degree|majority|most|fact|result|results|advice|ideas?|one|ones|place|start|end|beginning|portion|proportion|group|groups|series|set|research|study|studies|researchers?|scientists?|evidence|surveys?|findings|experts?|scholars|historians|reasons?|factors?|changes?|body|world|life|time|times|period|work|works|family|friends?)$/

/** The noun that a short key turns on: the last word before a preposition. */
const headOf = (key: string): string =>
  wordsOf(key.split(/\s(?:of|in|for|to|that|which|who|with|on|from|by)\s/)[0] ?? '').at(-1) ?? ''

/** R10: the key is specific, not the topic, and cannot be guessed from the question alone. */
export const checkTriviality: CheckFunction = (item, context) => {
  if (isStatement(item.type) || isArrangement(item.type)) return []
  const title = new Set(contentWords(context.title))
  return item.key.flatMap((key) => [
    ...faultOf(key, title),
    ...followsFrom(item.stem, key),
    ...(isCounted(item.stem, key) || isDatedWar(item.stem, key) ? [finding('key-says-nothing', { key })] : []),
  ])
}

/** "During _____, the army invaded on 10 May 1940": the date reveals the war. */
const isDatedWar = (stem: string, key: string): boolean =>
  /^(?:the )?(?:World War|Great War|(?:First|Second) World War)\b/.test(key) &&
  /\b19\d\d|\b(?:Allie[sd]|Axis|Nazi)\b/.test(stem)

/** "_____ major currents are A, B, C and D", "_____ jets of colours, A, B, and C, much as …": the list reveals the count. */
function isCounted(stem: string, key: string): boolean {
  const count = numberValue(key) ?? 0
  const [, listed = ''] = /_.*?(?: are |: | were |, namely )(.+?)[.?]?$/.exec(stem) ?? []
  const after = stem.slice(stem.indexOf('_')).replace(/^_+ \S+,/, '')
  const [inside = ''] = /\S+(?:, \S+)+,? and \S+/.exec(after) ?? []
  return count > 1 && [listed, inside].some((list) => list.split(/, (?:and )?| and /).length === count)
}

/** "50% in jewelry, _____% in investments, and 10% in industry": what is left of the hundred. */
function followsFrom(stem: string, key: string): Finding[] {
  // "five years after the first voyage of Columbus"
  if (/^\d{3,4}$/.test(key) && /\b\p{L}+ years (?:after|before|later|earlier)\b/u.test(stem))
    return [finding('key-says-nothing', { key })]
  const shares = (stem.match(/\d+(?:\.\d+)?(?= ?(?:%|percent))/g) ?? []).map(Number)
  if (shares.length === 0 || !/_ ?(?:%|percent)/.test(stem)) return []
  const sum = shares.reduce((all, share) => all + share, Number(key))
  return sum === 100 ? [finding('key-says-nothing', { key })] : []
}

function faultOf(key: string, title: ReadonlySet<string>): Finding[] {
  // "Michael Faraday FRS" is Faraday.
  const content = contentWords(key.replace(/(?<=\p{Ll}) \p{Lu}{2,5}$/u, ''))
  // "AND-AND", "OR": a word in capitals is a term, whatever it is in small letters.
  if (content.length === 0) return /\p{Lu}{2}/u.test(key) ? [] : [finding('key-says-nothing', { key })]
  if (isLight(key)) return [finding('key-too-general', { key })]
  if (UNTOLD.test(key)) return [finding('key-not-specific', { key })]
  if (/\d/.test(key)) return []
  const titled = content.filter((word) => isTitled(word, title)).length
  const isTopic = titled === content.length || (titled > 0 && content.length <= SHORT_KEY && isCommonKey(key))
  return isTopic ? [finding('key-is-topic', { key })] : []
}

const SHORT_KEY = 2
const LONG_WORD = 8

/** No name, and no long word of its own beside the title's: "fracture hematoma" is specific, "fungal cells" is not. */
const isCommonKey = (key: string): boolean =>
  !/\p{Lu}/u.test(key.slice(1)) && ((wordsOf(key).at(-1)?.length ?? 0) < LONG_WORD || GENERAL.test(key))
const GENERAL =
  /(?:particles?|molecules?|materials?|substances?|organisms?|process(?:es)?|structures?|compounds?|solutions?|conditions?|properties|activit(?:y|ies)|production|development|population)$/

/** A word of the title, or the people of a country in it: "Kyrgyz" of Kyrgyzstan. */
const isTitled = (word: string, title: ReadonlySet<string>): boolean =>
  word.length === 1 ||
  [...title].some((titleWord) => isFormOf(word, titleWord)) ||
  STATE.has(word) ||
  title.has(word) ||
  (word.length >= SHORTEST_PEOPLE &&
    [...title].some((titleWord) => titleWord.startsWith(word) && titleWord.endsWith('an')))
// "the nation", "the Kyrgyz Republic": the country of the title once more.
const STATE = new Set(['country', 'nation', 'republic'])
const SHORTEST_PEOPLE = 5

const isLight = (key: string): boolean =>
  (LIGHT_HEAD.test(headOf(key)) && contentWords(key).length <= SHORT_KEY) ||
  wordsOf(key).every((word) => LIGHT.has(word) || word === 'the' || word === 'a')

const UNTOLD =
  /^(?:recent|later|earlier|early|modern|past|ancient) (?:years|decades|centuries|times|days|history)$|^(?:two|three|four|five) (?:\p{Ll}+ )?\p{Ll}+s$|^(?:the )?(?:first|second|third|fourth|fifth|last|final|next) \p{Ll}+$|^(?:certain|some|various|several|many|such|these|this|other|another|both|its|their|his|her|the (?:two|three|four|five)|the (?:name|term|word|phrase) \p{L}+$)\b|\bcalled\b|(?<![\p{L}.])[IVX]+\. \p{Lu}|\band \p{L}+ \d/iu
