import { DASH, exact, normaliseTokens, type Token } from './normalise-tokens'

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'men man women woman children child people person feet foot teeth tooth geese goose mice mouse lives life ' +
    'leaves leaf halves half wolves wolf wives wife knives knife shelves shelf buses bus gases gas shoes shoe toes toe ' +
    // Learned plurals that school texts use.
    'criteria criterion phenomena phenomenon data datum media medium bacteria bacterium strata stratum spectra spectrum ' +
    'ova ovum nuclei nucleus fungi fungus stimuli stimulus radii radius loci locus alumni alumnus algae alga larvae larva ' +
    'vertebrae vertebra antennae antenna formulae formula analyses analysis theses thesis hypotheses hypothesis ' +
    'crises crisis syntheses synthesis oases oasis axes axis matrices matrix vertices vertex indices index'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at, words) => {
      if (at % 2 === 0) pairs.push([word, words[at + 1] ?? word])
      return pairs
    }, []),
)

const PIECE = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d{2}-\d{2})(?!\d)`,
    String.raw`(?<dash>(?<=\d)\s*[-–—−]\s*(?=\d))`,
    String.raw`(?<decade>\d+'?s\b)`,
    String.raw`(?<ordinal>\d+(?:st|nd|rd|th)\b)`,
    String.raw`(?<number>(?<![\p{L}\d])[-−]?(?:\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?)|\d+)`,
    String.raw`(?<word>[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*)`,
    // Cyrillic С as well.
    String.raw`(?<celsius>°\s*[CСcс](?![\p{L}\p{M}]))`,
    '(?<sign>[%&$€£₽+#/])',
  ].join('|'),
  'gu',
)

const SIGNS: ReadonlyMap<string, readonly Token[]> = new Map([
  ['%', [sign('%', 'percent')]],
  ['&', [word('and')]],
  ['$', [word('dollar')]],
  ['€', [word('euro')]],
  ['£', [word('pound')]],
  ['₽', [word('rouble')]],
  // These tell answers apart: C, C++ and C#, 1/2 and 12.
  ['+', [exact('+', '+')]],
  ['#', [exact('#', '#')]],
  ['/', [exact('/', '/')]],
])

/** Reads a typed answer into pieces that compare: case, articles, plural, diacritics and number words are folded away. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  const plain = text
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\bper cent\b/gi, 'percent')
  for (const match of plain.matchAll(PIECE)) tokens.push(...read(match.groups ?? {}, tokens.length))
  return normaliseTokens(tokens)
}

function read(groups: Partial<Record<string, string>>, before: number): readonly Token[] {
  const [kind, said] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ['sign', '']
  if (said === undefined) return []
  switch (kind) {
    case 'iso':
      return readIso(said)
    case 'dash':
      return [DASH]
    case 'decade':
      return [exact(`${Number.parseInt(said, 10)}s`, said)]
    case 'ordinal':
      return [exact(`o${Number.parseInt(said, 10)}`, said)]
    case 'number':
      return [exact(`n${canonicalNumber(said)}`, said)]
    case 'word':
      return readWord(said, before)
    case 'celsius':
      return [sign('°', 'degree'), sign('c', 'celsius')]
    default:
      return SIGNS.get(said) ?? []
  }
}

function readIso(said: string): readonly Token[] {
  const [year, month, day] = said.split('-')
  return [exact(`n${Number(day)}`, said), exact(`m${Number(month)}`, said), exact(`n${Number(year)}`, said)]
}

function readWord(raw: string, before: number): readonly Token[] {
  // A capital "A" inside an answer is a name (Type A blood), not an article.
  if (/^(the|an)$/i.test(raw) || raw === 'a' || (raw === 'A' && before === 0))
    return [{ kind: 'article', value: raw.toLowerCase(), said: raw.toLowerCase() }]
  return [word(foldLetters(raw))]
}

/** "1,500", "1 500" and "1500" are one number; "1,5" and "1.50" are another. */
function canonicalNumber(said: string): string {
  const signed = said.replace('−', '-')
  const grouped = /^-?\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?$/.test(signed)
    ? signed.replace(/[,  ]/g, '')
    : signed.replace(',', '.')
  const [whole = '', fraction = ''] = grouped.split('.')
  const digits = whole.replace(/^(-?)0+(?=\d)/, '$1')
  const decimals = fraction.replace(/0+$/, '')
  return decimals ? `${digits}.${decimals}` : digits
}

function word(said: string): Token {
  return { kind: 'word', value: foldPlural(foldSpelling(said)), said }
}

function sign(said: string, value: string): Token {
  return { kind: 'word', value, said }
}

/** Whether its plural was folded away. */
export const isPluralToken = ({ kind, value, said }: Token): boolean => kind === 'word' && foldSpelling(said) !== value

/** British and American spellings of one word are one word. */
function foldSpelling(letters: string): string {
  if (letters.length < 5) return letters
  return letters
    .replace(/is(e|es|ed|er|ers|ing|ation|ations|ational)$/, 'iz$1')
    .replace(/ys(e|es|ed|er|ers|ing)$/, 'yz$1')
    .replace(/([lbnvm])our(s|ed|ing|able|ably|ful|ite|ites|al)?$/, '$1or$2')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/tre(s?)$/, 'ter$1')
    .replace(/amme(s?)$/, 'am$1')
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Lower case without diacritics, apostrophes and the possessive. Of Cyrillic only ё and stress marks: й, ў and ї are letters. */
export function foldLetters(raw: string): string {
  const bare = raw
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<![иу])\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
  return bare.replace(/'s$/, '').replaceAll("'", '')
}

/**
 * One form for singular and plural, so that two spellings can be compared. Not a dictionary's singular: "classes" and
 * "class" only need to meet. Takes a word in lower case.
 */
function foldPlural(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(sses|shes|ches|xes|zzes|oes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** A text by which wordings are compared: its tokens, without case, marks and the spaces between. */
export const foldText = (text: string): string =>
  tokenise(text)
    .map(({ value }) => value)
    .join(' ')

/** Whether a text says these words one after the other. Spaces around, so that "man" is not found in "German". */
export const saysWords = (text: string, words: string): boolean =>
  ` ${foldText(text)} `.includes(` ${foldText(words)} `)
