'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useAnnounce } from '../ui/live-region'
import { notify } from '../ui/toaster'
import type { CardActions, CardChanged, CardRefusal, HandCard } from './card-types'

type Problem = { readonly reason: CardRefusal; readonly front: string; readonly back: string }

/**
 * The cards of a deck while its author writes them, the newest first. Cards are saved one after the other, because the
 * first one makes the deck.
 */
export function useHandCards(initial: { deckId: string | null; cards: readonly HandCard[] }, actions: CardActions) {
  const t = useTranslations('cards')
  const announce = useAnnounce()
  const deckId = useRef(initial.deckId)
  const sent = useRef<Promise<unknown>>(Promise.resolve())
  const [cards, setCards] = useState(initial.cards)
  const [waiting, setWaiting] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)

  const fail = (reason: CardRefusal, { front, back } = { front: '', back: '' }) => setProblem({ reason, front, back })
  /** After what was sent before. */
  const enqueue = (work: () => Promise<void>, onBreak: () => void) => {
    setWaiting((count) => count + 1)
    sent.current = sent.current
      .then(work)
      .catch(onBreak)
      .finally(() => setWaiting((count) => count - 1))
  }
  const add = (form: FormData) => {
    const typed = { front: String(form.get('front')), back: String(form.get('back')) }
    setProblem(null)
    enqueue(
      async () => {
        if (deckId.current) form.set('deckId', deckId.current)
        const added = await actions.add(form)
        if (added.kind === 'refused') return fail(added.reason, typed)
        if (!deckId.current) window.history.replaceState(null, '', `/decks/${added.deckId}/cards`)
        deckId.current = added.deckId
        setCards((before) => [added.card, ...before])
        announce(t('added'))
      },
      () => fail('network', typed),
    )
  }
  const change = (work: (deckId: string) => Promise<CardChanged>, onDone: () => void) =>
    enqueue(
      async () => {
        const changed = deckId.current ? await work(deckId.current) : ({ kind: 'refused', reason: 'gone' } as const)
        if (changed.kind === 'refused') fail(changed.reason)
        else onDone()
      },
      () => fail('network'),
    )
  const save = (card: HandCard) =>
    change(
      (id) => actions.save(id, card),
      () => {
        setCards((before) => before.map((old) => (old.itemId === card.itemId ? card : old)))
        announce(t('saved'))
      },
    )
  const remove = (card: HandCard, at: number) =>
    change(
      (id) => actions.remove(id, card.itemId, true),
      () => {
        setCards((before) => before.filter(({ itemId }) => itemId !== card.itemId))
        announce(t('removed'))
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
  const rename = (title: string) => {
    if (deckId.current) change((id) => actions.rename(id, title), () => announce(t('saved')))
  }
  return { deckId: deckId.current, cards, isSaving: waiting > 0, problem, add, save, remove, rename }
}
