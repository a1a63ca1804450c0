'use client'

import { useTranslations } from 'next-intl'
import type { Depth } from '@/lib/core/generation/depth'
import { useWaitingDrafts } from '../ui/form-draft'
import { proofOf } from './document-pane'
import { useItemsShortcuts } from './items-shortcuts'
import type { Decision, ItemsScreenProps, ListedItem } from './items-types'
import { useArrangements } from './use-arrangements'
import { useCurrentItem } from './use-current-item'
import { isListed, useDecisions } from './use-decisions'
import { useFlagsAndTags } from './use-flags-and-tags'
import { useWriting } from './use-writing'

/** The state of the items page: the item in focus, the selected sentence, the open editor, and what keys and buttons do. */
export function useItemsPage(props: ItemsScreenProps) {
  const { deckId, page, view, mayEdit, actions, own } = props
  const decisions = useDecisions(props)
  const annotate = useFlagsAndTags(deckId, actions, decisions)
  const listed = decisions.items.filter((item) => item.id === props.item || isListed(item, view.show))
  const current = useCurrentItem({ deckId, page, view, listed, first: props.editing ?? props.item })
  const item = listed.find(({ id }) => id === current.id)
  const fact = page.groups.find(({ items }) => items.some(({ id }) => id === current.id))
  const writing = useWriting({ ...props, decisions, current, proof: proofOf(fact, item).evidence[0] })
  const arrange = useArrangements({
    deckId,
    actions,
    mayEdit,
    decisions,
    current,
    listed,
    item,
    fact,
    merge: writing.merge,
    askAnother: writing.askAnother,
  })
  const changeDepth = useChangeDepth(props, decisions)
  const drafts = useWaitingDrafts(own?.learnerId ?? null, deckId)

  const decide = (decided: ListedItem, kind: Decision) => {
    writing.editor.current?.leave()
    const after = { ...decided, status: kind }
    current.moveOnFrom(decided.id, isListed(after, view.show))
    void decisions.decide(decided, { kind, hasDraft: drafts.includes(decided.id) }, ({ id }) => writing.open(id))
  }
  const move = (by: number) => {
    writing.editor.current?.leave()
    current.move(by)
  }
  useItemsShortcuts({
    mayEdit,
    mayUndo: own !== null,
    currentItem: () => listed.find(({ id }) => id === current.latest.current),
    decide,
    undo: decisions.undo,
    edit: writing.edit,
    write: writing.writeHere,
    move,
    moveSentence: writing.moveSentence,
  })
  return {
    ...{ decisions, listed, item, fact, current, annotate, decide, arrange, changeDepth, drafts },
    ...writing,
    acceptAll: decisions.acceptAll,
  }
}

/** Changes how many items the deck shows. Undo returns to the depth before. */
function useChangeDepth(
  { deckId, depths, actions }: ItemsScreenProps,
  { reload, report }: ReturnType<typeof useDecisions>,
) {
  const t = useTranslations('items.told')
  const change = async (to: Depth) => (await actions.changeDepth(deckId, to).catch(() => null))?.kind === 'changed'
  return async (depth: Depth) => {
    const before = depths?.depth
    if (!before || !(await change(depth))) return void report(t('network'))
    await reload([], t('depth'), { revert: () => change(before) })
  }
}
