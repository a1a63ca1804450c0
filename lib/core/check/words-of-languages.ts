import { contentWords, sharesRoot, wordsOf } from '../language/english/content-words'
import { memoize } from '../shared/memoize'

/** What the checks know of a language; for other languages only checks without such words are made. */
export type LanguageWords = {
  /** Words that carry no meaning of their own. */
  readonly stop: ReadonlySet<string>
  readonly negation: ReadonlySet<string>
  /** Words that deny without one of these. */
  readonly implied: RegExp
  /** Words that make a statement unsure. */
  readonly hedge: ReadonlySet<string>
  /** Other words without which a statement says more. */
  readonly limit: ReadonlySet<string>
  /** Questions that only a person, a time, a place or a number answers. */
  readonly who: RegExp
  readonly when: RegExp
  readonly where: RegExp
  readonly howMany: RegExp
  /** Words that point at what a stem does not name. */
  readonly pointer: RegExp
  /** What begins a made-up example, for all of its paragraph, or for its sentence alone. */
  readonly imagined: RegExp
  readonly example: RegExp
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const ENGLISH: LanguageWords = {
  stop: words(
    'a an the of to in on at by for from with and or as is are was were be been being has have had do does did it its this that these those which what who whom whose when where why how than then into their his her there according text many much year kind type name called',
  ),
  negation: words('not no never neither nor cannot without hardly'),
  implied:
    /\b(?:unable|un(?:til|less|like)|lack\p{L}*|absen\p{L}+|miss\p{L}*|fail\p{L}*|refus\p{L}+|reject\p{L}*|prevent\p{L}*|avoid\p{L}*|forb\p{L}+|prohibit\p{L}*|ban(?:ned|s)?|den(?:y|ied|ies)|impossible|rather than|instead|except|other than|(?<!a )few|little|too \p{L}+|longer|free of|stop(?:s|ped)?|lost|loses?|contrary|opposite|false|wrong|exclud\p{L}+|despite|although|though)\b/iu,
  hedge: words('may might could perhaps possibly probably likely allegedly reportedly supposedly'),
  limit: words(
    'rarely seldom only unless except would should unlikely often usually sometimes generally typically mostly mainly partly nearly almost about approximately around roughly if although though despite alleged claimed',
  ),
  who: /^(?:Who|Whom|Whose)\b/,
  when: /^(?:When\b|(?:In|On|By|Since|From) (?:what|which) (?:year|date|day|month|century|decade)\b|What year\b)/,
  where: /^Where\b/,
  howMany: /^(?:About |Approximately )?How (?:many|much)\b/,
  pointer: /(?!)/,
  imagined: /\b(?:suppose|imagine|let us say|hypothetical|fictional)\b/i,
  example: /\bfor (?:example|instance)\b(?=.*\d)/i,
}

const B = '(?<![\\p{L}])'
const E = '(?![\\p{L}])'

const RUSSIAN: LanguageWords = {
  stop: words(
    'и в во на не с со к ко по из от для за до о об что как это этот эта эти был была было были его её их или но у при же бы а какой какая какое какие каком какого какую кто когда где сколько чем чего чему кого кому году год называется является который которая которые',
  ),
  negation: words('не ни нет никогда без нельзя'),
  implied:
    /(?<!\p{L})(?:нельзя|невозможн|отсутств|отказ|запре|лиш|кроме|вместо|потер|утрат|перестал|против|избе[жг]|мало)/iu,
  hedge: words('возможно вероятно может могут якобы предположительно пожалуй наверное'),
  limit: new Set(),
  who: new RegExp(`^(?:Кто|Кого|Кому|Кем|О ком)${E}`, 'u'),
  when: new RegExp(`^(?:Когда|(?:В|К|С|До) как(?:ом|ому|ого) (?:году|года|веке|века|месяце))${E}`, 'u'),
  where: new RegExp(`^(?:Где|Куда|Откуда)${E}`, 'u'),
  howMany: new RegExp(`^Сколько${E}`, 'u'),
  pointer: new RegExp(
    `${B}(?:это[тй]?|эт[аиуо]|этого|этому|этим|этих|он|она|оно|они|его|её|ему|им|их|такой|такая|такие|данн(?:ый|ая|ое|ые)|там|тогда)${E}`,
    'iu',
  ),
  imagined: new RegExp(`${B}(?:предположим|представьте|представим|допустим|вообразите)${E}`, 'iu'),
  example: new RegExp(`${B}например${E}(?=.*\\d)`, 'iu'),
}

const KYRGYZ: LanguageWords = {
  stop: words(
    'жана менен үчүн бул ал ошол эмес да де дагы же эле бир болгон болуп болот боюнча кийин деген деп эмне ким кайсы канча качан кайда кандай кайсыл жылы жыл жылдын эмнени кимдин кимдер аталат деп',
  ),
  negation: words('эмес жок эч'),
  implied:
    /(?:бей|пай|бай|бой|пой|бөй|пөй|бас|бес|бос|бөс|пас|пес|ба[гд]|бе[гд]|сыз|сиз|суз|сүз)|(?<!\p{L})(?:жок|башка|тыюу|баш тарт)/iu,
  hedge: words('балким мүмкүн чыгар сыягы'),
  limit: new Set(),
  who: new RegExp(`${B}(?:ким|кимдер|кимди|кимге|кимдин)${E}`, 'iu'),
  when: new RegExp(`${B}(?:качан|кайсы жылы|кайсы кылымда)${E}`, 'iu'),
  where: new RegExp(`${B}(?:кайда|кайдан|каерде)${E}`, 'iu'),
  howMany: new RegExp(`${B}(?:канча|нече)${E}`, 'iu'),
  pointer: new RegExp(`${B}(?:бул|ушул|ошол|ал|анын|алар|алардын|аны|ага|аларды|мындай|ошондой|тиги)${E}`, 'iu'),
  imagined: new RegExp(`${B}(?:элестеткиле|элестетип|дейли)${E}`, 'iu'),
  example: new RegExp(`${B}мисалы${E}(?=.*\\d)`, 'iu'),
}

const LANGUAGES: Readonly<Record<string, LanguageWords>> = { eng: ENGLISH, und: ENGLISH, rus: RUSSIAN, kir: KYRGYZ }

/** The words of a language by its ISO 639-3 code; null for one that the checks do not know. */
export const languageWords = (language: string | undefined): LanguageWords | null =>
  LANGUAGES[language ?? 'eng'] ?? null

const STOP = new Set([ENGLISH, RUSSIAN, KYRGYZ].flatMap(({ stop }) => [...stop]))

/** Words that carry meaning, in any of the languages that the checks know. */
export const meaningfulWords = (text: string): string[] => contentWords(text).filter((word) => !STOP.has(word))

/** Forms of one word: the same word, or words that begin alike. */
export const isSameRoot = (word: string, twin: string): boolean => word === twin || sharesRoot(word, twin)

/** How many of these words stand in others, in any form; 0 to 1. No words: 1. */
export function shareIn(some: readonly string[], all: readonly string[]): number {
  if (some.length === 0) return 1
  return some.filter((word) => all.some((twin) => isSameRoot(word, twin))).length / some.length
}

/** Small words that tell a language from its neighbours; none of them is a word of another one here. */
const TELLING: Readonly<Record<string, ReadonlySet<string>>> = {
  eng: words(
    'the of and to what which is are were who when where how did does by that with from for it this has have had',
  ),
  deu: words(
    'der die und ist nicht von zu mit dem ein eine wird wurde wer welche welcher welches wie im auf für sich auch bei nach',
  ),
  fra: words('le la les des et est une qui dans du pour au sur avec par sont quel quelle quels comment'),
  spa: words('el los las y una por se cuál qué para al como del está lo sobre muy'),
  ita: words('il gli della di che è per sono nel quale quali come perché alla dei'),
  por: words('os uma não do da em para com ao são qual quais foi pelo pela mais'),
  tur: words('bir ve bu ile için hangi nedir kim olarak olan mi nasıl'),
}

/** Whether a text is in another language than that of its document, as far as letters and small words tell. */
export function isInOtherLanguage(text: string, language: string, documentText: string): boolean {
  if (isInOtherScript(text, documentText)) return true
  const said = wordsOf(text)
  if (said.length < FEW_WORDS) return false
  const count = (list: ReadonlySet<string>) => said.filter((word) => list.has(word)).length
  const isKyrgyz = /[өүң]/i.test(text)
  if (language === 'rus') return isKyrgyz && count(KYRGYZ.stop) > count(RUSSIAN.stop)
  if (language === 'kir') return !isKyrgyz && count(RUSSIAN.stop) > count(KYRGYZ.stop)
  if (mainScript(text) !== 'Latin' || language === 'und') return false
  const known = knownWords(documentText)
  const isOfText = said.filter((word) => known.has(word)).length >= said.length * MOST_WORDS
  return (language === 'eng' && count(ENGLISH.stop) === 0 && !isOfText) || hasWordsOfOther(said, language)
}
/** The items of a deck are compared with the same text one after the other. */
const knownWords = memoize((text): ReadonlySet<string> => new Set(wordsOf(text)), 2)
const FEW_WORDS = 5
// Of a sentence that is made of the document's own words.
const MOST_WORDS = 0.6

/** More small words of one other language than of its own. */
function hasWordsOfOther(said: readonly string[], language: string): boolean {
  const count = (list: ReadonlySet<string>) => said.filter((word) => list.has(word)).length
  const { [language]: own, ...others } = TELLING
  if (!own) return count(others.eng ?? ENGLISH.stop) >= said.length / 3
  const most = Math.max(...Object.values(others).map(count))
  return most >= 2 && most > count(own)
}

/** Apart from the words that the document has as well: names in other letters, terms. */
function isInOtherScript(text: string, documentText: string): boolean {
  const script = mainScript(documentText.slice(0, 4_000))
  if (script === null || mainScript(text) === null) return false
  const free = (text.match(/\p{L}+/gu) ?? []).filter(
    (word) => mainScript(word) === script || !documentText.includes(word),
  )
  return free.length > 0 && mainScript(free.join(' ')) !== script
}

/** The script that most letters of a text are in; null without letters. */
function mainScript(text: string): string | null {
  const counts = SCRIPTS.map(({ name, letters }) => ({ name, times: text.match(letters)?.length ?? 0 }))
  const [most] = counts.sort((a, b) => b.times - a.times)
  return most && most.times > 0 ? most.name : /\p{L}/u.test(text) ? 'other' : null
}
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hangul',
  'Georgian',
  'Armenian',
  'Devanagari',
].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'gu') }))

/** A text at the ends of its sentences and lines, roughly: enough to look words up, in any language. */
export const splitSentences = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/)
