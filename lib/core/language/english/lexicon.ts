import lexiconData from './lexicon.json'
import sortedNouns from './nouns.json'

/** What kind of thing a noun names, by its first sense in WordNet. */
type NounKind =
  | 'abstract'
  | 'act'
  | 'animal'
  | 'artifact'
  | 'body'
  | 'event'
  | 'food'
  | 'group'
  | 'object'
  | 'person'
  | 'place'
  | 'plant'
  | 'quantity'
  | 'substance'
  | 'time'
/** What kind of thing a proper name names. */
type NameKind = 'country' | 'group' | 'person' | 'place' | 'city' | 'river' | 'region' | 'state' | 'several'

type Lexicon = {
  readonly nouns: ReadonlyMap<string, NounKind>
  readonly names: ReadonlyMap<string, NameKind>
  readonly verbs: ReadonlySet<string>
  /** The commonest words with their rank, the commonest 0. */
  readonly ranks: ReadonlyMap<string, number>
}

let loaded: Lexicon | null = null

function lexicon(): Lexicon {
  loaded ??= load()
  return loaded
}

function load(): Lexicon {
  const nouns = new Map<string, NounKind>()
  for (const [kind, words] of Object.entries(lexiconData.nouns))
    for (const word of words.split(' ')) nouns.set(word, kind as NounKind)
  const names = loadNames()
  for (const list of Object.values(lexiconData.countries))
    for (const country of list.split('|')) names.set(country, 'country')
  return { nouns, names, verbs: new Set(lexiconData.verbs.split(' ')), ranks: ranksOf(lexiconData.common) }
}

function loadNames(): Map<string, NameKind> {
  const names = new Map<string, NameKind>()
  for (const [kind, list] of Object.entries(lexiconData.names))
    for (const name of list.split('|')) names.set(name, isTwofold(name, kind, names) ? 'several' : (kind as NameKind))
  return names
}

/** "Harvard": a person and a university. A single word is then ambiguous. */
const isTwofold = (name: string, kind: string, names: ReadonlyMap<string, string>): boolean =>
  names.get(name) === 'several' ||
  (!name.includes(' ') && names.has(name) && (names.get(name) === 'person') !== (kind === 'person'))

function ranksOf(common: string): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const [rank, word] of common.split(' ').entries()) if (!ranks.has(word)) ranks.set(word, rank)
  return ranks
}

/** How common a word in lower case is, by its commoner form: 0 for the commonest; infinite beyond the 7,000 commonest. */
export function rankOf(word: string): number {
  const { ranks } = lexicon()
  return Math.min(ranks.get(word) ?? Number.POSITIVE_INFINITY, ranks.get(singularOf(word)) ?? Number.POSITIVE_INFINITY)
}

/** The kind of a noun in lower case, singular or plural; null when unknown. */
export function nounKind(word: string): NounKind | null {
  const { nouns } = lexicon()
  return nouns.get(word) ?? nouns.get(singularOf(word)) ?? null
}

/** "largest", "most"; not "interest". */
export const isSuperlative = (word: string): boolean =>
  word === 'most' || (/^[a-z]{3,}est$/.test(word) && nounKind(word) === null)

/** The kind of a name as written; null when unknown. */
export const nameKind = (name: string): NameKind | null => lexicon().names.get(name) ?? null

export const isVerbBase = (word: string): boolean => lexicon().verbs.has(word)

// A map: "constructor" is a word, and a property of every object.
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    men: 'man',
    women: 'woman',
    children: 'child',
    people: 'person',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    geese: 'goose',
    lives: 'life',
    wives: 'wife',
    leaves: 'leaf',
    halves: 'half',
    selves: 'self',
    wolves: 'wolf',
    knives: 'knife',
    bacteria: 'bacterium',
    mitochondria: 'mitochondrion',
    phenomena: 'phenomenon',
    criteria: 'criterion',
    data: 'datum',
    strata: 'stratum',
    media: 'medium',
    nuclei: 'nucleus',
    fungi: 'fungus',
    stimuli: 'stimulus',
    alveoli: 'alveolus',
    analyses: 'analysis',
    crises: 'crisis',
    theses: 'thesis',
    hypotheses: 'hypothesis',
    bases: 'basis',
    axes: 'axis',
    indices: 'index',
    vertices: 'vertex',
    larvae: 'larva',
    species: 'species',
    series: 'series',
    means: 'means',
  }),
)

/** A noun's singular by spelling; the word itself when it is not a plural. Lower case. */
export function singularOf(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -3)}man`
  if (
    !word.endsWith('s') ||
    word.length < 4 ||
    /(?:ss|us|is)$/.test(word) ||
    (word.endsWith('ics') && lexicon().nouns.has(word))
  )
    return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss|z|o)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** True for a noun written in the plural. */
export const isPlural = (word: string): boolean => {
  const lower = word.toLowerCase()
  return singularOf(lower) !== lower || (IRREGULAR.has(lower) && !['species', 'series', 'means'].includes(lower))
}

// Common nouns that say little without "of what", sorted by hand.
const OPEN = new Set(sortedNouns.open.split(' '))

/** "the temperature", "symptoms": whose, or of what? */
export const isOpenNoun = (word: string): boolean => OPEN.has(singularOf(word.toLowerCase()))
