'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { useAnnounce } from '../ui/live-region'
import { notify } from '../ui/toaster'
import type { Choice, ReviewActions, ReviewFact, ReviewItem, SaveState, Step } from './review-types'

/** What this page decided since it was loaded, over what the server sent. Undone in reverse order. */
export function useItemReview(deckId: string, facts: readonly ReviewFact[], actions: ReviewActions) {
  const t = useTranslations('document')
  const announce = useAnnounce()
  const [changed, setChanged] = useState<Readonly<Record<string, ReviewItem>>>({})
  const steps = useRef<Step[]>([])
  const items = facts.flatMap((fact) => fact.items.map((item) => changed[item.id] ?? item))

  const put = useCallback((item: ReviewItem) => setChanged((before) => ({ ...before, [item.id]: item })), [])

  const tell = (sentence: string, back?: () => void) => {
    announce(sentence)
    notify(sentence, back ? { label: t('items.undo'), run: back } : undefined)
  }

  const choose = async (item: ReviewItem, choice: Choice): Promise<boolean> => {
    put({ ...item, choice, status: statusOf(item, choice) })
    const outcome = await actions.choose(deckId, item.id, choice).catch(() => null)
    if (outcome?.kind === 'chosen') return true
    put(item)
    tell(t(outcome ? 'items.gone' : 'refused.network'))
    return false
  }

  const takeBack = async (step: Step | undefined) => {
    if (!step || !steps.current.includes(step)) return
    steps.current = steps.current.filter((other) => other !== step)
    if (await choose(step.item, step.before)) tell(t('items.undone'))
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
    tell(t(`items.${kind}`, { stem: short(item.stem) }), () => void takeBack(step))
  }

  const saved = (item: ReviewItem, { words, revisionId, previous }: Extract<SaveState, { kind: 'saved' }>) => {
    const step = { item, before: previous }
    steps.current.push(step)
    const answer = item.answer ? { ...item.answer, key: words.key, wrong: words.wrong } : null
    const choice = { choice: 'accepted' as const, revisionId }
    put({ ...item, revisionId, stem: words.stem, answer, choice, edited: true, status: 'accepted' })
    tell(t('items.saved', { stem: short(words.stem) }), () => void takeBack(step))
  }

  return { items, decide, undo, saved }
}

const STEM_CHARACTERS = 48

function short(stem: string): string {
  return stem.length > STEM_CHARACTERS ? `${stem.slice(0, STEM_CHARACTERS - 1).trimEnd()}…` : stem
}

function statusOf(item: ReviewItem, choice: Choice): ReviewItem['status'] {
  return choice?.choice ?? (item.tier === 'A' ? 'ready' : 'waiting')
}
