'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '@/lib/core/document/document'
import { type Composition, mergeItems, splitItem } from '@/lib/core/item/compose'
import { proofOf } from './document-pane'
import { overlaps } from './highlight-text'
import { itemsAddress } from './items-query'
import { useItemsShortcuts } from './items-shortcuts'
import type { Decision, ItemsScreenProps, ListedItem, SaveState } from './items-types'
import { isListed, useDecisions } from './use-decisions'
import { useFlagsAndTags } from './use-flags-and-tags'

/** What is written on a sentence: nothing yet, or what a draft begins with. */
type Writing = { readonly sentence: Span; readonly begun: Composition | null }

/** The state of the items page: the item in focus, the selected sentence, the open editor, and what keys and buttons do. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: to be divided into functions of its parts.
export function useItemsPage({ deckId, page, view, mayEdit, actions, own, document, ...props }: ItemsScreenProps) {
  const t = useTranslations('items.told')
  const router = useRouter()
  const decisions = useDecisions(deckId, page, actions)
  const annotate = useFlagsAndTags(deckId, actions, decisions)
  const pinned = props.item
  const listed = decisions.items.filter((item) => item.id === pinned || isListed(item, view.show))
  const current = useCurrentItem({ deckId, page, view, listed, first: props.editing ?? props.item })
  const [editing, setEditing] = useState(props.editing)
  const [selected, setSelected] = useState<Span | null>(props.writing)
  const [writing, setWriting] = useState<Writing | null>(props.writing && { sentence: props.writing, begun: null })
  const item = listed.find(({ id }) => id === current.id)
  const fact = page.groups.find(({ items }) => items.some(({ id }) => id === current.id))
  const sentences = useMemo(() => document.parts.flatMap((part) => part.blocks.flatMap(unitsOf)), [document])

  const decide = (decided: ListedItem, kind: Decision) => {
    const after = { ...decided, status: kind }
    current.moveOnFrom(decided.id, isListed(after, view.show))
    void decisions.decide(decided, kind, ({ id }) => current.set(id))
  }
  const edit = (id: string) => {
    setWriting(null)
    current.set(id)
    setEditing(id)
  }
  const close = () => {
    setEditing(null)
    setWriting(null)
    if (current.id) current.set(current.id)
  }
  const write = (sentence: Span, begun: Composition | null = null) => {
    setEditing(null)
    setSelected(sentence)
    setWriting({ sentence, begun })
  }
  /** On the selected sentence, or on the one that proves the item in focus. */
  const writeHere = () => {
    const proof = proofOf(fact, item).evidence[0]
    const sentence = selected ?? (proof && sentences.find((span) => overlaps(span, proof))) ?? sentences[0]
    if (sentence) write(sentence)
  }
  const saved = (state: Extract<SaveState, { kind: 'saved' }>) => {
    void decisions.saved(state)
    setEditing(null)
    setWriting(null)
    current.set(state.itemId)
  }
  const replace = async (replaced: readonly ListedItem[], by: readonly Composition[], told: 'merged' | 'split') => {
    const evidence = replaced.flatMap(({ answer }) => answer?.evidence.map(({ start, end }) => ({ start, end })) ?? [])
    const ids = replaced.map(({ id }) => id)
    const outcome = await actions
      .replace(
        deckId,
        ids,
        by.map((part) => ({ ...part, evidence })),
      )
      .catch(() => null)
    if (outcome?.kind !== 'replaced') return void decisions.report(t(outcome ? 'gone' : 'network'))
    const [first] = outcome.itemIds
    if (first) current.set(first)
    await decisions.reload(outcome.previous, t(told, { count: by.length }))
  }
  const reorder = async (first: ListedItem, second: ListedItem) => {
    const order = async (ids: readonly string[]) => (await actions.reorder(deckId, ids).catch(() => null)) !== null
    if (await order([second.id, first.id])) await decisions.reload([], t('moved'), () => order([first.id, second.id]))
    else decisions.report(t('network'))
  }
  const askAnother = async (sentence: Span) => {
    const outcome = await actions.askAnother(deckId, sentence).catch(() => null)
    if (outcome?.kind === 'draft') return write(sentence, outcome.draft)
    if (outcome?.kind === 'item') {
      current.set(outcome.itemId)
      return decisions.reload(outcome.previous, t('asked'))
    }
    decisions.report(t(outcome?.kind === 'none' ? 'nothingElse' : 'network'))
  }
  /** What can be done with the item in focus and its neighbours under the same fact. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: to be divided into functions of its parts.
  const arrange = () => {
    if (!mayEdit || !item?.answer) return { onMerge: null, onSplit: null, onMoveUp: null, onMoveDown: null }
    const worded = ({ stem, answer }: ListedItem) => (answer ? { ...answer, stem } : null)
    const at = listed.indexOf(item)
    const near = (other: ListedItem | undefined) =>
      other && fact?.items.some(({ id }) => id === other.id) ? other : null
    const [before, after] = [near(listed[at - 1]), near(listed[at + 1])]
    const next = listed[at + 1]
    const [mine, theirs] = [worded(item), next ? worded(next) : null]
    return {
      onMerge: mine && theirs && next ? () => void replace([item, next], [mergeItems([mine, theirs])], 'merged') : null,
      onSplit: mine ? () => void replace([item], splitItem(mine), 'split') : null,
      onMoveUp: before ? () => void reorder(before, item) : null,
      onMoveDown: after ? () => void reorder(item, after) : null,
    }
  }
  const moveSentence = (by: number) => {
    const start = selected?.start ?? proofOf(fact, item).evidence[0]?.start ?? 0
    const at = sentences.findIndex((span) => span.start >= start)
    const next = sentences[Math.max(0, at + (selected ? by : 0))]
    if (next) setSelected(next)
  }
  useItemsShortcuts({
    mayEdit,
    mayUndo: own !== null,
    currentItem: () => listed.find(({ id }) => id === current.latest.current),
    decide,
    undo: decisions.undo,
    edit,
    write: writeHere,
    move: current.move,
    moveSentence,
  })
  return {
    ...{ decisions, listed, item, fact, current, editing, selected, writing },
    ...{ annotate, decide, edit, close, write, writeHere, saved, askAnother, setSelected, arrange: arrange() },
    acceptAll: decisions.acceptAll,
    changeDepth: async (depth: Parameters<typeof actions.changeDepth>[1]) => {
      const before = props.depths?.depth
      const outcome = await actions.changeDepth(deckId, depth).catch(() => null)
      if (outcome?.kind !== 'changed' || !before) return void decisions.report(t('network'))
      const back = async () => (await actions.changeDepth(deckId, before).catch(() => null))?.kind === 'changed'
      await decisions.reload([], t('depth'), back)
      router.refresh()
    },
  }
}

type Block = ItemsScreenProps['document']['parts'][number]['blocks'][number]

const unitsOf = (block: Block): readonly Span[] =>
  block.kind === 'heading' ? [] : block.kind === 'table' ? block.rows.flat() : block.units

type Options = Pick<ItemsScreenProps, 'deckId' | 'page' | 'view'> & {
  listed: readonly ListedItem[]
  first: string | null
}

/** The item in focus. Moving beyond the first or last item opens the page before or after. */
function useCurrentItem({ deckId, page, view, listed, first }: Options) {
  const router = useRouter()
  const ids = listed.map(({ id }) => id)
  const [chosen, setChosen] = useState(first)
  const id = chosen && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  // Focus follows after the change is drawn. A key that is pressed sooner acts on the item that it moved to.
  const latest = useRef(id)
  const mustFocus = useRef(false)
  useLayoutEffect(() => {
    latest.current = id
    if (!mustFocus.current || !id) return
    mustFocus.current = false
    focusItem(id)
  })
  const set = (itemId: string) => {
    latest.current = itemId
    mustFocus.current = true
    setChosen(itemId)
  }
  const open = (item: string | null, number: number) => {
    if (item) router.push(itemsAddress(deckId, { ...view, page: number }, { item }), { scroll: false })
  }
  const move = (by: number) => {
    const next = ids[ids.indexOf(latest.current ?? '') + by]
    if (next) return set(next)
    if (by > 0) open(page.after, page.page + 1)
    else open(page.before, page.page - 1)
  }
  /** After a decision. If the item was the last of the page that is listed, the server is asked for more. */
  const moveOnFrom = (itemId: string, staysListed: boolean) => {
    const at = ids.indexOf(itemId)
    const next = ids[at + 1] ?? (staysListed ? null : ids[at - 1])
    if (next) set(next)
    else if (page.after) open(page.after, page.page + 1)
  }
  useEffect(() => {
    const { hash } = window.location
    const item = hash.startsWith('#item-') ? hash.slice('#item-'.length) : null
    const fact = page.groups.find((group) => hash === `#fact-${group.id}`)
    const wanted = item ?? fact?.items[0]?.id
    if (!wanted) return
    // The server may have drawn it in focus already: then no change follows.
    if (wanted === latest.current) return focusItem(wanted)
    mustFocus.current = true
    setChosen(wanted)
  }, [page.groups])
  return { id, latest, set, move, moveOnFrom }
}

function focusItem(id: string): void {
  const article = window.document.getElementById(`item-${id}`)
  article?.focus({ preventScroll: true })
  article?.scrollIntoView({ block: 'nearest' })
}
