import type { LintContext } from '../../../check/finding'
import type { Fact } from '../../../fact/fact'
import { type Item, type ItemType, isArranged } from '../../../item/item'
import { keyToHide, labelled } from '../../../item/label'
import type { Pool } from '../distractors/pool'
import type { Aliases } from '../drafts/aliases'
import type { About } from '../score/about'
import type { Answers } from './one-answer'

/** What has been made of a document so far. */
export type Made = {
  readonly pool: Pool
  readonly context: LintContext
  readonly about: About
  readonly sentences: Set<string>
  readonly aliases: Aliases
  /** Without the labels that tell what they are about. */
  readonly items: Item[]
  readonly facts: Fact[]
  /** The heading over each fact. */
  readonly headings: Map<string, string>
  readonly refused: Record<string, number>
  /** Facts that no item has asked yet. */
  readonly unasked: Map<string, Fact>
  readonly answers: Answers
  /** Questions that were asked before a later section answered them in another way. */
  readonly doubted: Set<string>
  readonly stems: Set<string>
  /** The stems of the items by their key. */
  readonly byKey: Map<string, readonly string[]>
  /** Statements to judge so far, by their answer. */
  readonly judged: Map<string, number>
  /** Shown items so far, by type. */
  readonly types: Map<ItemType, number>
}

/** Counts what is not shown, by the check that spoke against it. */
export function count(check: string, { refused }: Made, times = 1): void {
  refused[check] = (refused[check] ?? 0) + times
}

/** With what it is about in front; its id stays that of the bare stem, so that a new title makes no new item. */
export function asShown(item: Item, { context, headings }: Made): Item {
  if (isArranged(item.type)) return item
  const place = { title: context.title, heading: headings.get(item.factIds[0] ?? '') ?? '' }
  return { ...item, stem: labelled(item.stem, keyToHide(item), place) }
}
