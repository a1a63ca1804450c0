'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import type { ItemCounts } from '@/lib/core/item/filter-items'
import { useAnnounce } from '../ui/live-region'
import { notify } from '../ui/toaster'
import { type Asked, askedAfter } from './asked'
import type { Choice, ReviewActions, ReviewItem, ReviewPage, SaveState, Step } from './review-types'

/** What this page decided since it was loaded, over what the server sent. Undone in reverse order. */
export function useItemReview(deckId: string, { groups, counts, asked }: ReviewPage, actions: ReviewActions) {
  const t = useTranslations('items.told')
  const announce = useAnnounce()
  const [changed, setChanged] = useState<Readonly<Record<string, ReviewItem>>>({})
  const [shown, setShown] = useState(groups)
  // Another page, or the same one as the server sees it now: it knows all that was decided.
  if (shown !== groups) {
    setShown(groups)
    setChanged({})
  }
  const steps = useRef<Step[]>([])
  const sent = groups.flatMap((group) => group.items)
  const items = sent.map((item) => changed[item.id] ?? item)

  const put = useCallback((item: ReviewItem) => setChanged((before) => ({ ...before, [item.id]: item })), [])

  const tell = (sentence: string, back?: () => void) => {
    announce(sentence)
    notify(sentence, back ? { label: t('undo'), run: back } : undefined)
  }

  const choose = async (item: ReviewItem, choice: Choice): Promise<boolean> => {
    put({ ...item, choice, status: statusOf(item, choice) })
    const outcome = await actions.choose(deckId, item.id, choice).catch(() => null)
    if (outcome?.kind === 'chosen') return true
    put(item)
    tell(t(outcome ? 'gone' : 'network'))
    return false
  }

  const takeBack = async (step: Step | undefined) => {
    if (!step || !steps.current.includes(step)) return
    steps.current = steps.current.filter((other) => other !== step)
    if (await choose(step.item, step.before)) tell(t('undone'))
  }
  const undo = () => takeBack(steps.current.at(-1))

  const decide = async (item: ReviewItem, kind: 'accepted' | 'rejected') => {
    if (item.status === kind) return
    const step = { item, before: item.choice }
    // Before it is saved, so that a quick `u` takes back this step and not the one before.
    steps.current.push(step)
    if (await choose(item, { choice: kind, revisionId: item.revisionId })) confirm(item, kind, step)
    else steps.current = steps.current.filter((other) => other !== step)
  }

  const confirm = (item: ReviewItem, kind: 'accepted' | 'rejected', step: Step) => {
    if (!steps.current.includes(step)) return
    tell(t(kind, { stem: short(item.stem) }), () => void takeBack(step))
  }

  const saved = (item: ReviewItem, { words, revisionId, previous }: Extract<SaveState, { kind: 'saved' }>) => {
    const step = { item, before: previous }
    steps.current.push(step)
    const answer = item.answer ? { ...item.answer, key: words.key, wrong: words.wrong } : null
    const choice = { choice: 'accepted' as const, revisionId }
    put({ ...item, revisionId, stem: words.stem, answer, choice, edited: true, status: 'accepted' })
    tell(t('saved', { stem: short(words.stem) }), () => void takeBack(step))
  }

  return { items, counts: recount(counts, sent, items), asked: reask(asked, sent, items), decide, undo, saved }
}

function reask(asked: Asked, before: readonly ReviewItem[], after: readonly ReviewItem[]): Asked {
  return after.reduce((sofar, item, at) => askedAfter(sofar, before[at] ?? item, item), asked)
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
