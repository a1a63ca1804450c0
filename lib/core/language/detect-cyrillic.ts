type Alphabet = {
  /** Letters that it has beside the Russian ones. */
  readonly own: string
  /** What every text in it shows. */
  readonly shows: readonly RegExp[]
}

/** Languages that their letters tell from all others written in Cyrillic. */
const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  kaz: { own: 'әғқңөұүһі', shows: [/[ғқұ]/, /[іұ]/] },
  uzb: { own: 'ўқғҳ', shows: [/ў/, /[қғҳ]/] },
  tgk: { own: 'ғӣқӯҳҷ', shows: [/[ӣӯҷ]/, /[қғҳ]/] },
  ukr: { own: 'ґєії', shows: [/[єї]/] },
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
  const byWords = beyond < QUOTED ? nameByWords(words, small) : null
  if (byWords || beyond < FEW) return byWords
  if (beyond - share(KYRGYZ) < FEW) return isKyrgyz(words) ? 'kir' : null
  const fitting = Object.entries(ALPHABETS).filter(
    ([, { own, shows }]) => beyond - share(own) < FEW && shows.every((shown) => shown.test(small)),
  )
  return fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null
}
const RUSSIAN = /[а-яё]/

// Mongolian, Tuvan and Yakut have ө and ү as well, Tuvan ң too. Small words, the endings of the genitive, and "э" after a
// consonant, which Kyrgyz does not have, tell them apart.
const KYRGYZ_WORD =
  /^(?:жана|менен|үчүн|болгон|болуп|бул|эмес|кийин|деген|боюнча|жылы|.+(?:[ндт]ын|[ндт]ин|[ндт]ун|[ндт]үн))$/
const OTHER_WORD =
  /^(?:нь|юм|бол|болон|байна|байдаг|бөгөөд|дахь|энэ|улс|болгаш|биле|бооп|турар|кижи|чок|.*[бвгджзклмнпрстхчш]э.*|.+(?:ийн|ийг|ээр|оор|[нтд]ың|[нтд]иң|[нтд]уң|[нтд]үң))$/
const KYRGYZ_WORDS = 0.04

function isKyrgyz(words: readonly string[]): boolean {
  const kyrgyz = words.filter((word) => KYRGYZ_WORD.test(word)).length
  const others = words.filter((word) => OTHER_WORD.test(word)).length
  return kyrgyz > others && kyrgyz >= KYRGYZ_WORDS * words.length
}

const RUSSIAN_WORD = /^(?:и|в|во|на|не|с|со|к|по|из|от|для|за|до|о|об|что|как|это|был|была|было|были|его|её|их|или|но)$/
const BULGARIAN_WORD = /^(?:и|в|на|не|с|по|от|за|до|е|са|се|да|ще|най|при|или|но|си)$/
const SMALL_WORDS = 0.06

/** Russian and Bulgarian have no letter that the others lack; their small words tell them. */
function nameByWords(words: readonly string[], small: string): string | null {
  const share = (listed: RegExp) => words.filter((word) => listed.test(word)).length / words.length
  if (/[ыэё]/.test(small)) return share(RUSSIAN_WORD) >= SMALL_WORDS ? 'rus' : null
  return /ъ/.test(small) && share(BULGARIAN_WORD) >= SMALL_WORDS ? 'bul' : null
}
