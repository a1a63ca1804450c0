'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { ItemCounts } from '@/lib/core/item/filter-items'
import { reword } from '@/lib/core/item/reword'
import type { Edit } from '@/lib/core/question-types/question-type'
import { write } from '@/lib/core/question-types/registry'
import { coverageAfter } from './coverage'
import type { Choice, ItemsActions, ItemsPage, ListedItem, SaveState } from './items-types'
import { useUndoStack } from './use-undo-stack'

type Change = { readonly item: ListedItem; readonly choice: Choice }

/** The items with what was decided on this page since it was loaded. Decisions are undone in reverse order. */
export function useDecisions(deckId: string, { groups, ...loaded }: ItemsPage, actions: ItemsActions) {
  const t = useTranslations('items.told')
  const { perform, report, undo } = useUndoStack()
  const [changed, setChanged] = useState<Readonly<Record<string, ListedItem>>>({})
  const [shownGroups, setShownGroups] = useState(groups)
  // New groups come from the server, which has saved all decisions so far.
  if (shownGroups !== groups) {
    setShownGroups(groups)
    setChanged({})
  }
  const sent = groups.flatMap((group) => group.items)
  const items = sent.map((item) => changed[item.id] ?? item)

  const put = useCallback((item: ListedItem) => setChanged((before) => ({ ...before, [item.id]: item })), [])

  /** Shows the changes at once, and takes them back if they cannot be saved. */
  const save = async (changes: readonly Change[], send: () => Promise<{ kind: 'chosen' | 'rejected' }>) => {
    for (const { item, choice } of changes) put({ ...item, choice, status: statusOf(item, choice) })
    const outcome = await warnBeforeLeaving(send).catch(() => null)
    if (outcome?.kind === 'chosen') return true
    for (const { item } of changes) put(item)
    report(t(outcome ? 'gone' : 'network'))
    return false
  }
  const choose = (item: ListedItem, choice: Choice) =>
    save([{ item, choice }], () => actions.choose(deckId, item.id, choice))
  const chooseMany = (changes: readonly Change[]) => {
    const choices = changes.map(({ item, choice }) => ({ itemId: item.id, choice }))
    return save(changes, () => actions.chooseMany(deckId, choices))
  }

  const decide = async (item: ListedItem, kind: 'accepted' | 'rejected') => {
    if (item.status === kind) return
    const choice = { choice: kind, revisionId: item.revisionId }
    await perform({ revert: () => choose(item, item.choice) }, async () =>
      (await choose(item, choice)) ? t(kind, { stem: shorten(item.stem) }) : null,
    )
  }

  /** One undo takes all of them back. */
  const decideMany = async (selected: readonly ListedItem[], kind: 'accepted' | 'rejected') => {
    const undecided = selected.filter(({ status }) => status !== kind)
    if (undecided.length === 0) return
    const changes = undecided.map((item) => ({ item, choice: { choice: kind, revisionId: item.revisionId } }))
    const revert = () => chooseMany(undecided.map((item) => ({ item, choice: item.choice })))
    await perform({ revert }, async () =>
      (await chooseMany(changes)) ? t(`${kind}Many`, { count: undecided.length }) : null,
    )
  }

  const saved = (item: ListedItem, { edit, revisionId, previous }: Extract<SaveState, { kind: 'saved' }>) =>
    perform({ revert: () => choose(item, previous) }, async () => {
      const choice = { choice: 'accepted' as const, revisionId }
      put({ ...withEdit(item, edit), revisionId, choice, edited: true, status: 'accepted' })
      return t('saved', { stem: shorten(edit.stem) })
    })

  const counts = countsAfter(loaded.counts, sent, items)
  const coverage = items.reduce((sum, item, at) => coverageAfter(sum, sent[at] ?? item, item), loaded.asked)
  return { items, counts, coverage, decide, decideMany, saved, undo, perform, report }
}

/** The item as the server has saved it. */
function withEdit(item: ListedItem, edit: Edit): ListedItem {
  if (!item.answer) return item
  const { stem, answer } = item
  const reworded = reword({ ...answer, stem }, edit)
  if (reworded.kind === 'rejected') return item
  const { stem: edited, ...typed } = reworded.item
  return { ...item, type: typed.type, stem: edited, options: write(typed).options, answer: typed }
}

function countsAfter(counts: ItemCounts, before: readonly ListedItem[], after: readonly ListedItem[]): ItemCounts {
  const shown = { ...counts.shown }
  for (const [at, item] of after.entries()) {
    const old = before[at]
    if (!old || old === item) continue
    shown[old.status] -= 1
    shown[item.status] += 1
    shown.edited += Number(item.edited) - Number(old.edited)
  }
  return { ...counts, shown }
}

function statusOf(item: ListedItem, choice: Choice): ListedItem['status'] {
  return choice?.choice ?? (item.tier === 'A' ? 'ready' : 'unreviewed')
}

const STEM_CHARACTERS = 48

function shorten(stem: string): string {
  const text = stem.replaceAll(/_{3,}/g, '…')
  return text.length > STEM_CHARACTERS ? `${text.slice(0, STEM_CHARACTERS - 1).trimEnd()}…` : text
}

const askToStay = (event: BeforeUnloadEvent) => event.preventDefault()
let unsaved = 0

/** Until `send` has ended, the browser asks before it leaves the page: the decision on screen is not saved yet. */
async function warnBeforeLeaving<T>(send: () => Promise<T>): Promise<T> {
  if (unsaved === 0) window.addEventListener('beforeunload', askToStay)
  unsaved += 1
  try {
    return await send()
  } finally {
    unsaved -= 1
    if (unsaved === 0) window.removeEventListener('beforeunload', askToStay)
  }
}
