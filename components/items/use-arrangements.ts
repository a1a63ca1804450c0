'use client'

import { useTranslations } from 'next-intl'
import { type Composition, mergeItems, splitItem } from '@/lib/core/item/compose'
import type { ItemsScreenProps, ListedFact, ListedItem } from './items-types'
import type { useCurrentItem } from './use-current-item'
import type { useDecisions } from './use-decisions'

type Options = Pick<ItemsScreenProps, 'deckId' | 'actions' | 'mayEdit'> & {
  decisions: ReturnType<typeof useDecisions>
  current: ReturnType<typeof useCurrentItem>
  listed: readonly ListedItem[]
  /** In focus, with the fact that it asks. */
  item: ListedItem | undefined
  fact: ListedFact | undefined
}

const NOTHING = { onMerge: null, onSplit: null, onMoveUp: null, onMoveDown: null }

/** What can be done with the item in focus and its neighbours; what is not possible is null. */
export function useArrangements({ deckId, actions, mayEdit, decisions, current, listed, item, fact }: Options) {
  const t = useTranslations('items.told')
  const replace = async (replaced: readonly ListedItem[], by: readonly Composition[], told: 'merged' | 'split') => {
    const evidence = replaced.flatMap(({ answer }) => answer?.evidence.map(({ start, end }) => ({ start, end })) ?? [])
    const ids = replaced.map(({ id }) => id)
    const written = by.map((part) => ({ ...part, evidence }))
    const outcome = await actions.replace(deckId, ids, written).catch(() => null)
    if (outcome?.kind !== 'replaced') return void decisions.report(t(outcome ? 'gone' : 'network'))
    const [first] = outcome.itemIds
    if (first) current.set(first)
    const { itemIds, previous } = outcome
    await decisions.reload(previous, t(told, { count: by.length }), {
      revert: decisions.takeBack(itemIds, previous),
      onUndone: () => ids[0] && current.set(ids[0]),
    })
  }
  const reorder = async (first: ListedItem, second: ListedItem) => {
    const order = async (ids: readonly string[]) => (await actions.reorder(deckId, ids).catch(() => null)) !== null
    if (await order([second.id, first.id]))
      await decisions.reload([], t('moved'), { revert: () => order([first.id, second.id]) })
    else decisions.report(t('network'))
  }
  if (!mayEdit || !item) return NOTHING
  const mine = worded(item)
  if (!mine) return NOTHING
  const parts = splitItem(mine)
  const at = listed.indexOf(item)
  const [before, next] = [listed[at - 1], listed[at + 1]]
  const theirs = next && worded(next)
  const asksSame = (neighbour: ListedItem | undefined): neighbour is ListedItem =>
    neighbour !== undefined && fact?.items.some(({ id }) => id === neighbour.id) === true
  return {
    onMerge: theirs ? () => void replace([item, next], [mergeItems([mine, theirs])], 'merged') : null,
    onSplit: parts ? () => void replace([item], parts, 'split') : null,
    onMoveUp: asksSame(before) ? () => void reorder(before, item) : null,
    onMoveDown: asksSame(next) ? () => void reorder(item, next) : null,
  }
}

const worded = ({ stem, answer }: ListedItem) => (answer ? { ...answer, stem } : null)
