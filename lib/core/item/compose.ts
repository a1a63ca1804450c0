import { linesToPairs } from '../question-types/matching/pair'
import { type Edit, type EditFault, NOTHING_WRITTEN } from '../question-types/question-type'
import { type ItemType, itemType, type Typed, write } from '../question-types/registry'
import { shuffled } from '../shared/random'
import { typeAfter } from './reword'

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
  const stem = written.stem.trim()
  const type = typeAfter(written.type, stem)
  const before = { ...NOTHING_WRITTEN, key: written.key, accepted, options: shuffled(offered(written), seed) }
  const edited = itemType(type).edit(before, { ...written, stem })
  if (edited.kind === 'rejected') return edited
  if (stem === '') return { kind: 'rejected', reason: 'incomplete' }
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

/** What an author begins with who makes one item of several: the words of the first with the answers of all. */
export function mergeItems(items: readonly [Written, ...Written[]]): Composition {
  const [first, ...others] = items.map(composition) as [Composition, ...Composition[]]
  const key = [...new Set([first, ...others].flatMap((item) => item.key))]
  const wrong = [...new Set([first, ...others].flatMap((item) => item.wrong))].filter((option) => !key.includes(option))
  const accepted = key.map((entry) =>
    [first, ...others].flatMap((item) => item.accepted?.[item.key.indexOf(entry)] ?? []),
  )
  const type = first.type === 'choice' && key.length > 1 ? 'multiple' : first.type
  return { type, stem: first.stem, key, wrong, accepted }
}

/** What an author begins with who makes several items of one: one for each answer; null where it has one, or needs all of them. */
export function splitItem(item: Written): readonly Composition[] | null {
  const whole = composition(item)
  if (whole.key.length < 2) return null
  const type = whole.type === 'multiple' ? 'choice' : whole.type
  const parts = whole.key.map((entry, at): Composition => {
    return { type, stem: whole.stem, key: [entry], wrong: whole.wrong, accepted: [whole.accepted?.[at] ?? []] }
  })
  return parts.every((part) => compose(part, 0).kind === 'composed') ? parts : null
}
