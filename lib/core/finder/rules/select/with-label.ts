import { type Item, isArranged } from '../../../item/item'
import { keyToHide, labelled } from '../../../item/label'
import type { Made } from './generation-state'

/** With what it is about in front; its id stays that of the bare stem, so that a new title makes no new item. */
export function asShown(item: Item, { context, headings }: Made): Item {
  if (isArranged(item.type)) return item
  const place = { title: context.title, heading: headings.get(item.factIds[0] ?? '') ?? '' }
  return { ...item, stem: labelled(item.stem, keyToHide(item), place) }
}
