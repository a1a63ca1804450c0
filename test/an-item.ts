import type { GeneratedItem } from '@/lib/core/generation/generated'
import { type Item, readItem, type WrittenItem } from '@/lib/core/item/item'
import type { ItemType } from '@/lib/core/question-types/registry'
import { GAP } from '@/lib/core/shared/gap-placeholder'

export type ItemPart<T extends ItemType = ItemType> = Partial<WrittenItem> & { readonly type: T }

const OTHER_OPTION = 'another option'

/** An item of the texts that a test names; what it does not name is nothing in particular. */
export function anItem<T extends ItemType>(part: ItemPart<T>): Item<T> {
  const { type, key = ['key'] } = part
  const isChosen = type === 'choice' || type === 'multiple'
  return readItem({
    id: 'i',
    tier: 'A',
    factIds: ['f'],
    // A gap for each right answer, as types that are graded gap by gap need.
    stem: `Complete: ${key.map(() => GAP).join(', ')}.`,
    options: isChosen ? [...key, OTHER_OPTION] : [],
    accepted: key.map(() => []),
    explanation: '',
    distractorReasons: {},
    distractorEvidence: {},
    evidence: [],
    ...part,
    key,
  }) as Item<T>
}

/** As the rules made it. */
export const ofRules = (item: Item): GeneratedItem => ({ finder: 'rules', score: 0.5, doubts: [], ...item })
