import type { Span } from '../document/document'
import { linesToPairs } from '../question-types/matching/pair'
import { type Edit, type EditFault, filled, NOTHING_WRITTEN } from '../question-types/question-type'
import { type ItemType, isArrangement, isStatement, itemType, type Typed, write } from '../question-types/registry'
import { GAP, wordsAroundGaps } from '../shared/gap-placeholder'
import { shuffled } from '../shared/random'
import { fillGaps } from './fill-gaps'
import { withoutHint } from './hint'
import { keyFault, stemAs, typeAfter } from './reword'

/** An item as an author writes it. */
export type Composition = Pick<Edit, 'stem' | 'key' | 'wrong' | 'reasons'> & {
  readonly type: ItemType
  /** For each key entry the other spellings that count. */
  readonly accepted?: readonly (readonly string[])[]
}

export type Composed =
  | { readonly kind: 'composed'; readonly item: Typed & { readonly stem: string } }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

/** The content of a new item, or what it lacks. `seed` gives the order of its options, so that the place of the key tells nothing. */
export function compose({ accepted = [], ...written }: Composition, seed: number): Composed {
  const type = typeAfter(written.type, written.stem)
  const stem = stemAs(type, written.stem.trim())
  const before = { ...NOTHING_WRITTEN, key: written.key, accepted, options: shuffled(offered(written), seed) }
  const edited = itemType(type).edit(before, { ...written, stem })
  if (edited.kind === 'rejected') return edited
  const fault = stem === '' ? 'incomplete' : keyFault(type, filled(written.key))
  if (fault) return { kind: 'rejected', reason: fault }
  return { kind: 'composed', item: { type, stem, content: edited.content } as Typed & { stem: string } }
}

/** What is shown to choose from. */
function offered({ type, key, wrong }: Composition): readonly string[] {
  const right = type === 'matching' ? (linesToPairs(key, []) ?? []).map((pair) => pair.right) : key
  return [...new Set([...right, ...wrong].map((option) => option.trim()))].filter((option) => option !== '')
}

type Written = Typed & { readonly stem: string }

const composition = (item: Written): Composition => {
  const { key, options, accepted, distractorReasons: reasons } = write(item)
  const wrong = options.filter((option) => !key.includes(option))
  return { type: item.type, stem: item.stem, key, wrong, accepted, reasons }
}

/** An item with what tells whether it belongs together with another. */
export type Provable = Written & { readonly factIds: readonly string[]; readonly evidence: readonly Span[] }

/**
 * What an author begins with who makes one item of two; null where nothing joins them. They ask the same fact or the same question,
 * or one sentence proves both, and there is a form for the answers of both.
 */
export function mergeItems(first: Provable, second: Provable): Composition | null {
  const belongTogether = sharesFact(first, second) || sharesProof(first, second) || asksSame(first, second)
  const merged = belongTogether ? joined(composition(first), composition(second)) : null
  return merged && compose(merged, 0).kind === 'composed' ? merged : null
}

const sharesFact = (first: Provable, second: Provable): boolean =>
  first.factIds.some((factId) => second.factIds.includes(factId))

const sharesProof = (first: Provable, second: Provable): boolean =>
  first.evidence.some(({ start, end }) => second.evidence.some((span) => span.start < end && span.end > start))

const asksSame = (first: Written, second: Written): boolean => asked(first.stem) === asked(second.stem)

const asked = (stem: string): string =>
  withoutHint(stem)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.?]+/g, ' ')
    .trim()

/** The words of the first with the answers of both; null for types whose answers cannot stand together. */
function joined(first: Composition, second: Composition): Composition | null {
  const types = [first.type, second.type]
  if (types.some(isStatement) || types.includes('ordering')) return null
  if (types.some(isArrangement) && first.type !== second.type) return null
  if (types.every(hasGaps)) return joinedGaps(first, second)
  const both = [first, second]
  const key = [...new Set(both.flatMap((item) => item.key))]
  const wrong = [...new Set(both.flatMap((item) => item.wrong))].filter((option) => !key.includes(option))
  const type = first.type === 'choice' && key.length > 1 ? 'multiple' : first.type
  const reasons = reasonsOf(wrong, both)
  return { type, stem: first.stem, key, wrong, reasons, accepted: spellingsOf(key, both) }
}

/** Of the options that stay wrong, the first reason that an item has. */
function reasonsOf(wrong: readonly string[], items: readonly Composition[]): Readonly<Record<string, string>> {
  const entries = wrong.flatMap((option) => {
    const said = items.map(({ reasons = {} }) => reasons[option]).find(Boolean)
    return said ? [[option, said] as const] : []
  })
  return Object.fromEntries(entries)
}

const spellingsOf = (key: readonly string[], items: readonly Composition[]) =>
  key.map((entry) => [...new Set(items.flatMap((item) => item.accepted?.[item.key.indexOf(entry)] ?? []))])

const hasGaps = (type: ItemType): boolean => type === 'cloze' || type === 'gaps'

type Gap = { readonly start: number; readonly end: number }

/** One sentence with the gaps of both; null where they are gaps of different sentences, or overlap. */
function joinedGaps(first: Composition, second: Composition): Composition | null {
  const said = fillGaps(first.stem, first.key)
  if (said !== fillGaps(second.stem, second.key)) return null
  const same = new Map([...gapsOf(first), ...gapsOf(second)].map((gap) => [`${gap.start} ${gap.end}`, gap]))
  const gaps = [...same.values()].sort((a, b) => a.start - b.start)
  if (gaps.some(({ end }, at) => end > (gaps[at + 1]?.start ?? said.length))) return null
  const words = gaps.map(({ start }, at) => said.slice(gaps[at - 1]?.end ?? 0, start))
  const stem = [...words, said.slice(gaps.at(-1)?.end ?? 0)].join(GAP)
  const key = gaps.map(({ start, end }) => said.slice(start, end))
  return { type: typeAfter('cloze', stem), stem, key, wrong: [], accepted: spellingsOf(key, [first, second]) }
}

/** Where the answers stand in the whole sentence. */
function gapsOf({ stem, key }: Composition): readonly Gap[] {
  let end = 0
  const words = wordsAroundGaps(withoutHint(stem))
  return key.map((entry, at) => {
    const start = end + (words[at]?.length ?? 0)
    end = start + entry.length
    return { start, end }
  })
}

/** What an author begins with who makes several items of one: one for each answer; null where it has one, or needs all of them. */
export function splitItem(item: Written): readonly Composition[] | null {
  const whole = composition(item)
  if (whole.key.length < 2) return null
  const type = whole.type === 'multiple' ? 'choice' : whole.type
  const parts = whole.key.map((entry, at): Composition => {
    return { ...whole, type, key: [entry], accepted: [whole.accepted?.[at] ?? []] }
  })
  return parts.every((part) => compose(part, 0).kind === 'composed') ? parts : null
}
