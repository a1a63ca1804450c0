import { contentWords, sharesRoot } from '../language/english/content-words'
import { isArrangement, isStatement } from '../question-types/registry'
import { GAP } from '../shared/gap-placeholder'
import { memoizeRecent } from '../shared/memoize'
import type { WrittenItem } from './item'

/** Where in the document an item is: the title, and the heading over it ("" without one). */
export type Place = { readonly title: string; readonly heading: string }

/** How long a question may be. */
export const STEM_WORDS = { least: 5, most: 35 } as const

const LONGEST_PART = 8

/** "chapter3_final(2).md": of the file, not of the text. */
const FILE_NAME = /\.(?:txt|md|markdown|docx?|odt|rtf|pdf|pptx?|epub|html?)$|^\S*_\S*$/iu

/** Headings that say what kind of text follows, not what it is about. */
const EMPTY =
  /^(?:(?:section |chapter |key )?(?:summary|introduction|overview|conclusions?|objectives|learning objectives|outcomes|terms|points|takeaways|questions?|review|background|general|details|description|definitions?|other|examples?|notes|references)|chapter \d+|part [\divx]+|.*\bquestions?)$/i

/** Headings that mean nothing without the title. */
const OF_WHAT =
  /^(?:a )?(?:short |brief |early |later )?(?:history|life|years|life and education|career|education|etymology|geography|structure|extent|names?|characteristics|uses|applications|properties|production|development|origins?|legacy|reception|types|features|ecology|distribution|taxonomy|culture|economy|modern times)$/i

/**
 * A stem with its label in front ("Marie Curie, Early years: In 1891, …") unless it names its subject itself: among items of
 * other documents readers would not know what it is about. Words that reveal the key are left out of the label.
 */
export function labelled(stem: string, key: readonly string[], { title, heading }: Place): string {
  const chosen: string[] = []
  const parts = [
    [labelPart(title), OF_TITLE],
    [labelPart(heading), OF_HEADING],
  ] as const
  for (const [part, share] of parts) {
    if (part === null || isSaid(part, [stem, ...chosen], share) || givesAway(part, key)) continue
    if (chosen.length === 0 && share === OF_HEADING && OF_WHAT.test(part)) continue
    if (wordsIn([...chosen, part, stem]) <= STEM_WORDS.most) chosen.push(part)
  }
  return chosen.length === 0 ? stem : `${chosen.join(', ')}${END}${stem}`
}
const END = ': '

/** The stem without a label of this document. */
export function withoutLabel(stem: string, title: string, headings: readonly string[]): string {
  return splitLabel(stem, title, headings).rest
}

/** What a stem is about, as its label says it: the title of its document, the heading over it, or both. */
export type Label = { readonly title: string | null; readonly heading: string | null }

/** A stem taken apart into its label and what it asks; null without a label of this document. */
export function splitLabel(
  stem: string,
  title: string,
  headings: readonly string[],
): { readonly label: Label | null; readonly rest: string } {
  const at = stem.indexOf(END)
  const label = at < 0 ? null : labelOf(stem.slice(0, at), labelPart(title), partsOf(headings))
  return label ? { label, rest: stem.slice(at + END.length) } : { label, rest: stem }
}

/**
 * A stem after its document was renamed. The new title replaces the old one in the label. If the old title could not be a label,
 * the new one is put before the engine's own words, as if the document always had it. Other stems
 * stay. `heading`: that over the item's main fact; null for an author's words, which gain no label.
 */
export function relabelled(
  item: Pick<WrittenItem, 'type' | 'stem' | 'key'> & { readonly heading: string | null },
  titles: { readonly from: string; readonly to: string },
  headings: readonly string[],
): string {
  const { label, rest } = splitLabel(item.stem, titles.from, headings)
  if (label?.title) return labelled(rest, keyToHide(item), { title: titles.to, heading: label.heading ?? '' })
  if (item.heading === null || isArrangement(item.type) || labelPart(titles.from) !== null) return item.stem
  return labelled(rest, keyToHide(item), { title: titles.to, heading: item.heading })
}

/** The words that a label must not contain; no label contains "True". */
export const keyToHide = ({ type, key }: Pick<WrittenItem, 'type' | 'key'>): readonly string[] =>
  isStatement(type) ? [] : key

function labelOf(written: string, title: string | null, headings: ReadonlySet<string>): Label | null {
  if (written === title) return { title, heading: null }
  if (headings.has(written)) return { title: null, heading: written }
  const both = title !== null && written.startsWith(`${title}, `) ? written.slice(`${title}, `.length) : ''
  return headings.has(both) ? { title, heading: both } : null
}

// Of one document every item is judged, and its headings stay the same.
const partsOf = memoizeRecent(
  (headings: readonly string[]): ReadonlySet<string> =>
    new Set(headings.flatMap((heading) => labelPart(heading) ?? [])),
)

/**
 * A title or heading as it stands in a label: without marks that would end it, and not in capitals throughout. Null for a
 * sentence, for the name of a file, and for what only says which part of a text it is.
 */
export function labelPart(text: string): string | null {
  const plain = text
    .replace(/^#+\s*/, '')
    .replace(/\s*[?!:]+$/, '')
    .replaceAll(': ', ' – ')
    .trim()
  // Without a title the first sentence of a document is used.
  if (
    plain === '' ||
    /[\p{Ll}\d]\.$|…$|^(?:In|On|At|From|To|By|With|For) /u.test(plain) ||
    EMPTY.test(plain) ||
    FILE_NAME.test(plain) ||
    plain.split(/\s+/).length > LONGEST_PART
  )
    return null
  return /\p{Ll}/u.test(plain) ? plain : plain.split(' ').map(asInTitle).join(' ')
}

/** A word of a heading in capitals: "James II and the Glorious Revolution". */
const asInTitle = (word: string, at: number): string =>
  /^[IVX]+$/.test(word)
    ? word
    : at > 0 && /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/i.test(word)
      ? word.toLowerCase()
      : word.charAt(0) + word.slice(1).toLowerCase()

/** Of a title every word; of a heading half of them, as it mostly says the title's once more. */
function isSaid(part: string, by: readonly string[], share: number): boolean {
  const said = by.flatMap(contentWords)
  const words = contentWords(part)
  const known = words.filter((word) => isAmong(word, said))
  return known.length >= share * words.length
}
const OF_TITLE = 1
const OF_HEADING = 0.5

/** True as well where a word of the key only looks like one of the label. */
const givesAway = (part: string, key: readonly string[]): boolean => {
  const asked = key.flatMap(contentWords)
  return contentWords(part).some((word) => isAmong(word, asked))
}

const isAmong = (word: string, others: readonly string[]): boolean =>
  others.some((stated) => sharesRoot(word, stated) || word === stated)

const wordsIn = (texts: readonly string[]): number => texts.join(' ').replaceAll(GAP, 'gap').split(/\s+/).length
