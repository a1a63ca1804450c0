import type { WrittenItem } from '../../lib/core/item/item'
import { type Measured, shownItems } from './documents'
import { groupBy } from './group-by'
import { type Failure, type Judge, judgeForm, judgeOptions } from './item-checks'
import { jaccard } from './words'

const MOST_ON_A_FACT = 4
const REWORDED = 0.8

/** Apart from the engine's own lint and written without it: a fault in one is not a fault in the other. */
export function failuresOf(document: Measured): Failure[] {
  const items = shownItems(document)
  const single = items.flatMap((item) =>
    [judgeSpans, judgeForm, judgeOptions].flatMap((judge) =>
      judge(item, document).map((failure) => ({ ...failure, itemId: item.id })),
    ),
  )
  return [...single, ...twins(items), ...crowds(items), ...sameIds(document)]
}

/** Every check by its name, so that one that nothing fails is reported as well. */
export const CHECKS: readonly string[] = [
  'R1 evidence is the text’s',
  'R1 key in the evidence',
  'R6 key in the stem',
  'R6 key stands out by length',
  'R12 stem of 5–35 words',
  'R12 options of at most 15 words',
  'options unique',
  'key among the options',
  'wrong option has a reason',
  'reason of no wrong option',
  'wrong option has its evidence',
  'evidence speaks of the option',
  '“never mentioned” is mentioned',
  '“never mentioned” comes last',
  'order is not given away',
  'ids unique',
  'fact is there',
  'R14 type and stem once',
  'R14 reworded twin',
  'R14 at most 4 items a fact',
]

const judgeSpans: Judge = ({ evidence, factIds }, { generated }) => {
  const { text } = generated.document
  const facts = new Set(generated.facts.map(({ id }) => id))
  const wrong = evidence.filter(({ start, end, quote }) => quote === '' || text.slice(start, end) !== quote)
  const gone = factIds.filter((id) => !facts.has(id))
  return [
    ...(evidence.length === 0 ? [{ check: 'R1 evidence is the text’s', note: 'no evidence' }] : []),
    ...wrong.map(({ start }) => ({ check: 'R1 evidence is the text’s', note: `at ${start}` })),
    ...gone.map((id) => ({ check: 'fact is there', note: id })),
  ]
}

/** A card and a question may ask one fact in the same words; two cards or two questions may not. */
function twins(items: readonly WrittenItem[]): Failure[] {
  const same = [...groupBy(items, ({ type, stem }) => `${type} ${stem}`).values()].flatMap(([first, ...rest]) =>
    rest.map(({ id, stem }) => ({ check: 'R14 type and stem once', itemId: id, note: `as ${first?.id}: ${stem}` })),
  )
  const reworded = [...groupBy(items, ({ factIds }) => factIds[0] ?? '').values()].flatMap((group) =>
    group.flatMap((item, n) => {
      const twin = group.slice(0, n).find((earlier) => isTwin(item, earlier))
      return twin ? [{ check: 'R14 reworded twin', itemId: item.id, note: `of ${twin.id}: ${item.stem}` }] : []
    }),
  )
  return [...same, ...reworded]
}

const isTwin = (item: WrittenItem, earlier: WrittenItem): boolean =>
  (item.type === 'flashcard') === (earlier.type === 'flashcard') &&
  item.key.join('\n') === earlier.key.join('\n') &&
  jaccard(item.stem, earlier.stem) >= REWORDED

function crowds(items: readonly WrittenItem[]): Failure[] {
  const byFact = groupBy(items, ({ factIds }) => factIds[0] ?? '')
  return [...byFact.values()].flatMap((group) =>
    group
      .slice(MOST_ON_A_FACT)
      .map(({ id, factIds }) => ({ check: 'R14 at most 4 items a fact', itemId: id, note: factIds[0] ?? '' })),
  )
}

function sameIds({ generated }: Measured): Failure[] {
  return [generated.items.map(({ id }) => id), generated.facts.map(({ id }) => id)].flatMap((ids) =>
    ids
      .filter((id, n) => ids.indexOf(id) !== n)
      .map((itemId) => ({ check: 'ids unique', itemId, note: 'given twice' })),
  )
}
