'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Filtered, type ItemCounts, isWanted, SHOWN } from '@/lib/core/item/filter-items'
import { ITEMS_AT_ONCE } from '@/lib/core/shared/input-limits'
import type { DepthCounts } from '@/lib/data/decks/deck-depth'
import type {
  AcceptAllOutcome,
  Choice,
  Decision,
  ItemChoice,
  ItemsActions,
  ItemsPage,
  ItemsScreenProps,
  ListedItem,
  SaveState,
} from './items-types'
import { useUndoStack } from './use-undo-stack'

type Options = Pick<ItemsScreenProps, 'deckId' | 'page' | 'actions' | 'depths'>

/** The items with what was decided on this page since it was loaded. Decisions are undone in reverse order. */
export function useDecisions({ deckId, page: { groups, counts }, actions, depths }: Options) {
  const t = useTranslations('items.told')
  const steps = useUndoStack()
  const { perform, report, undo } = steps
  const { sent, items, put, counted, count } = useChangedItems(groups)
  const reload = useReload(deckId, actions, steps)

  /** Shows the item as it will be at once, and as it was if that cannot be saved. */
  const save = async (item: ListedItem, choice: Choice, after: ListedItem) => {
    put(after)
    const outcome = await warnBeforeLeaving(() => actions.choose(deckId, item.id, choice)).catch(() => null)
    if (outcome?.kind === 'chosen') {
      count(outcome.depths)
      return true
    }
    put(item)
    report(t(outcome ? 'gone' : 'network'))
    return false
  }

  /** `hasDraft`: an edit of the item waits unsaved, and is not what is accepted. */
  const decide = async (
    item: ListedItem,
    { kind, hasDraft }: { kind: Decision; hasDraft: boolean },
    onUndone: (item: ListedItem) => void,
  ) => {
    if (item.status === kind) return
    const choice = { choice: kind, revisionId: item.revisionId }
    const decided = { ...item, choice, status: kind }
    const told = hasDraft && kind === 'accepted' ? 'acceptedUnedited' : kind
    const revert = () => {
      const saving = save(decided, item.choice, item)
      onUndone(item)
      return saving
    }
    await perform({ revert }, async () =>
      (await save(item, choice, decided)) ? t(told, { stem: shorten(item.stem) }) : null,
    )
  }

  /** Returns what speaks against them if accepting was not confirmed. */
  const acceptAll = async (confirmed: boolean): Promise<Extract<AcceptAllOutcome, { kind: 'unconfirmed' }> | null> => {
    const outcome = await warnBeforeLeaving(() => actions.acceptAll(deckId, confirmed)).catch(() => null)
    if (outcome?.kind === 'unconfirmed') return outcome
    if (outcome?.kind === 'accepted')
      await reload(outcome.previous, t('acceptedMany', { count: outcome.previous.length }))
    else report(t(outcome ? 'gone' : 'network'))
    return null
  }

  /** After an item was edited or written; `told` is said in place of its words. */
  const saved = (
    { stem, previous, added }: Extract<SaveState, { kind: 'saved' }>,
    onUndone: () => void,
    told: string | null,
  ) => {
    const sentence = told ?? t(previous.length > 0 ? 'saved' : 'written', { stem: shorten(stem) })
    return reload(previous, sentence, { added, onUndone })
  }

  const changed = { items, counts: countsAfter(counts, sent, items), depths: counted ?? depths }
  return { ...changed, decide, acceptAll, saved, reload, undo, perform, report }
}

/** The items as the server sent them and as they are with what was decided since, and how many each depth has after that. */
function useChangedItems(groups: ItemsPage['groups']) {
  const [changed, setChanged] = useState<Readonly<Record<string, ListedItem>>>({})
  const [counted, count] = useState<DepthCounts | null>(null)
  const [shownGroups, setShownGroups] = useState(groups)
  // New groups come from the server, which has saved all decisions so far.
  if (shownGroups !== groups) {
    setShownGroups(groups)
    setChanged({})
    count(null)
  }
  const sent = groups.flatMap((group) => group.items)
  const put = (item: ListedItem) => setChanged((before) => ({ ...before, [item.id]: item }))
  return { sent, items: sent.map((item) => changed[item.id] ?? item), put, counted, count }
}

type Undo = {
  /** Items that the change made. */
  readonly added?: readonly string[]
  /** In place of going back to the choices before. */
  readonly revert?: () => Promise<boolean>
  readonly onUndone?: () => void
}

/** After a change of many items: the server sends them again. Undo goes back to the choices before, and removes what was added. */
function useReload(deckId: string, actions: ItemsActions, { perform, report }: ReturnType<typeof useUndoStack>) {
  const router = useRouter()
  const t = useTranslations('items.told')
  const chooseMany = async (choices: readonly ItemChoice[]) => {
    for (let from = 0; from < choices.length; from += ITEMS_AT_ONCE) {
      const step = choices.slice(from, from + ITEMS_AT_ONCE)
      const outcome = await actions.chooseMany(deckId, step).catch(() => null)
      if (outcome?.kind !== 'chosen') return false
    }
    return true
  }
  return async (previous: readonly ItemChoice[], sentence: string, { added = [], revert, onUndone }: Undo = {}) => {
    const takeBack = () => actions.takeBack(deckId, added, previous).catch(() => false)
    const goBack = revert ?? (added.length > 0 ? takeBack : () => chooseMany(previous))
    const step = async () => {
      const isReverted = await goBack()
      if (isReverted) onUndone?.()
      else report(t('notUndone'))
      router.refresh()
      return isReverted
    }
    await perform({ revert: step }, async () => sentence)
    router.refresh()
  }
}

function countsAfter(counts: ItemCounts, before: readonly ListedItem[], after: readonly ListedItem[]): ItemCounts {
  const now = { ...counts }
  for (const [at, item] of after.entries()) {
    const old = before[at]
    if (!old || old === item) continue
    for (const show of SHOWN) now[show] += Number(isListed(item, show)) - Number(isListed(old, show))
  }
  return now
}

/** When an item was made is not sent, and does not change. */
export function isListed({ status, held }: ListedItem, show: (typeof SHOWN)[number]): boolean {
  const filtered: Filtered = { status, held, createdAt: LONG_AGO }
  return show === 'new' || isWanted(filtered, { show, since: null })
}

const LONG_AGO = new Date(0)

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
