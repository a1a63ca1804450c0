import { memoizeRecent } from '../../shared/memoize'
import { nameKind, nounKind } from './lexicon'
import type { Range } from './phrases'
import { lowerAt, type Token } from './tokens'

export type NameType = 'person' | 'country' | 'city' | 'river' | 'region' | 'state' | 'place' | 'organization' | 'name'
export type Name = Range & { readonly text: string; readonly type: NameType }

const LINK = /^(?:of|for|de|von|van|der|al|and|in|on)$/
const ORGANIZATION =
  /\b(?:Organi[sz]ation|Community|Union|University|College|Party|Committee|Commission|Court|Congress|Parliament|Senate|House|Council|Church|Company|Corporation|Army|Navy|Agency|Ministry|Department|Association|Society|League|Institute|Bank|Nations|Commonwealth|Assembly|Bureau|Federation|Academy|Railroad)\b/
const PLACE =
  /\b(?:River|Sea|Lake|Mount|Mountains?|Street|City|Ocean|Islands?|Valley|Canal|Road|Forest|Bay|Gulf|Peninsula|Desert|County|Province|Territory|Coast|Basin|Strait|Harbor|Park|Square|Palace|Castle|Bridge|Tower|Hall|Abbey|Airport|Station)\b/
const TITLED =
  /^(?:King|Queen|Sir|Lord|Lady|President|Emperor|Empress|Prince|Princess|Pope|Saint|General|Captain|Doctor|Dr|Mr|Mrs|Professor|Duke|Senator|Justice|Chief|Khan|Mahatma|Sultan|Tsar|Bishop|Archbishop|Chancellor|Governor|Mayor|Colonel|Admiral|Baron|Countess|Duchess|Earl)\b/

/** A title before a name is a part of the name: "President Nasser". */
export const isTitle = (word: string): boolean => TITLED.test(word)

/** Proper names of a sentence, longest first from the left: "Organization for Security and Cooperation in Europe" is one. */
export const namesIn: (tokens: readonly Token[]) => readonly Name[] = memoizeRecent(readNames)

function readNames(tokens: readonly Token[]): Name[] {
  const found: Name[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isNamePart(tokens, at)) continue
    const to = nameEnd(tokens, at)
    const text = tokens
      .slice(at, to)
      .reduce(
        (all, token, n) => all + (n > 0 && token.start > (tokens[at + n - 1]?.end ?? 0) ? ' ' : '') + token.text,
        '',
      )
    found.push({ from: at, to, text, type: typeHere(text, tokens[at - 1]) })
    at = to - 1
  }
  return found
}

const isNamePart = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (!token || !/^\p{Lu}/u.test(token.text)) return false
  if (token.tag === 'PROPN') return true
  return at > 0 && /^(?:NOUN|VERB|ADJ)$/.test(token.tag) && !/^["“'‘]$/.test(lowerAt(tokens, at - 1))
}

function nameEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1
  for (let step = stepAt(tokens, from, at); step > 0; step = stepAt(tokens, from, at)) at += step
  return at
}

/** How many tokens go on with the name: one more word, "of the Union". */
function stepAt(tokens: readonly Token[], from: number, at: number): number {
  if (isNamePart(tokens, at) || /^(?:\p{Lu}\.|[IVX]+)$/u.test(tokens[at]?.text ?? '')) return 1
  if (!linked(tokens, from, at)) return 0
  return lowerAt(tokens, at + 1) === 'the' ? 3 : 2
}

/** "of Islamic": a linking word inside a name that a name word follows; "and" only in names of bodies. */
function linked(tokens: readonly Token[], from: number, at: number): boolean {
  const link = lowerAt(tokens, at)
  if (!LINK.test(link)) return false
  const next = lowerAt(tokens, at + 1) === 'the' ? at + 2 : at + 1
  if (!isNamePart(tokens, next)) return false
  if (!/^(?:and|in|for|on)$/.test(link)) return true
  if (link === 'and' && next === at + 2) return false
  const before = tokens.slice(from, at + 1).map(({ text }) => text)
  return ORGANIZATION.test(before[0] ?? '') && before.some((word) => /^(?:for|of|on)$/.test(word))
}

/** "a Norman" is not the name of a person, nor is a unit named after one. */
function typeHere(name: string, before: Token | undefined): NameType {
  const type = typeOfName(name)
  return type === 'person' && /^(?:an?|in|at|near|every|each)$/.test(before?.lower ?? '') ? 'name' : type
}

/** What a name names: by the gazetteer, then by its own words. */
function typeOfName(name: string): NameType {
  const bare = name.replace(/^the /i, '')
  if (TITLED.test(bare)) return 'person'
  const known = nameKind(bare)
  if (known === 'several') return 'name'
  if (known) return known === 'group' ? 'organization' : known
  if (ORGANIZATION.test(bare)) return 'organization'
  if (PLACE.test(bare)) return 'place'
  return isFullName(bare) ? 'person' : 'name'
}

/** "Given Family": two capitalised words of which the first is a known given name. */
function isFullName(name: string): boolean {
  const [first = '', second, third] = name.split(' ')
  return (
    second !== undefined &&
    third === undefined &&
    nameKind(second) === 'person' &&
    nounKind(first.toLowerCase()) === null
  )
}

/** The type of an answer; its distractors have the same type. */
export type AnswerKind =
  | 'year'
  | 'date'
  | 'period'
  | 'number'
  | 'percent'
  | 'person'
  | 'country'
  | 'place'
  | 'city'
  | 'river'
  | 'region'
  | 'state'
  | 'organization'
  | 'name'
  | 'term'
  | 'phrase'
  | 'gerund'
  | 'list'
  | 'definition'
