'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useAnnounce } from '../ui/live-region'
import { notify } from '../ui/toaster'
import type { CardActions, CardChanged, CardRefusal, HandCard } from './card-types'
import { cardsAddress } from './cards-address'

type Sides = Pick<HandCard, 'front' | 'back'>
type Problem = { readonly reason: CardRefusal } & Sides

const NOT_REACHED: CardChanged = { kind: 'refused', reason: 'network' }
const NOTHING_TYPED: Sides = { front: '', back: '' }

/** The cards of a deck while its author writes them, the newest first. */
export function useHandCards(
  initial: { deckId: string | null; title: string; cards: readonly HandCard[] },
  actions: CardActions,
) {
  const t = useTranslations('cards')
  const announce = useAnnounce()
  const deckId = useRef(initial.deckId)
  const [cards, setCards] = useState(initial.cards)
  const { isSaving, problem, save: send } = useSaves()
  const add = (form: FormData) => {
    const typed = { front: String(form.get('front')), back: String(form.get('back')) }
    send(async () => {
      if (deckId.current) form.set('deckId', deckId.current)
      const added = await actions.add(form)
      if (added.kind === 'refused') return added
      if (!deckId.current) window.history.replaceState(null, '', cardsAddress(added.deckId))
      deckId.current = added.deckId
      setCards((before) => [added.card, ...before])
      announce(t('added'))
      return { kind: 'changed' }
    }, typed)
  }
  /** Changes the saved deck, and then what is on screen. */
  const change = (work: (deckId: string) => Promise<CardChanged>, said: string | null, onDone?: () => void) =>
    send(async () => {
      if (!deckId.current) return { kind: 'refused', reason: 'gone' }
      const changed = await work(deckId.current)
      if (changed.kind === 'changed') {
        onDone?.()
        if (said) announce(said)
      }
      return changed
    })
  const save = (card: HandCard) =>
    change(
      (id) => actions.save(id, card),
      t('saved'),
      () => setCards((before) => before.map((old) => (old.itemId === card.itemId ? card : old))),
    )
  const remove = (card: HandCard, at: number) =>
    change(
      (id) => actions.remove(id, card.itemId, true),
      null,
      () => {
        setCards((before) => before.filter(({ itemId }) => itemId !== card.itemId))
        notify(t('removed'), { label: t('undo'), run: () => restore(card, at) })
      },
    )
  const restore = (card: HandCard, at: number) =>
    change(
      (id) => actions.remove(id, card.itemId, false),
      t('restored'),
      () => setCards((before) => before.toSpliced(at, 0, card)),
    )
  const rename = useRename(initial.title, send, async (typed) => {
    if (!deckId.current) return { kind: 'changed' }
    const renamed = await actions.rename(deckId.current, typed)
    if (renamed.kind === 'changed') announce(t('saved'))
    return renamed
  })
  return { deckId: deckId.current, cards, isSaving, problem, add, save, remove, rename }
}

/** Saves each title that differs from the one before. A deck that is still being made is renamed when its turn comes. */
function useRename(
  saved: string,
  send: (work: () => Promise<CardChanged>) => void,
  save: (title: string) => Promise<CardChanged>,
) {
  /** The title that was sent last; null where it was not saved. */
  const sent = useRef<string | null>(saved)
  return (typed: string) => {
    if (typed.trim() === '' || typed === sent.current) return
    sent.current = typed
    send(async () => {
      const renamed = await save(typed).catch((): CardChanged => NOT_REACHED)
      if (renamed.kind === 'refused' && sent.current === typed) sent.current = null
      return renamed
    })
  }
}

/** Saves one after the other, because the first card makes the deck. */
function useSaves() {
  const last = useRef<Promise<void>>(Promise.resolve())
  const [waiting, setWaiting] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = (work: () => Promise<CardChanged>, typed = NOTHING_TYPED) => {
    setWaiting((count) => count + 1)
    setProblem(null)
    last.current = last.current
      .then(work)
      .catch((): CardChanged => NOT_REACHED)
      .then((saved) => {
        if (saved.kind === 'refused') setProblem({ reason: saved.reason, ...typed })
        setWaiting((count) => count - 1)
      })
  }
  return { isSaving: waiting > 0, problem, save }
}
