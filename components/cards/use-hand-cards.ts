'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useAnnounce } from '../ui/live-region'
import { notify } from '../ui/toaster'
import type { CardActions, CardChanged, CardRefusal, CardSides, HandCard } from './card-types'
import { cardsAddress } from './cards-address'

/** What the server did not save, and how to send it again. */
export type UnsavedCard = {
  readonly id: number
  readonly card: CardSides
  readonly reason: CardRefusal
  readonly again: () => void
}

const NOT_REACHED: CardChanged = { kind: 'refused', reason: 'network' }
const GONE: CardChanged = { kind: 'refused', reason: 'gone' }

/** The cards of a deck while its author writes them, the newest first. */
export function useHandCards(
  initial: { deckId: string | null; title: string; cards: readonly HandCard[] },
  actions: CardActions,
) {
  const t = useTranslations('cards')
  const announce = useAnnounce()
  const deckId = useRef(initial.deckId)
  const [cards, setCards] = useState(initial.cards)
  const { isSaving, problem, unsaved, save: send } = useSaves()
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
  const change = (work: (deckId: string) => Promise<CardChanged>, onDone: () => void, typed?: CardSides) =>
    send(async () => {
      const changed = deckId.current ? await work(deckId.current) : GONE
      if (changed.kind === 'changed') onDone()
      return changed
    }, typed)
  const save = (card: HandCard) =>
    change(
      (id) => actions.save(id, card),
      () => {
        setCards((before) => before.map((old) => (old.itemId === card.itemId ? card : old)))
        announce(t('saved'))
      },
      card,
    )
  const remove = (card: HandCard, at: number) =>
    change(
      (id) => actions.remove(id, card.itemId, true),
      () => {
        setCards((before) => before.filter(({ itemId }) => itemId !== card.itemId))
        notify(t('removed'), { label: t('undo'), run: () => restore(card, at) })
      },
    )
  const restore = (card: HandCard, at: number) =>
    change(
      (id) => actions.remove(id, card.itemId, false),
      () => {
        setCards((before) => before.toSpliced(at, 0, card))
        announce(t('restored'))
      },
    )
  const rename = useRename(initial.title, send, (typed) =>
    deckId.current ? actions.rename(deckId.current, typed) : null,
  )
  return { deckId: deckId.current, cards, isSaving, problem, unsaved, add, save, remove, rename }
}

/** Saves each title that differs from the one before. A deck that is still being made is renamed when its turn comes. */
function useRename(
  saved: string,
  send: (work: () => Promise<CardChanged>) => void,
  /** Null where there is no deck yet: its first card saves the title. */
  save: (title: string) => Promise<CardChanged> | null,
) {
  const t = useTranslations('cards')
  const announce = useAnnounce()
  /** The title that was sent last; null where it was not saved. */
  const sent = useRef<string | null>(saved)
  return (typed: string) => {
    if (typed.trim() === '' || typed === sent.current) return
    sent.current = typed
    send(async () => {
      const saving = save(typed)
      if (!saving) return { kind: 'changed' }
      const renamed = await saving.catch((): CardChanged => NOT_REACHED)
      if (renamed.kind === 'changed') announce(t('saved'))
      else if (sent.current === typed) sent.current = null
      return renamed
    })
  }
}

/** Saves one after the other, because the first card makes the deck. A card that was refused stays until it is saved. */
function useSaves() {
  const last = useRef<Promise<void>>(Promise.resolve())
  const refusals = useRef(0)
  const [waiting, setWaiting] = useState(0)
  const [problem, setProblem] = useState<CardRefusal | null>(null)
  const [unsaved, setUnsaved] = useState<readonly UnsavedCard[]>([])
  const save = (work: () => Promise<CardChanged>, typed?: CardSides) => {
    setWaiting((count) => count + 1)
    setProblem(null)
    const keep = (reason: CardRefusal, card: CardSides) => {
      const id = refusals.current++
      const again = () => {
        setUnsaved((before) => before.filter((other) => other.id !== id))
        save(work, card)
      }
      setUnsaved((before) => [...before, { id, card, reason, again }])
    }
    last.current = last.current
      .then(work)
      .catch((): CardChanged => NOT_REACHED)
      .then((saved) => {
        setWaiting((count) => count - 1)
        if (saved.kind !== 'refused') return
        if (typed) keep(saved.reason, typed)
        else setProblem(saved.reason)
      })
  }
  return { isSaving: waiting > 0, problem, unsaved, save }
}
