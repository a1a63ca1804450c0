'use client'

import { useTranslations } from 'next-intl'
import { type Composition, mergeItems, splitItem } from '@/lib/core/item/compose'
import type { ItemsScreenProps, ListedFact, ListedItem } from './items-types'
import type { useCurrentItem } from './use-current-item'
import type { useDecisions } from './use-decisions'
import type { Merging } from './use-writing'

type Options = Pick<ItemsScreenProps, 'deckId' | 'actions' | 'mayEdit'> & {
  /** Opens the form of one item made of two. */
  merge: (merging: Merging) => void
  /** Asks for another item on the sentence that proves the one in focus. */
  askAnother: (() => void) | null
  decisions: ReturnType<typeof useDecisions>
  current: ReturnType<typeof useCurrentItem>
  listed: readonly ListedItem[]
  /** In focus, with the fact that it asks. */
  item: ListedItem | undefined
  fact: ListedFact | undefined
}

const NOTHING = { onAskAnother: null, onMerge: null, onSplit: null, onMoveUp: null, onMoveDown: null }

/** What can be done with the item in focus and its neighbours; what is not possible is null. */
export function useArrangements({ deckId, actions, mayEdit, decisions, current, listed, item, fact, ...on }: Options) {
  const t = useTranslations('items.told')
  const split = async ({ id, answer }: ListedItem, parts: readonly Composition[]) => {
    const evidence = answer?.evidence.map(({ start, end }) => ({ start, end })) ?? []
    const written = parts.map((part) => ({ ...part, evidence }))
    const outcome = await actions.split(deckId, id, written).catch(() => null)
    if (outcome?.kind !== 'replaced') return void decisions.report(t(outcome ? 'gone' : 'network'))
    const [first] = outcome.itemIds
    if (first) current.set(first)
    const { itemIds, previous } = outcome
    await decisions.reload(previous, t('split', { count: parts.length }), {
      added: itemIds,
      onUndone: () => current.set(id),
    })
  }
  const reorder = async (first: ListedItem, second: ListedItem) => {
    const order = async (ids: readonly string[]) => (await actions.reorder(deckId, ids).catch(() => null)) !== null
    if (await order([second.id, first.id]))
      await decisions.reload([], t('moved'), { revert: () => order([first.id, second.id]) })
    else decisions.report(t('network'))
  }
  if (!mayEdit || !item) return NOTHING
  const mine = provable(item)
  if (!mine) return NOTHING
  const parts = splitItem(mine)
  const at = listed.indexOf(item)
  const [before, next] = [listed[at - 1], listed[at + 1]]
  const theirs = next && provable(next)
  const merged = theirs ? mergeItems(mine, theirs) : null
  const asksSame = (neighbour: ListedItem | undefined): neighbour is ListedItem =>
    neighbour !== undefined && fact?.items.some(({ id }) => id === neighbour.id) === true
  return {
    onAskAnother: on.askAnother,
    onMerge: merged && next ? () => on.merge({ items: [item, next], draft: merged }) : null,
    onSplit: parts ? () => void split(item, parts) : null,
    onMoveUp: asksSame(before) ? () => void reorder(before, item) : null,
    onMoveDown: asksSame(next) ? () => void reorder(item, next) : null,
  }
}

const provable = ({ stem, answer, factIds }: ListedItem) => (answer ? { ...answer, stem, factIds } : null)
