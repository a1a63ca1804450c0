type Alphabet = {
  /** Letters that it has beside the Russian ones. */
  readonly own: string
  /** What every text in it shows. */
  readonly shows: readonly RegExp[]
}

/** Languages that their letters tell from all others written in Cyrillic. */
const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  // Khakas has і and ғ as well, but none of the second row.
  kaz: { own: 'әғқңөұүһі', shows: [/[іұ]/, /[құәүө]/] },
  uzb: { own: 'ўқғҳ', shows: [/ў/, /[қғҳ]/] },
  tgk: { own: 'ғӣқӯҳҷ', shows: [/[ӣӯ]|ҷ.*[қҳ]|[қҳ].*ҷ/s] },
  // Short texts may lack є and ї; they have и and none of the letters that Ukrainian lacks.
  ukr: {
    own: 'ґєії',
    shows: [/[єї]|^[^ыэёъ]*и[^ыэёъ]*$/s, /[єї]|(?<!\p{L})(?:і|в|у|на|з|до|що|від|для|як|це|про|за)(?!\p{L})/u],
  },
  bel: { own: 'іў', shows: [/і/, /ў/] },
  srp: { own: 'ђјљњћџ', shows: [/[ђћ]/] },
}
const KYRGYZ = 'өүң'

// A name or a quotation brings a few letters of another alphabet.
const FEW = 0.02
const QUOTED = 0.05

/**
 * ISO 639-3 of a text in Cyrillic letters, null when it is unsure. Letters decide: the trigram statistics at hand have neither
 * Kyrgyz nor Mongolian, Tatar, Bashkir, Tuvan or Yakut, and call all of them Kazakh, Uzbek or Azerbaijani.
 */
export function detectCyrillic(text: string): string | null {
  const small = text.toLowerCase()
  const letters = small.match(/\p{Script=Cyrillic}/gu) ?? []
  const share = (alphabet: string) => letters.filter((letter) => alphabet.includes(letter)).length / letters.length
  const beyond = letters.filter((letter) => !RUSSIAN.test(letter)).length / letters.length
  const words = small.match(/\p{L}+/gu) ?? []
  if (beyond - share(KYRGYZ) < FEW) return nameByWords(words, small, { hasKyrgyzLetters: beyond >= FEW })
  const fitting = Object.entries(ALPHABETS).filter(
    ([, { own, shows }]) => beyond - share(own) < FEW && shows.every((shown) => shown.test(small)),
  )
  if (fitting.length > 0) return fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null
  return beyond < QUOTED && russianShare(words, small) >= CLEARLY * SMALL_WORDS ? 'rus' : null
}
const RUSSIAN = /[а-яё]/

/** One language is named beside another only when so many times as many words speak for it. */
const CLEARLY = 2.5

/** Texts with Russian letters, and with ө, ү and ң: their frequent words and endings tell them. */
function nameByWords(
  words: readonly string[],
  small: string,
  { hasKyrgyzLetters }: { readonly hasKyrgyzLetters: boolean },
): string | null {
  const russian = russianShare(words, small)
  const kyrgyz = kyrgyzShare(words, hasKyrgyzLetters)
  if (russian > 0 && russian >= CLEARLY * kyrgyz) return 'rus'
  if (kyrgyz > 0) return kyrgyz >= CLEARLY * russian ? 'kir' : null
  const isBulgarian = !hasKyrgyzLetters && !/[ыэё]/.test(small) && /ъ/.test(small)
  return isBulgarian && shareOf(words, BULGARIAN_WORD) >= SMALL_WORDS ? 'bul' : null
}

const shareOf = (words: readonly string[], listed: RegExp): number =>
  words.filter((word) => listed.test(word)).length / words.length

// Mongolian, Tuvan and Yakut have ө and ү as well, Tuvan ң too. Kazakh and Altai can do without their own letters for a sentence.
// Small words, the genitive, and the endings with й or ө before a consonant are Kyrgyz alone.
const KYRGYZ_WORD =
  /^(?:жана|менен|үчүн|болгон|болот|болуп|эмес|кийин|деген|боюнча|жылы|бул|анын|алардын|менин|сенин|биздин|бирок|ошол|ошондуктан|ушул|мындай|аркылуу|жөнүндө|эмне|качан|.{2,}(?:йт|өт|[лнш][аео]т|[лт]өр|[ндт]өн)|(?!один$|господин$).+(?:[ндт]ын|[ндт]ин|[ндт]ун|[ндт]үн))$/
// A short "э" after a consonant is never Kyrgyz, nor is a genitive with ң.
const OTHER_WORD =
  /^(?:нь|юм|бол|болон|байна|байдаг|бөгөөд|дахь|өнөөдөр|өдөр|энэ|улс|болгаш|биле|бооп|турар|кижи|чок|ол|болып|емес|кейин|.*[бвгджзклмнпрстхчш]э(?!э).*|.+(?:ийн|ийг|ээр|оор|ады|еді|йды|[нтд]ың|[нтд]иң|[нтд]уң|[нтд]үң))$/
const KYRGYZ_WORDS = 0.04
// Without ө, ү and ң one word can be chance.
const KYRGYZ_WORDS_ALONE = 0.15

/** Share of the words that only Kyrgyz has; 0 when they are too few, or no more than those of its neighbours. */
function kyrgyzShare(words: readonly string[], hasKyrgyzLetters: boolean): number {
  const [kyrgyz, others] = [KYRGYZ_WORD, OTHER_WORD].map((listed) => words.filter((word) => listed.test(word)).length)
  if (kyrgyz === undefined || others === undefined || kyrgyz <= others) return 0
  const share = kyrgyz / words.length
  if (hasKyrgyzLetters) return share >= KYRGYZ_WORDS ? share : 0
  return kyrgyz > 1 && share >= KYRGYZ_WORDS_ALONE ? share : 0
}

const RUSSIAN_WORD =
  /^(?:и|в|во|на|не|с|со|к|по|из|от|для|за|до|о|об|что|как|это|был|была|было|были|его|её|их|или|но|при|между|через|после|под|без|также|чтобы|если|когда|который|которая|которое|которые)$/
const RUSSIAN_ENDING =
  /.{2,}(?:ого|его|ему|ому|ая|яя|ую|ые|ие|ый|ых|их|ются|ется|ится|ятся|ать|ить|еть|ения|ение|ений|ости|остью|ами|ями|иями|ов|ует|ает|яет)$/
const SMALL_WORDS = 0.06
const ENDINGS = 0.25
// Bulgarian, Serbian and Macedonian have none of these.
const RUSSIAN_SPELLING = /[ыэё]|ь(?!о)|тся(?!\p{L})/u

/** Share of the small words of Russian, and of its endings where a sentence is too short to have small words; 0 if unsure. */
function russianShare(words: readonly string[], small: string): number {
  if (!RUSSIAN_SPELLING.test(small)) return 0
  const byWords = shareOf(words, RUSSIAN_WORD)
  const byEndings = shareOf(words, RUSSIAN_ENDING)
  return byWords >= SMALL_WORDS || byEndings >= ENDINGS ? Math.max(byWords, byEndings) : 0
}

const BULGARIAN_WORD = /^(?:и|в|на|не|с|по|от|за|до|е|са|се|да|ще|най|при|или|но|си)$/
