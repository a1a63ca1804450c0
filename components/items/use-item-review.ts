'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import type { ItemCounts } from '@/lib/core/item/filter-items'
import { reword } from '@/lib/core/item/reword'
import type { Edit } from '@/lib/core/question-types/question-type'
import { write } from '@/lib/core/question-types/registry'
import { type Coverage, coverageAfter } from './coverage'
import type { Choice, ReviewActions, ReviewItem, ReviewPage, SaveState } from './review-types'
import { useSteps } from './use-undo-stack'
import { warnBeforeLeaving } from './warn-before-leaving'

type Change = { readonly item: ReviewItem; readonly choice: Choice }

/** What this page decided since it was loaded, over what the server sent. Undone in reverse order. */
export function useItemReview(deckId: string, { groups, counts, asked }: ReviewPage, actions: ReviewActions) {
  const t = useTranslations('items.told')
  const { take, tell, undo } = useSteps()
  const [changed, setChanged] = useState<Readonly<Record<string, ReviewItem>>>({})
  const [shown, setShown] = useState(groups)
  // Another page, or the same one as the server sees it now: it knows all that was decided.
  if (shown !== groups) {
    setShown(groups)
    setChanged({})
  }
  const sent = groups.flatMap((group) => group.items)
  const items = sent.map((item) => changed[item.id] ?? item)

  const put = useCallback((item: ReviewItem) => setChanged((before) => ({ ...before, [item.id]: item })), [])

  /** Shown at once; what could not be saved is as it was again. */
  const save = async (changes: readonly Change[], sends: () => Promise<{ kind: 'chosen' | 'rejected' }>) => {
    for (const { item, choice } of changes) put({ ...item, choice, status: statusOf(item, choice) })
    const outcome = await warnBeforeLeaving(sends).catch(() => null)
    if (outcome?.kind === 'chosen') return true
    for (const { item } of changes) put(item)
    tell(t(outcome ? 'gone' : 'network'))
    return false
  }
  const choose = (item: ReviewItem, choice: Choice) =>
    save([{ item, choice }], () => actions.choose(deckId, item.id, choice))
  const chooseMany = (changes: readonly Change[]) => {
    const choices = changes.map(({ item, choice }) => ({ itemId: item.id, choice }))
    return save(changes, () => actions.chooseMany(deckId, choices))
  }

  const decide = async (item: ReviewItem, kind: 'accepted' | 'rejected') => {
    if (item.status === kind) return
    const choice = { choice: kind, revisionId: item.revisionId }
    await take({ back: () => choose(item, item.choice) }, async () =>
      (await choose(item, choice)) ? t(kind, { stem: short(item.stem) }) : null,
    )
  }

  /** All of them as one step. */
  const decideMany = async (some: readonly ReviewItem[], kind: 'accepted' | 'rejected') => {
    const open = some.filter(({ status }) => status !== kind)
    if (open.length === 0) return
    const changes = open.map((item) => ({ item, choice: { choice: kind, revisionId: item.revisionId } }))
    const back = () => chooseMany(open.map((item) => ({ item, choice: item.choice })))
    await take({ back }, async () => ((await chooseMany(changes)) ? t(`${kind}Many`, { count: open.length }) : null))
  }

  const saved = (item: ReviewItem, { words, revisionId, previous }: Extract<SaveState, { kind: 'saved' }>) =>
    take({ back: () => choose(item, previous) }, async () => {
      const choice = { choice: 'accepted' as const, revisionId }
      put({ ...inWords(item, words), revisionId, choice, edited: true, status: 'accepted' })
      return t('saved', { stem: short(words.stem) })
    })

  const summed = { counts: recount(counts, sent, items), asked: reask(asked, sent, items) }
  return { items, ...summed, decide, decideMany, undo, saved, take, tell }
}

/** As the server has saved it: it drops the parts of the answer that the author's new words no longer match. */
function inWords(item: ReviewItem, words: Edit): ReviewItem {
  if (!item.answer) return item
  const { stem, answer } = item
  const reworded = reword({ ...answer, stem }, words)
  if (reworded.kind === 'rejected') return item
  const { stem: edited, ...typed } = reworded.item
  return { ...item, type: typed.type, stem: edited, options: write(typed).options, answer: typed }
}

function reask(asked: Coverage, before: readonly ReviewItem[], after: readonly ReviewItem[]): Coverage {
  return after.reduce((sofar, item, at) => coverageAfter(sofar, before[at] ?? item, item), asked)
}

/** How many items there are of each state, with what was decided since they were counted. */
function recount(counts: ItemCounts, before: readonly ReviewItem[], after: readonly ReviewItem[]): ItemCounts {
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

const STEM_CHARACTERS = 48

function short(stem: string): string {
  return shorten(stem.replaceAll(/_{3,}/g, '…'))
}

function shorten(stem: string): string {
  return stem.length > STEM_CHARACTERS ? `${stem.slice(0, STEM_CHARACTERS - 1).trimEnd()}…` : stem
}

function statusOf(item: ReviewItem, choice: Choice): ReviewItem['status'] {
  return choice?.choice ?? (item.tier === 'A' ? 'ready' : 'waiting')
}
